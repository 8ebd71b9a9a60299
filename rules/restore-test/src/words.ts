import { formatDuration, formatInstant } from '@backproof/core';
import type {
  Evidence,
  Instant,
  JobOrigin,
  PeerGroup,
  Resource,
  RestoreJob,
  RestoreTestingPlan,
} from '@backproof/core';
import { durationMs, isTest } from './attempt.js';
import { knownAttempts } from './context.js';
import type { Context, TestDossier } from './context.js';

/** How long a restore took, for people. */
export function durationText(job: RestoreJob): string {
  const duration = durationMs(job);
  return Number.isFinite(duration) ? formatDuration(duration) : 'an unknown time';
}

/** The resources for which one of them is tested, as the options have it. */
export function groupText(group: PeerGroup, { type }: Resource): string {
  if (group === 'type') return `all of type ${type} in its account and Region`;
  if (group === 'plan') return 'all that a backup plan of its backs up';
  return `all in its account and Region that have the same tag ${group.slice('tag:'.length)}`;
}

/** The resource that a job restored. */
export function sampleOf({ sourceResourceArn, id }: RestoreJob): string {
  return sourceResourceArn ?? `the source of job ${id}`;
}

/** AWS's explanation of a failure. */
export function reasonText(text: string | undefined): string {
  return text ?? 'AWS gave no reason';
}

/** What became of the newest restore that does not count, as a sentence with a space after it; empty if there is none. */
export function attemptText(context: Context): string {
  const [newest] = knownAttempts(context);
  if (newest === undefined) return '';
  const { status, validationStatus, message, validationMessage } = newest;
  const how = [status, validationStatus && `validation ${validationStatus}`, message, validationMessage];
  return `The newest restore, of ${formatInstant(newest.createdAt)}, does not count: ${how.filter(Boolean).join(', ')}. `;
}

/** Which restore-testing plan might have tested the resource, as a sentence. */
export function planText({ dossier, criteria }: Context): string {
  const { restoreTestingPlans: plans } = dossier;
  const [plan] = plans;
  if (plan === undefined) return 'No restore-testing plan is known that may pick it.';
  const ran = plans.find(({ lastExecutedAt = -Infinity }) => lastExecutedAt >= criteria.since) ?? plan;
  const last = ran.lastExecutedAt === undefined ? 'never ran' : `ran last on ${formatInstant(ran.lastExecutedAt)}`;
  if (dossier.restoreJobs.some(({ restoreTestingPlanArn }) => restoreTestingPlanArn === ran.arn)) {
    return `Restore-testing plan ${ran.name}, which has picked it before, ${last}.`;
  }
  return `Restore-testing plan ${ran.name}, which may pick it, ${last}; no test of it by this plan is known.`;
}

/** Where the record of a job comes from, for people. */
const ORIGINS: Readonly<Record<JobOrigin, string>> = {
  inventory: 'from an earlier inventory',
  ledger: 'from the ledger',
  'audit-manager': 'as a report of AWS Backup Audit Manager tells',
  cloudtrail: 'as an event of CloudTrail tells',
};

/** A restore job, how it ended and what was told of it. */
export function evidenceOfRestore(job: RestoreJob): Evidence {
  const { id, status, message, validationStatus, deletionStatus, origin } = job;
  const words = [
    `${isTest(job) ? 'restore test' : 'restore on demand'} ${status}`,
    message,
    validationStatus && `validation ${validationStatus}`,
    deletionStatus && `deletion of the restored resource ${deletionStatus}`,
    origin && ORIGINS[origin],
  ];
  return { kind: 'restoreJob', id, text: words.filter(Boolean).join(', '), at: new Date(job.createdAt) };
}

/** How far back restore jobs are known, and the assumption that this rests on. */
export function evidenceOfHistory({ resource }: TestDossier, since: Instant): Evidence {
  const text =
    'all restore jobs since then are known, if AWS keeps their records for 30 days as it does those of other jobs';
  return { kind: 'jobHistory', id: resource.arn, text, at: new Date(since) };
}

/** Restore-testing plans: intents, each with when it ran last. */
export function evidenceOfTestingPlans({
  restoreTestingPlans,
}: Pick<TestDossier, 'restoreTestingPlans'>): readonly Evidence[] {
  return restoreTestingPlans.map(({ arn, name, scheduleExpression, timezone, lastExecutedAt }: RestoreTestingPlan) => ({
    kind: 'restoreTestingPlan',
    id: arn,
    text: `restore-testing plan ${name} (${scheduleExpression} ${timezone})${lastExecutedAt === undefined ? ', never ran' : ', last run'}`,
    ...(lastExecutedAt !== undefined && { at: new Date(lastExecutedAt) }),
  }));
}
