import { capabilityOf, doubtOf, obstacleOf, restorableWindow, stoppedSince } from '@backproof/core';
import type { BackupPlan, DataKey, ExplainedSelection, Verdict } from '@backproof/core';
import type { CoveringPlan, PlannedFor } from './carriers.js';
import type { Context } from './context.js';
import type { TierDesign } from './design.js';
import { doubtsOf } from './doubts.js';
import { isMissed } from './finding.js';
import type { Finding } from './finding.js';
import { proofOf } from './proof.js';
import type { Grounds } from './proof.js';
import { verdictOn } from './verdict.js';

/** Judges a resource by its own plans and points. */
export function judgeTiers(context: Context): Verdict {
  const { dossier, prepared, notApplicable } = context;
  const capability = capabilityOf(dossier.resource, dossier.regionSettings);
  if (!capability.supported) return notApplicable(capability.reason, { name: dossier.resource.name });

  const plans = coveringPlans(dossier.assignments);
  const kind = { capability, keys: keysInBrief(dossier.encryptionKeys), obstacle: obstacleOf(dossier.resource) };
  const design = prepared.designsOf(plans, kind);
  const grounds = provenGrounds(context);
  const findings = (other: Partial<Grounds>): readonly Finding[] =>
    findingsOf(context, design, { ...grounds, ...other });
  const proven = findings({});
  const doubts = proven.some(isMissed) ? doubtsOf(context, grounds) : [];
  return verdictOn(context, { plans, proven, grounds, doubts, findings });
}

/** The keys of a resource, as far as they decide where its backups go: a few answers for many resources. */
function keysInBrief(keys: readonly DataKey[]): PlannedFor['keys'] {
  if (keys.some(({ managedByAws }) => managedByAws === true)) return 'managed-by-aws';
  return keys.some(({ managedByAws }) => managedByAws === undefined) ? 'unknown' : 'usable';
}

/** The plans that cover a resource, each without doubt if one of its selections has none. */
function coveringPlans(assignments: readonly ExplainedSelection[]): readonly CoveringPlan[] {
  const plans = new Map<BackupPlan, CoveringPlan>();
  for (const { plan, explanation } of assignments) {
    if (explanation.assigned === 'no') continue;
    const known = plans.get(plan);
    if (known !== undefined && known.doubt === undefined) continue;
    const doubt = doubtOf(explanation);
    plans.set(plan, doubt === undefined ? { plan } : { plan, doubt });
  }
  return [...plans.values()];
}

function findingsOf(
  { dossier, prepared, now }: Context,
  design: readonly TierDesign[],
  grounds: Grounds,
): readonly Finding[] {
  const proofs = proofOf(prepared.policy, dossier, now, grounds, prepared.views);
  return design.flatMap((ofTier, index) => {
    const proof = proofs[index];
    return proof === undefined ? [] : { tier: proof.tier, design: ofTier, proof };
  });
}

/** The grounds without the facts that AWS does not report. */
function provenGrounds({ dossier, prepared, now }: Context): Grounds {
  const { resource, nativeBackups } = dossier;
  return {
    bornAt: resource.createdAt ?? -Infinity,
    until: Math.min(now, stoppedSince(resource.state, nativeBackups) ?? now),
    windowOf: (point) => restorableWindow(point, nativeBackups),
    held: prepared.held,
    unknownStatusCounts: false,
  };
}
