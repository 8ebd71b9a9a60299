import { DAY } from '@backproof/core';
import type { BackupPlan, BackupRule, NativeBackup, RecoveryPoint, Resource } from '@backproof/core';
import {
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  dailyPoints,
  daysAgo,
  ebsVolume,
  home,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  vault,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';
import type { Options } from './options.js';

/** Rules of all kinds, some of which cannot work. */
const RULES: readonly BackupRule[] = [
  backupRule({ name: 'daily', lifecycle: { deleteAfterDays: 10 } }),
  backupRule({ name: 'weekly', scheduleExpression: 'cron(0 5 ? * SUN *)', lifecycle: { deleteAfterDays: 30 } }),
  backupRule({ name: 'kept', lifecycle: {} }),
  backupRule({
    name: 'copied',
    lifecycle: { deleteAfterDays: 5 },
    copyActions: [{ destinationVaultArn: bunkerVaultArn, lifecycle: { deleteAfterDays: 90 } }],
  }),
  backupRule({ name: 'weekdays', scheduleExpression: 'cron(0 5 ? * MON-FRI *)' }),
  backupRule({ name: 'continuous', continuous: true, lifecycle: { deleteAfterDays: 20 } }),
  backupRule({ name: 'cold', lifecycle: { deleteAfterDays: 100, moveToColdStorageAfterDays: 30 } }),
  backupRule({ name: 'over', scheduleExpression: 'cron(0 5 ? * * 2020)' }),
];

const anyPlan = fc
  .subarray([...RULES], { minLength: 1, maxLength: 3 })
  .map((rules): BackupPlan => backupPlan({ name: 'some', rules }));

const tagged = { tags: { backup: 'yes' } };

const anyResource = fc
  .tuple(fc.constantFrom(1, 8, 60, 60, undefined), fc.boolean())
  .map(([age, isVolume]): Resource => {
    const resource = isVolume ? ebsVolume(tagged) : rdsInstance(tagged);
    return age === undefined ? ageless(resource) : { ...resource, createdAt: daysAgo(age) };
  });

/** The same resource, of which the service does not tell when it was created. */
export function ageless(resource: Resource): Resource {
  const { createdAt, ...rest } = resource;
  return createdAt === undefined ? resource : rest;
}

/** Most of the days of a plan that works, and some points of any kind. Copies are where the plan copies to. */
function anyPoints(of: Resource, { rules }: BackupPlan): fc.Arbitrary<readonly RecoveryPoint[]> {
  const copyVaults = rules.flatMap(({ copyActions }) => copyActions.map((copy) => copy.destinationVaultArn));
  const regular = fc
    .record({
      days: fc.constantFrom(0, 8, 30, 30, 30),
      keepDays: fc.constantFrom(10, 30, 60),
      vaultArn: fc.constantFrom(undefined, ...copyVaults),
    })
    .map(({ days, keepDays, vaultArn }) => dailyPoints(of, { days, keepDays, ...(vaultArn && { vaultArn }) }))
    .chain((points) => fc.tuple(fc.constant(points), fc.array(fc.nat(29), { maxLength: 3 })))
    .map(([points, missing]) => points.filter((_, day) => !missing.includes(day)));
  const any = fc
    .record({
      createdAt: fc.nat(50).map(daysAgo),
      status: fc.constantFrom('COMPLETED' as const, 'EXPIRED' as const),
      keepDays: fc.constantFrom(5, 40, 400),
      id: fc.uuid(),
    })
    .map(({ id, ...fields }) => recoveryPoint(of, { arn: `arn:point/${id}`, ...fields }));
  const continuous = fc.constantFrom([], [], [continuousPoint(of)]);
  return fc.tuple(regular, fc.array(any, { maxLength: 4 }), continuous).map((lists) => lists.flat());
}

function anyNatives(of: Resource, points: readonly RecoveryPoint[]): fc.Arbitrary<readonly NativeBackup[]> {
  const pitr = points.find(({ continuous }) => continuous);
  if (pitr === undefined || of.type !== 'RDS') return fc.constant([]);
  const native = nativeBackup(of, { retentionDays: 20, recoveryPointArn: pitr.arn, earliestRestorableAt: daysAgo(20) });
  return fc.constantFrom([], [native], [{ ...native, latestRestorableAt: daysAgo(4) }]);
}

const LOCKED = vault({ scope: bunker, name: 'bunker', lock: { maxRetentionDays: 50 } });

/** Small histories: mostly in a plan, mostly in order, with a bit of everything that may be wrong. */
export const anyGiven: fc.Arbitrary<Given> = anyResource
  .chain((resource) => fc.tuple(fc.constant(resource), anyPlan))
  .chain(([resource, plan]) => fc.tuple(fc.constant(resource), anyPoints(resource, plan), fc.constant(plan), fc.nat(9)))
  .chain(([resource, recoveryPoints, plan, how]) =>
    fc
      .record({
        nativeBackups: anyNatives(resource, recoveryPoints),
        backupJobs: fc.constantFrom([], [backupJob(resource, { age: '100h', state: 'FAILED', message: 'No.' })]),
        vaults: fc.constantFrom([], [], [LOCKED], [vault({ lock: { maxRetentionDays: 50 } })]),
        scopes: fc.constantFrom([home], [home, bunker], [home, bunker]),
      })
      .map((given) => ({ resource, recoveryPoints, ...given, ...assignedBy(resource, plan, how) })),
  );

/** Nine times in ten the resource is in the plan; sometimes by a tag, with an opt-in that AWS does not tell. */
function assignedBy(
  resource: Resource,
  plan: BackupPlan,
  how: number,
): Pick<Given, 'plans' | 'selections' | 'regionSettings'> {
  if (how === 0) return {};
  if (how > 1) return inPlan(resource, plan);
  const byTag = backupSelection({ planId: plan.id, listOfTags: [{ key: 'backup', value: 'yes' }] });
  return { plans: [plan], selections: [byTag], regionSettings: [regionSettings({ optIn: {} })] };
}

/** Tiers that a history of weeks can hold. */
export const anyOptions: fc.Arbitrary<Partial<Options>> = fc.record({
  tiers: fc.constantFrom(
    [{ name: 'daily', every: '24h', keep: '7d' }],
    [
      { name: 'daily', every: '24h', keep: '7d' },
      { name: 'weekly', every: '7d', keep: '25d' },
    ],
    [{ name: 'weekly', every: '7d', keep: '25d' }],
  ),
  tolerance: fc.constantFrom('12h', '36h'),
  businessDays: fc.boolean(),
  where: fc.constantFrom('any' as const, 'any' as const, 'primary' as const, 'copy' as const),
  effectiveFrom: fc.constantFrom('2026-01-01', '2026-11-15'),
});

/** Some of what a scan reads, which it may not read. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.subarray<Unread>(
  [
    ...(['backupPlans', 'regionSettings', 'nativeBackups', 'backupJobs'] as const),
    { kind: 'vaults', scope: home },
    { kind: 'vaults', scope: bunker },
    { kind: 'recoveryPoints', scope: home },
    { kind: 'recoveryPoints', scope: bunker },
  ],
  { minLength: 1, maxLength: 2 },
);

/** A point that can only help: it can be restored and lives for years. */
export function goodPoint(of: Resource, days: number): RecoveryPoint {
  return recoveryPoint(of, { arn: `arn:point/good-${days}`, createdAt: daysAgo(days) + DAY / 3 });
}
