import { heldPoints, promiseGrounds } from '@backproof/core';
import type { BackupPlan, CommonEvidence, HeldPoints, Instant } from '@backproof/core';
import { effectiveRuns } from './carriers.js';
import type { CoveringPlan, EffectiveRuns, PlannedFor } from './carriers.js';
import { designOf, designSpan } from './design.js';
import type { TierDesign } from './design.js';
import type { Options } from './options.js';
import { readPolicy } from './policy.js';
import type { Policy } from './policy.js';

/** The facts that all resources of a run share, for one set of options. */
export interface Prepared {
  readonly policy: Policy;
  /** The vaults that show the points of another vault and hold none. @source API DescribeBackupVault, SourceBackupVaultArn */
  readonly views: ReadonlySet<string>;
  /** The points that a legal hold keeps. */
  readonly held: HeldPoints;
  /** The result of plans for each tier and a kind of resource, worked out once for all resources that are alike. */
  readonly designsOf: (plans: readonly CoveringPlan[], kind: PlannedFor) => readonly TierDesign[];
}

/** Works out what all resources of a run share. */
export function prepared({
  options,
  common,
  now,
}: {
  readonly options: Options;
  readonly common: CommonEvidence;
  readonly now: Instant;
}): Prepared {
  const policy = readPolicy(options);
  const span = designSpan(policy.tiers, now);
  const grounds = promiseGrounds(common, now);
  const runs = new Map<string, EffectiveRuns>();
  const runsOf = (plan: BackupPlan, continuous: boolean): EffectiveRuns =>
    known(runs, `${plan.arn} ${continuous && plan.rules.some((rule) => rule.continuous)}`, () =>
      effectiveRuns(plan, continuous, span),
    );
  const toAirGapped = common.backupPlans.some(({ rules }) =>
    rules.some((rule) => rule.airGappedVaultArn !== undefined),
  );
  const traits = new Map<object, string>();
  const designs = new Map<string, readonly TierDesign[]>();
  return {
    policy,
    views: new Set(
      common.vaults.flatMap(({ arn, vaultType }) => (vaultType === 'RESTORE_ACCESS_BACKUP_VAULT' ? arn : [])),
    ),
    held: heldPoints(common.legalHolds),
    designsOf: (plans, kind) => {
      const byCapability = known(traits, kind.capability, () => traitsOf(kind, toAirGapped));
      const trait = kind.obstacle === undefined ? byCapability : `${byCapability} ${kind.obstacle.text}`;
      return known(designs, designKey(plans, toAirGapped ? `${trait} ${kind.keys}` : trait), () =>
        designOf(policy.tiers, plans, { ...grounds, ...kind, where: policy.where, runsOf, span }),
      );
    },
  };
}

/** The parts of a capability that affect the points of plans; most kinds of resource have the same. */
function traitsOf({ capability }: PlannedFor, toAirGapped: boolean): string {
  const { crossRegionCopy, crossAccountCopy, continuous, airGapped, fullManagement, variant } = capability;
  const traits = `${crossRegionCopy} ${crossAccountCopy} ${continuous}`;
  return toAirGapped ? `${traits} ${airGapped} ${fullManagement} ${variant}` : traits;
}

/** The key of a design: the plans, their doubts, and the traits of the resource. */
function designKey(plans: readonly CoveringPlan[], traits: string): string {
  let key = traits;
  for (const { plan, doubt } of plans) key += doubt === undefined ? ` ${plan.arn}` : ` ?${plan.arn}`;
  return key;
}

function known<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = memory.get(key);
  if (before !== undefined) return before;
  const made = make();
  memory.set(key, made);
  return made;
}
