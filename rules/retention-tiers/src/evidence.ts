import { durationText, evidenceOfNative, evidenceOfPointAt, evidenceOfSelection } from '@backproof/core';
import type { Evidence, LegalHold, RecoveryPoints } from '@backproof/core';
import type { Context } from './context.js';
import { stretchText } from './finding.js';
import type { Finding } from './finding.js';

/** The number of selections that leave a resource out, and of gaps of a tier, that are named. */
const NAMED = 5;

/** The evidence: the plans, the newest point of each tier, the continuous window, and the newest gaps. */
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
    const lacking = proof.gaps.length > 0 ? 'no usable point' : `no point kept for ${durationText(tier.keepMs)}`;
    const text = `${tier.name}: ${lacking} ${stretchText(tier, stretch)}`;
    return { kind: 'resource', id, text, at: new Date(stretch.from) };
  });
}

/** The legal holds that keep points of the resource. */
export function holdsOf({ dossier, prepared }: Context): readonly LegalHold[] {
  const { recoveryPoints: points, legalHolds } = dossier;
  if (prepared.held.size === 0) return [];
  const arns = new Set(Array.from({ length: points.count }, (_, row) => points.arn(row)));
  return legalHolds.filter(({ recoveryPointArns }) => recoveryPointArns.some((arn) => arns.has(arn)));
}
