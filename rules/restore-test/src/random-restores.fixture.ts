import { DAY, HOUR, POPULATION_KINDS } from '@backproof/core';
import type { BackupPlan, Resource, RestoreJob } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  ebsVolume,
  ec2Instance,
  home,
  inPlan,
  jobHistory,
  NOW,
  rdsInstance,
  recoveryPoint,
  storageGatewayVolume,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';
import { everyDatabase, monthly, test } from './restores.fixture.js';

const copying = backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] });
/** A status that AWS's API does not have today. */
export const NEW_WORD = 'COMPLETED_WITH_DIFFERENCES';

const tags = fc.constantFrom({}, { app: 'shop' });
const age = fc.constantFrom(HOUR, 5 * DAY, 20 * DAY, 45 * DAY, 80 * DAY, 100 * DAY);
const createdAt = fc.constantFrom(10 * DAY, 60 * DAY, 400 * DAY, 400 * DAY).map((days) => NOW - days);
const attachedAt = fc.constantFrom(0, 0, NOW - 30 * DAY, NOW - 95 * DAY);
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

/** A resource among others of its account: a database, a volume with its instance, or what cannot be tested. */
const anyResources = fc.record({ tags, createdAt, since: attachedAt }).chain(({ since, ...fields }) =>
  fc.constantFrom<Pick<Given, 'resource' | 'others'>>(
    { resource: rdsInstance(fields), others: [rdsInstance({ name: 'billing', tags: { app: 'shop' } })] },
    {
      resource: ebsVolume({ ...fields, attachments: [{ instanceArn: ec2Instance().arn, since }] }),
      others: [ec2Instance()],
    },
    { resource: storageGatewayVolume(fields), others: [storageGatewayVolume({ name: 'other' })] },
  ),
);

/** Jobs of the resource and the others; of some AWS names nothing but the point. */
function anyJob({ resource, others = [] }: Pick<Given, 'resource' | 'others'>): fc.Arbitrary<RestoreJob> {
  const job = fc.record({
    of: fc.constantFrom(resource, ...others),
    age,
    scope: fc.constantFrom(home, home, bunker),
    status: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED', 'RUNNING', NEW_WORD),
    manual: fc.boolean(),
    nameless: fc.nat({ max: 9 }).map((n) => n === 0),
    validationStatus: fc.constantFrom('SUCCESSFUL', 'SUCCESSFUL', 'FAILED', 'VALIDATING', NEW_WORD),
  });
  return job.map(({ of, age: ms, manual, nameless, ...fields }) => {
    const { restoreTestingPlanArn, sourceResourceArn, ...rest } = test(of, { createdAt: NOW - ms, ...fields });
    const recoveryPointArn = recoveryPoint(of, { age: '24h' }).arn;
    return {
      ...rest,
      recoveryPointArn,
      id: `${rest.id} ${of.arn} ${fields.scope.region}`,
      ...(!manual && restoreTestingPlanArn !== undefined && { restoreTestingPlanArn }),
      ...(!nameless && sourceResourceArn !== undefined && { sourceResourceArn }),
    };
  });
}

/** Jobs with an id each, of which none is older than what it restored, and none runs where there are no copies. */
function possible(
  jobs: readonly RestoreJob[],
  { createdAt = 0 }: Resource,
  plans: readonly BackupPlan[],
): readonly RestoreJob[] {
  return jobs
    .filter((job) => job.createdAt >= createdAt && (job.scope === home || plans.includes(copying)))
    .map((job, index) => ({ ...job, id: `${job.id} ${String(index)}` }));
}

/** The resource with any restores, points and histories. */
export const anyGiven: fc.Arbitrary<Given> = anyResources.chain((resources) => {
  const { resource, others = [] } = resources;
  const anyPoint = fc
    .tuple(age, fc.option(age), fc.constantFrom('COMPLETED', 'EXPIRED'))
    .map(([ms, restored, status]) =>
      recoveryPoint(resource, {
        createdAt: NOW - ms - DAY,
        status,
        ...(restored !== null && { lastRestoredAt: NOW - restored }),
      }),
    );
  const given = fc.record({
    resource: fc.constant(resource),
    others: fc.constant(others),
    recoveryPoints: fc
      .tuple(some(anyPoint), fc.constantFrom([resource], [resource, ...others]))
      .map(([points, backedUp]) => [
        ...points,
        ...backedUp.map((each) => recoveryPoint(each, { age: '24h' })),
        ...others.map((each) => recoveryPoint(each, { age: '110d' })),
      ]),
    restoreJobs: some(anyJob(resources)),
    plans: fc.constantFrom([copying], [backupPlan()]),
    selections: fc.constant(inPlan([resource, ...others]).selections),
    scopes: fc.constant([home, bunker]),
    jobHistories: fc.constantFrom([], [jobHistory()], [jobHistory(), jobHistory({ scope: bunker, days: 90 })]),
    restoreTestingPlans: fc.constant([monthly]),
    restoreTestingSelections: fc.constant([everyDatabase]),
  });
  return given.map((all) => ({ ...all, restoreJobs: possible(all.restoreJobs, resource, all.plans) }));
});

/** All options but the window. */
export const anyOptions = fc.record({
  acceptManual: fc.boolean(),
  requireValidation: fc.boolean(),
  scope: fc.constantFrom('resource', 'type', 'plan', 'tag:app'),
  maxRestoreTime: fc.constantFrom('none', 'none', '30m'),
  proof: fc.constantFrom('indirect', 'direct'),
  absence: fc.constantFrom('fail', 'unknown'),
  untestable: fc.constantFrom('notApplicable', 'fail'),
  followers: fc.constantFrom('inherit', 'judge'),
  parts: fc.constantFrom('inherit', 'judge'),
});

const OTHER_KINDS = POPULATION_KINDS.filter((kind) => kind !== 'resources');

/** Up to three populations, or all of a kind, that may not be read; resources always may. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.array(
  fc.oneof(
    fc.constantFrom<Unread>('restoreJobs', 'recoveryPoints', 'backupPlans', 'restoreTestingPlans'),
    fc.record({ kind: fc.constantFrom(...OTHER_KINDS), scope: fc.constantFrom(home, bunker) }),
    fc.record({ kind: fc.constant('recoveryPoints' as const), of: fc.constant(bunkerVaultArn) }),
  ),
  { minLength: 1, maxLength: 3 },
);
