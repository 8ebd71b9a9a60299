import { capabilityOf, restorableWindow, widestRestorableWindow } from '@backproof/core';
import type { BackupPlan, Capability, ExplainedSelection, Vault, Verdict } from '@backproof/core';
import type { CoveringPlan, EffectiveRuns } from './carriers.js';
import { designOf } from './design.js';
import type { TierDesign } from './design.js';
import { isMissed } from './finding.js';
import type { Finding } from './finding.js';
import type { Context } from './context.js';
import { identityCache } from './identity-cache.js';
import type { Options } from './options.js';
import { readPolicy } from './policy.js';
import type { Policy } from './policy.js';
import { proofOf } from './proof.js';
import type { Grounds } from './proof.js';
import { verdictOn } from './verdict.js';

/** What is the same for all resources of a scan. */
interface Frame {
  readonly policy: Policy;
  readonly vaults: ReadonlyMap<string, Vault>;
  /** Those that show the points of another vault and hold none. @source API DescribeBackupVault, SourceBackupVaultArn */
  readonly views: ReadonlySet<string>;
}

/**
 * Makes the judge of a resource by its own plans and points. It remembers what thousands of resources share: what the
 * same plans will make of the tiers is worked out once.
 */
export function retentionJudge(): (context: Context) => Verdict {
  const frames = identityCache<Frame>();
  const designs = identityCache<readonly TierDesign[]>();
  const recallRuns = identityCache<EffectiveRuns>();

  return (context) => {
    const { dossier, options, now, notApplicable } = context;
    const capability = capabilityOf(dossier.resource, dossier.regionSettings);
    if (!capability.supported) return notApplicable(capability.reason, {});

    const frame = frames([options, dossier.vaults], '', () => frameOf(options, dossier.vaults));
    const { policy, vaults } = frame;
    const plans = coveringPlans(dossier.assignments);
    const design = designs(
      [options, dossier.vaults, ...plans.map(({ plan }) => plan)],
      designKey(plans, capability, now),
      () => designOf(policy.tiers, plans, { vaults, capability, where: policy.where, now, recallRuns }),
    );
    const proven = findingsOf(context, frame, design, provenGrounds(context));
    const mayBeBetter = proven.some(({ proof }) => isMissed(proof)) && !tellsAll(context);
    const atBest = mayBeBetter ? findingsOf(context, frame, design, bestGrounds(context)) : proven;
    return verdictOn(context, { plans, proven, atBest });
  };
}

function frameOf(options: Options, vaults: readonly Vault[]): Frame {
  const restoreAccess = vaults.filter(({ vaultType }) => vaultType === 'RESTORE_ACCESS_BACKUP_VAULT');
  return {
    policy: readPolicy(options),
    vaults: new Map(vaults.map((vault) => [vault.arn, vault])),
    views: new Set(restoreAccess.map(({ arn }) => arn)),
  };
}

/** The plans that cover a resource, certain ones first. */
function coveringPlans(assignments: readonly ExplainedSelection[]): readonly CoveringPlan[] {
  const plans = new Map<BackupPlan, CoveringPlan>();
  for (const { plan, explanation } of assignments) {
    if (explanation.assigned === 'no' || plans.has(plan)) continue;
    plans.set(plan, { plan, certain: explanation.assigned === 'yes' });
  }
  return [...plans.values()];
}

/** What a design follows from beside the objects that it is remembered by. Certain plans come first. */
function designKey(
  plans: readonly CoveringPlan[],
  { crossRegionCopy, crossAccountCopy, continuous, airGapped }: Capability,
  now: number,
): string {
  let certainPlans = 0;
  for (const { certain } of plans) if (certain) certainPlans += 1;
  return `${certainPlans} ${now} ${crossRegionCopy} ${crossAccountCopy} ${continuous} ${airGapped}`;
}

function findingsOf(
  { dossier, now }: Context,
  { policy, views }: Frame,
  design: readonly TierDesign[],
  grounds: Grounds,
): readonly Finding[] {
  const proofs = proofOf(policy, dossier, now, grounds, views);
  return design.flatMap((ofTier, index) => {
    const proof = proofs[index];
    return proof === undefined ? [] : { tier: proof.tier, design: ofTier, proof };
  });
}

/** Whether AWS tells all that the proof stands on: when the resource was created, and nothing of it is continuous. */
function tellsAll({ dossier: { resource, recoveryPoints: points } }: Context): boolean {
  if (resource.createdAt === undefined) return false;
  for (let row = 0; row < points.count; row++) {
    if (points.continuous(row)) return false;
  }
  return true;
}

/** What AWS does not tell counts for nothing. */
function provenGrounds({ dossier }: Context): Grounds {
  return {
    bornAt: dossier.resource.createdAt ?? -Infinity,
    windowOf: (point) => restorableWindow(point, dossier.nativeBackups),
  };
}

/** What AWS does not tell is as good as it can be: what fails even so, fails for sure. */
function bestGrounds({ dossier, now }: Context): Grounds {
  const { resource, recoveryPoints, nativeBackups } = dossier;
  const firstSeenAt = recoveryPoints.count > 0 ? recoveryPoints.createdAt(0) : -Infinity;
  return {
    bornAt: resource.createdAt ?? firstSeenAt,
    windowOf: (point) => restorableWindow(point, nativeBackups) ?? widestRestorableWindow(point, now),
  };
}
