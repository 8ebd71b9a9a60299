import { evidenceOfNative, evidenceOfPointAt, evidenceOfSelection, formatDuration } from '@backproof/core';
import type { Evidence, RecoveryPoints } from '@backproof/core';
import type { Context } from './context.js';
import { stretchText } from './finding.js';
import type { Finding } from './finding.js';

/** How many selections that leave a resource out, and how many gaps of a tier, are named. */
const NAMED = 5;

/** What was seen: the plans, the newest point of each tier and the continuous window, and the newest gaps. */
export function evidenceOn({ dossier }: Context, findings: readonly Finding[]): readonly Evidence[] {
  const { resource, assignments, recoveryPoints: points, nativeBackups } = dossier;
  const covering = assignments.filter(({ explanation }) => explanation.assigned !== 'no');
  const evidence = (covering.length > 0 ? covering : assignments.slice(0, NAMED)).map(evidenceOfSelection);
  for (const row of carriersOf(findings, points)) evidence.push(evidenceOfPointAt(points, row));
  for (const native of nativeBackups) {
    if (native.recoveryPointArn !== undefined) evidence.push(evidenceOfNative(native));
  }
  for (const finding of findings) evidence.push(...gapsOf(finding, resource.arn));
  return evidence;
}

/** The rows of the points that carry the tiers; where none does, of the newest point. */
function carriersOf(findings: readonly Finding[], points: RecoveryPoints): Iterable<number> {
  const carriers = new Set<number>();
  for (const { proof } of findings) if (proof.carrier !== undefined) carriers.add(proof.carrier);
  return carriers.size === 0 && points.count > 0 ? [points.count - 1] : carriers;
}

function gapsOf({ tier, proof }: Finding, id: string): readonly Evidence[] {
  const stretches = proof.gaps.length > 0 ? proof.gaps : proof.shortLived;
  return stretches.slice(-NAMED).map((stretch) => {
    const lacking = proof.gaps.length > 0 ? 'no point' : `no point that lives ${formatDuration(tier.keepMs)}`;
    const text = `${tier.name}: ${lacking} ${stretchText(stretch)}`;
    return { kind: 'resource', id, text, at: new Date(stretch.from) };
  });
}
