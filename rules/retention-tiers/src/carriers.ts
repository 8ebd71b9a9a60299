import { DAY, MINUTE, parseSchedule, planRuns, ruleDestinations } from '@backproof/core';
import type {
  BackupPlan,
  BackupRule,
  Capability,
  Instant,
  RuleDestination,
  ScheduledRule,
  TimeSpan,
  Vault,
} from '@backproof/core';
import { faultOf } from './faults.js';
import type { Fault } from './faults.js';
import type { Recall } from './identity-cache.js';
import type { Where } from './options.js';

/** A plan that covers a resource. */
export interface CoveringPlan {
  readonly plan: BackupPlan;
  /** False: it does if the type is opted in, which AWS did not tell. */
  readonly certain: boolean;
}

/** What the plans of a resource are looked at with. */
export interface Surroundings {
  readonly vaults: ReadonlyMap<string, Vault>;
  readonly capability: Capability;
  readonly where: Where;
  readonly now: Instant;
  /** Remembers the runs of plans: they are the same for all kinds of resources that a plan covers. */
  readonly recallRuns: Recall<EffectiveRuns>;
}

/** The start windows of the runs that make points, by rule id, in order. */
export type EffectiveRuns = ReadonlyMap<string, readonly TimeSpan[]>;

/** What one rule of a plan is to bring to one vault. */
export interface Carrier {
  readonly vaultArn: string;
  /** Infinity: forever. */
  readonly keptMs: number;
  /** Any moment of its window can be restored, whenever its rule runs. */
  readonly continuous: boolean;
  /** The start windows of the runs that make its points, in order: those that lose to another rule make none. */
  readonly runs: readonly TimeSpan[];
  /** What has to be so beside the plan: its type is opted in, or a vault that was not scanned is as it should be. */
  readonly restsOn: 'plan' | 'opt-in' | 'unseen-vault';
  /** Why none of that will come to be. */
  readonly fault?: Fault;
}

/** What plans are to bring, by rule and vault, with their runs in a time. */
export function carriersOf(
  plans: readonly CoveringPlan[],
  around: Surroundings,
  { from, to }: TimeSpan,
): readonly Carrier[] {
  return plans.flatMap(({ plan, certain }) => {
    const runs = around.recallRuns([plan], `${from} ${to}`, () => effectiveRuns(plan, from, to));
    return plan.rules.flatMap((rule) =>
      ruleDestinations(rule, plan.scope, around.capability)
        .filter((destination) => counts(destination, around.where))
        .map((destination) => toCarrier(rule, destination, runs.get(rule.id) ?? [], certain, around)),
    );
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
  certain: boolean,
  { vaults, capability, now }: Surroundings,
): Carrier {
  const { vaultArn, retention, atHome, copy } = destination;
  const vault = vaults.get(vaultArn);
  const continuous = rule.continuous && !copy && capability.continuous === true;
  const fault = faultOf(rule, destination, vault, continuous, now);
  return {
    vaultArn,
    keptMs: retention === 'forever' ? Infinity : retention * DAY,
    continuous,
    runs,
    restsOn: !atHome && vault === undefined ? 'unseen-vault' : certain ? 'plan' : 'opt-in',
    ...(fault && { fault }),
  };
}

function effectiveRuns(plan: BackupPlan, from: Instant, to: Instant): EffectiveRuns {
  const scheduled = plan.rules.flatMap((rule): ScheduledRule[] => {
    const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
    return schedule.kind === 'schedule' ? [{ rule, schedule }] : [];
  });
  const windowMs = new Map(plan.rules.map(({ id, startWindowMinutes }) => [id, startWindowMinutes * MINUTE]));
  const runs = new Map<string, TimeSpan[]>(plan.rules.map(({ id }) => [id, []]));
  for (const { ruleId, at, suppressedBy } of planRuns(scheduled, from, to)) {
    if (suppressedBy === undefined) runs.get(ruleId)?.push({ from: at, to: at + (windowMs.get(ruleId) ?? 0) });
  }
  return runs;
}
