import {
  DAY,
  MINUTE,
  parseSchedule,
  planRuns,
  promiseProblem,
  ruleDestinations,
  rulesApart,
  unknownVaultState,
} from '@backproof/core';
import type {
  AssignmentPromise,
  BackupPlan,
  BackupRule,
  PromiseGrounds,
  PromiseProblem,
  ResourceCapability,
  RuleDestination,
  ScheduledRule,
  TimeSpan,
} from '@backproof/core';
import type { Where } from './options.js';

/** A plan that covers a resource. */
export interface CoveringPlan {
  readonly plan: BackupPlan;
  /** The one deciding fact that is not known. Absent: nothing is unknown. */
  readonly doubt?: NonNullable<AssignmentPromise['doubt']>;
}

/** The kind of resource for which plans are checked. */
export interface PlannedFor {
  readonly capability: Extract<ResourceCapability, { readonly supported: true }>;
  /** Who manages the keys of its data: an air-gapped vault may refuse its points if AWS does. */
  readonly keys: 'managed-by-aws' | 'unknown' | 'usable';
  /** The setting that keeps AWS Backup from backing it up, if there is one. */
  readonly obstacle?: PromiseProblem | undefined;
}

/** The facts with which the plans of a resource are checked. */
export interface Surroundings extends PromiseGrounds, PlannedFor {
  readonly where: Where;
  /** The time that runs are worked out for: a year back, and as far ahead as the tiers ask. */
  readonly span: TimeSpan;
  readonly runsOf: (plan: BackupPlan, continuous: boolean) => EffectiveRuns;
}

/** The start windows of the runs that make points, by rule id, in order. */
export type EffectiveRuns = ReadonlyMap<string, readonly TimeSpan[]>;

/** The points that one rule of a plan makes in one vault. */
export interface Carrier {
  readonly vaultArn: string;
  readonly copy: boolean;
  /** Infinity: forever. */
  readonly keptMs: number;
  /** Any moment of its window can be restored, whenever its rule runs. */
  readonly continuous: boolean;
  /** The start windows of the runs that make its points, in order: those that lose to another rule make none. */
  readonly runs: readonly TimeSpan[];
  /**
   * The further condition besides the plan: its type is opted in, AWS does not manage its key, or does, a vault in a
   * state that this version does not know takes them, AWS Backup makes its points although those of another rule are in
   * another vault, or a vault that was not scanned is as expected.
   */
  readonly restsOn: 'plan' | 'opt-in' | 'key' | 'vault-state' | 'one-vault' | 'unseen-vault';
  /** The problem because of which it makes none. */
  readonly problem?: PromiseProblem;
}

/** Works out the points that plans make, by rule and vault. */
export function carriersOf(plans: readonly CoveringPlan[], around: Surroundings): readonly Carrier[] {
  const { capability, keys, where, runsOf } = around;
  const managedByAws = keys === 'managed-by-aws';
  const apart = rulesApart(
    plans.map(({ plan }) => plan),
    capability,
    [{ managedByAws }],
  );
  return plans.flatMap((covering) => {
    const { rules, scope } = covering.plan;
    const runs = runsOf(covering.plan, capability.continuous === true);
    return rules.flatMap((rule) => {
      const carriersWith = (byAws: boolean): readonly Carrier[] =>
        ruleDestinations(rule, scope, capability, [{ managedByAws: byAws }])
          .filter((destination) => counts(destination, where))
          .map((destination) => {
            const carrier = toCarrier(rule, destination, runs.get(rule.id) ?? [], covering, around);
            return apart.has(rule) && carrier.restsOn !== 'unseen-vault'
              ? { ...carrier, restsOn: 'one-vault' }
              : carrier;
          });
      if (keys !== 'unknown') return carriersWith(managedByAws);
      return eitherWay(carriersWith(false), carriersWith(true));
    });
  });
}

/** The carriers of a rule where it is not known who manages the key: one that works one way only rests on the key. */
function eitherWay(one: readonly Carrier[], other: readonly Carrier[]): readonly Carrier[] {
  return one.map((carrier, index) => {
    const otherwise = other[index];
    if (otherwise === undefined) return carrier;
    if ((carrier.problem === undefined) === (otherwise.problem === undefined)) {
      return otherwise.restsOn === 'vault-state' ? otherwise : carrier;
    }
    const working = carrier.problem === undefined ? carrier : otherwise;
    return { ...working, restsOn: working.restsOn === 'unseen-vault' ? 'unseen-vault' : 'key' };
  });
}

/** A temporary point, on its way to an air-gapped vault, counts nowhere. @source API Lifecycle, DeleteAfterEvent */
function counts({ lifecycle, atHome }: RuleDestination, where: Where): boolean {
  if (lifecycle.deleteAfterCopy) return false;
  return where === 'any' || (where === 'primary') === atHome;
}

function toCarrier(
  rule: BackupRule,
  destination: RuleDestination,
  runs: readonly TimeSpan[],
  { doubt }: CoveringPlan,
  around: Surroundings,
): Carrier {
  const { vaultArn, retention, copy } = destination;
  const continuous = rule.continuous && !copy && around.capability.continuous === true;
  const problem = promiseProblem(rule, destination, continuous, around);
  const isUnseen = !around.vaults.has(vaultArn) && !around.isScanned(vaultArn);
  const isStateUnknown = unknownVaultState(destination, around) !== undefined;
  const byPlan = doubt === undefined ? 'plan' : 'opt-in';
  return {
    vaultArn,
    copy,
    keptMs: retention === 'forever' ? Infinity : retention * DAY,
    continuous,
    runs,
    restsOn: isUnseen ? 'unseen-vault' : isStateUnknown ? 'vault-state' : byPlan,
    ...(problem && { problem }),
  };
}

/** The runs of a plan in a time that make points. `continuous`: it makes continuous backups where its rules ask for them. */
export function effectiveRuns({ rules }: BackupPlan, continuous: boolean, { from, to }: TimeSpan): EffectiveRuns {
  const scheduled = rules.flatMap((rule): ScheduledRule[] => {
    const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
    if (schedule.kind !== 'schedule') return [];
    return [{ rule: { ...rule, continuous: rule.continuous && continuous }, schedule }];
  });
  const windowMs = new Map(rules.map(({ id, startWindowMinutes }) => [id, startWindowMinutes * MINUTE]));
  const runs = new Map<string, TimeSpan[]>(rules.map(({ id }) => [id, []]));
  for (const { ruleId, at, suppressedBy } of planRuns(scheduled, from, to)) {
    if (suppressedBy === undefined) runs.get(ruleId)?.push({ from: at, to: at + (windowMs.get(ruleId) ?? 0) });
  }
  return runs;
}
