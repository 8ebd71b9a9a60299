import {
  copyRetentionDays,
  count,
  describeExplanation,
  evidenceOfCopyJob,
  evidenceOfJob,
  evidenceOfLifecyclePolicy,
  evidenceOfPoint,
  formatDuration,
  formatInstant,
  printable,
  retentionDays,
} from '@backproof/core';
import type {
  Evidence,
  ExplainedSelection,
  ResourceStory,
  RestoreInBrief,
  Retention,
  UnusableReason,
  UpcomingRun,
} from '@backproof/core';
import { nativeLines, replicationLines } from './own-words.js';
import type { Paint } from './paint.js';
import { evidenceLine, firstNames } from './wording.js';

/** The number of jobs of a kind that are shown. */
export const JOBS_SHOWN = 3;

const UNUSABLE: Readonly<Record<UnusableReason, string>> = {
  expired: 'expired',
  deleting: 'being deleted',
  creating: 'still being created',
  partial: 'partial',
  stopped: 'stopped (continuous backup ended)',
  'past-deletion': 'overdue for deletion',
  temporary: 'kept only until a copy is made',
  infected: 'with malware findings',
  'unknown-status': 'of an unknown status',
};

/** The beginning of the line of the newest point. */
export const NEWEST = 'Newest: ';

/** The selections that assign it and those that do not, with the reason, and the next runs of its plans. */
export function* assignmentLines(story: ResourceStory, paint: Paint): Generator<string> {
  const { resource, selections, upcomingRuns, lifecyclePolicies } = story;
  if (story.plansUnread) {
    yield `Backup plans and selections of its account and Region could not all be read${selections.length === 0 ? ', and none was' : ': there may be others'}.`;
  } else if (selections.length === 0) {
    yield 'No backup plan in its account and Region has a selection.';
  }
  // Of many selections most have nothing to do with it; those that came close are worth a line each.
  const isForeign = ({ explanation }: ExplainedSelection): boolean => explanation.reason === 'no-match';
  for (const selection of selections) if (!isForeign(selection)) yield selectionText(selection, paint);
  const foreign = selections.filter(isForeign).map(({ plan }) => plan.name);
  if (foreign.length > 0) {
    yield `${paint.dim(MARKS.no)} ${count(foreign.length, 'selection')} ${foreign.length === 1 ? 'does' : 'do'} not match it: ${firstNames(foreign)}`;
  }
  for (const rule of upcomingRuns) yield printable(upcomingText(rule));
  for (const policy of lifecyclePolicies) yield datedLine(evidenceOfLifecyclePolicy(policy), resource.arn);
}

/** Its points, the last jobs and the service's own backups. */
export function* backupLines({
  resource,
  related,
  points,
  backupJobs,
  nativeBackups,
}: ResourceStory): Generator<string> {
  const { oldest, newest, unusable } = points;
  if (oldest === undefined || newest === undefined) {
    const own = related.length === 0 ? '' : ' of its own';
    yield `No recovery point${own} in any vault that was read.`;
  } else {
    const faults = [...unusable].map(([reason, number]) => `${number} ${UNUSABLE[reason]}`).join(', ');
    yield `${count(points.count, 'recovery point')} since ${formatInstant(oldest.createdAt)}${faults === '' ? '' : `; not usable: ${faults}`}`;
    yield `${NEWEST}${datedLine(evidenceOfPoint(newest), resource.arn)}`;
  }
  for (const job of backupJobs.slice(0, JOBS_SHOWN)) yield datedLine(evidenceOfJob(job), resource.arn);
  yield* nativeLines(nativeBackups);
}

/** The places with usable copies, and the last copy jobs. */
export function* copyLines({ resource, protection, copyJobs }: ResourceStory): Generator<string> {
  if (protection.copies.length === 0) yield 'No usable copy in any other account or Region that was read.';
  for (const { accountId, region, airGapped, usable, newest } of protection.copies) {
    const where = `${accountId} ${region}${airGapped ? ', air-gapped' : ''}`;
    yield `${where}: ${count(usable, 'usable point')}, newest ${formatInstant(Date.parse(newest))}`;
  }
  for (const job of copyJobs.slice(0, JOBS_SHOWN)) yield datedLine(evidenceOfCopyJob(job), resource.arn);
}

/** Restores, one a line. */
export function* restoresText(restores: readonly RestoreInBrief[]): Generator<string> {
  if (restores.length === 0) yield 'No restore on record.';
  for (const { at, kind, nativeCall, status, validationStatus, durationMs, accountId, region } of restores) {
    const words = [
      nativeCall === undefined
        ? `${kind === 'test' ? 'restore test' : 'on-demand restore'} ${status}`
        : `restore without AWS Backup by ${nativeCall}, end unknown`,
      durationMs === undefined ? undefined : `in ${formatDuration(durationMs)}`,
      validationStatus === undefined ? undefined : `validation ${validationStatus}`,
      `in ${accountId} ${region}`,
    ];
    yield printable(`${formatInstant(Date.parse(at))}  ${words.filter((word) => word !== undefined).join(', ')}`);
  }
}

/** Its newest restores, the plans that may test it, and the time since which the restore history is complete. */
export function* restoreLines(story: ResourceStory): Generator<string> {
  const { restores } = story.protection;
  yield* restoresText(restores);
  for (const { scope, name, scheduleExpression, timezone, lastExecutedAt } of story.restoreTestingPlans) {
    const last = lastExecutedAt === undefined ? 'never ran' : `last ran ${formatInstant(lastExecutedAt)}`;
    const where = `in ${scope.accountId} ${scope.region}`;
    const what = story.protection.usable > 0 ? 'may select it' : 'finds no usable recovery point of it';
    yield printable(`Restore-testing plan ${name} ${where} (${scheduleExpression} ${timezone}) ${what}; it ${last}`);
  }
  yield story.restoresKnownSince === undefined
    ? 'The restore history is incomplete.'
    : `The restore history is complete since ${formatInstant(story.restoresKnownSince)}.`;
}

/** Its replicas, and its source if it is one. */
export function* replicaLines({ resource, replicas }: ResourceStory): Generator<string> {
  if (replicas.length === 0) yield 'No replication found.';
  yield* replicationLines(resource, replicas);
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;

function selectionText({ plan, selection, explanation }: ExplainedSelection, paint: Paint): string {
  const colors = { yes: paint.green, no: paint.dim, unknown: paint.yellow } as const;
  const mark = colors[explanation.assigned](MARKS[explanation.assigned]);
  return `${mark} ${printable(`plan ${plan.name}, selection ${selection.name}: ${describeExplanation(explanation)}`)}`;
}

function upcomingText({ plan, rule, next, problem, doubt }: UpcomingRun): string {
  const { name, scheduleExpression, timezone, lifecycle, copyActions } = rule;
  const run = next === undefined ? 'never runs again' : `runs next ${formatInstant(next)}`;
  const copies = copyActions.map(
    (copy) => `, copies to ${copy.destinationVaultArn} (${keptText(copyRetentionDays(copy, lifecycle))})`,
  );
  const kept = keptText(retentionDays(lifecycle));
  const obstacle = problem === undefined ? doubtText(doubt) : `. It cannot produce recovery points: ${problem.text}`;
  return `${plan.name}, rule ${name} (${scheduleExpression} ${timezone}) ${run}, ${kept}${copies.join('')}${obstacle}`;
}

function doubtText(doubt: UpcomingRun['doubt']): string {
  if (doubt === undefined) return '';
  if (doubt.kind === 'vault-state') return `. Whether it can produce recovery points is unknown: ${doubt.text}`;
  return `. Whether AWS manages the KMS key of its data is unknown; in one of the two cases it cannot produce recovery points: ${doubt.problem.text}`;
}

function keptText(retention: Retention): string {
  return retention === 'forever' ? 'kept forever' : `kept ${count(retention, 'day')}`;
}

/** Evidence as a line that begins with its time. */
export function datedLine(evidence: Evidence, about: string): string {
  return evidenceLine(evidence.at?.getTime(), evidence, about);
}
