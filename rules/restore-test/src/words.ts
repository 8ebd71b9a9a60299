import {
  DAY,
  durationText,
  EVENT_HISTORY_DAYS,
  heldPoints,
  isNative,
  mayRestore,
  NATIVE_RESTORE_NAMES,
  parseDuration,
  testingObstacle,
} from '@backproof/core';
import type { Evidence, Instant, JobOrigin, RestoreJob, RestoreTestingPlan, TestingObstacle } from '@backproof/core';
import { durationMs, isTest, mayBeTest } from './attempt.js';
import { deletionOf } from './aws-words.js';
import type { Context, TestDossier } from './context.js';
import type { Options } from './options.js';

/** The time that a restore took, for people. */
export function timeTaken(job: RestoreJob): string {
  const duration = durationMs(job);
  return duration === undefined ? 'an unknown time' : durationText(duration);
}

/** The greatest age of the newest test, for people. */
export function withinText({ within }: Pick<Options, 'within'>): string {
  return durationText(parseDuration(within));
}

/** The resource that a job restored. */
export function sampleOf({ sourceResourceArn, id }: RestoreJob): string {
  return sourceResourceArn ?? `the source of job ${id}`;
}

/** The facts that decide whether restore-testing plans may pick a resource. */
interface Testing extends Pick<Context, 'restores' | 'now'> {
  readonly dossier: Pick<TestDossier, 'restoreTestingPlans' | 'recoveryPoints' | 'legalHolds'>;
}

/** The call that restored without AWS Backup, and when. */
export function callOf({ nativeCall = '', createdAt }: RestoreJob) {
  return { call: nativeCall, tested: new Date(createdAt) };
}

const RESTORES_NAMED = 3;

/** The newest restores without AWS Backup, for people. */
export function nativeRestoresText(restores: readonly RestoreJob[]): string {
  const named = restores.filter(isNative).slice(0, RESTORES_NAMED);
  return named.map(({ nativeCall = '', createdAt }) => `${nativeCall} on ${isoDay(createdAt)}`).join(', ') || 'none';
}

function isoDay(moment: Instant): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The names of the restore-testing plans that may pick the resource. */
export function planNames(context: Testing): string {
  const able = context.dossier.restoreTestingPlans.filter((plan) => obstacleTo(plan, context) === undefined);
  return able.map(({ name }) => name).join(', ') || 'none';
}

function obstacleTo(plan: RestoreTestingPlan, { dossier, now }: Testing): TestingObstacle | undefined {
  return testingObstacle(plan, dossier.recoveryPoints, now, heldPoints(dossier.legalHolds));
}

/** Where the record of a job comes from, for people. */
const ORIGINS: Readonly<Record<JobOrigin, string>> = {
  inventory: 'from an earlier inventory',
  ledger: 'from the ledger',
  'audit-manager': 'from a report of AWS Backup Audit Manager',
  cloudtrail: 'from CloudTrail',
  eventbridge: 'from an archived event of EventBridge',
};

function kindOf(job: RestoreJob): string {
  if (isNative(job)) return 'restore without AWS Backup';
  if (mayBeTest(job)) return 'restore';
  return isTest(job) ? 'restore test' : 'restore on demand';
}

/** A restore job, how it ended and what AWS reported of it. */
export function evidenceOfRestore(job: RestoreJob): Evidence {
  const { id, status, nativeCall, message, validationStatus, deletionStatus, origin, eventId } = job;
  const words = [
    `${kindOf(job)} ${nativeCall === undefined ? status : `by ${nativeCall}, its end unknown`}`,
    message,
    validationStatus && `validation ${validationStatus}`,
    deletionStatus && `deletion of the restored resource ${deletionStatus}`,
    deletionOf(job) === undefined && 'a status that this version does not know',
    // The id of a restore without AWS Backup is that of its event.
    origin && (eventId === undefined || eventId === id ? ORIGINS[origin] : `${ORIGINS[origin]}, event ${eventId}`),
  ];
  return { kind: 'restoreJob', id, text: words.filter(Boolean).join(', '), at: new Date(job.createdAt) };
}

/** The moment since when all restores are known, and the assumption that this rests on. */
export function evidenceOfHistory(
  { dossier, byEvents }: Pick<Context, 'dossier' | 'byEvents'>,
  since: Instant,
): Evidence {
  const text = byEvents
    ? 'all restores by AWS Backup since then are known from the event history of CloudTrail, assuming that AWS Backup reported each to it: AWS does so on a best-effort basis'
    : 'all restore jobs since then are known, assuming that AWS keeps their records for 30 days as it does those of other jobs';
  return { kind: 'jobHistory', id: dossier.resource.arn, text, at: new Date(since) };
}

/** The calls that CloudTrail was searched for, where it was: their absence proves that the resource was not restored by them. */
export function evidenceOfSearch({ dossier, criteria, now }: Context): readonly Evidence[] {
  const { resource, nativeRestores } = dossier;
  if (!criteria.acceptNative || !nativeRestores.searched) return [];
  const calls = NATIVE_RESTORE_NAMES.filter((nativeCall) => mayRestore({ nativeCall }, resource)).join(', ');
  const text = `the event history of CloudTrail was searched for restores without AWS Backup: ${calls}`;
  return [{ kind: 'jobHistory', id: resource.arn, text, at: new Date(now - EVENT_HISTORY_DAYS * DAY) }];
}

/** Restore-testing plans that name the resource: whether they can pick it, why not, and when they last ran. */
export function evidenceOfTestingPlans(context: Testing): readonly Evidence[] {
  return context.dossier.restoreTestingPlans.map((plan) => {
    const { arn, name, scheduleExpression, timezone, lastExecutedAt } = plan;
    const ran = lastExecutedAt === undefined ? 'has never run' : 'last run';
    return {
      kind: 'restoreTestingPlan',
      id: arn,
      text: `restore-testing plan ${name} (${scheduleExpression} ${timezone}) ${reachText(plan, context)}, ${ran}`,
      ...(lastExecutedAt !== undefined && { at: new Date(lastExecutedAt) }),
    };
  });
}

function reachText(plan: RestoreTestingPlan, context: Testing): string {
  const hasPicked = context.restores.some(({ restoreTestingPlanArn }) => restoreTestingPlanArn === plan.arn);
  const before = hasPicked ? 'has picked this resource before' : 'is not known to have picked this resource';
  const obstacle = obstacleTo(plan, context);
  return obstacle === undefined
    ? `may pick this resource and ${before}`
    : `cannot pick it: ${whyNot(obstacle, plan)}; it ${before}`;
}

function whyNot(obstacle: TestingObstacle, { recoveryPointTypes, selectionWindowDays }: RestoreTestingPlan): string {
  switch (obstacle) {
    case 'no-eligible-point':
      return 'the resource has no usable recovery point';
    case 'vaults':
      return 'no usable recovery point lies in a vault that the plan includes';
    case 'point-types':
      return `no usable recovery point in its vaults is of a type that it takes (${recoveryPointTypes.join(', ')})`;
    case 'window':
      return `no usable recovery point in its vaults is from the last ${selectionWindowDays} days`;
  }
}
