import {
  copyRetentionDays,
  describeExplanation,
  evidenceOfCopyJob,
  evidenceOfJob,
  evidenceOfLifecyclePolicy,
  evidenceOfNative,
  evidenceOfPoint,
  evidenceOfReplica,
  formatDuration,
  formatInstant,
  retentionDays,
} from '@backproof/core';
import type { Evidence, ExplainedSelection, ResourceStory, Retention, UpcomingRun } from '@backproof/core';
import type { Paint } from './paint.js';
import { count, evidenceLine, firstNames, printable } from './wording.js';

const JOBS_SHOWN = 3;

/** What the line of the newest point begins with. */
export const NEWEST = 'Newest: ';

/** Which selections of which plans assign it or do not, and why; and what the plans that do will do next. */
export function* assignmentLines(story: ResourceStory, paint: Paint): Generator<string> {
  const { resource, selections, upcomingRuns, lifecyclePolicies } = story;
  if (selections.length === 0) yield 'No plan in its account and Region has a selection.';
  // Of many selections most have nothing to do with it; those that came close are worth a line each.
  const isForeign = ({ explanation }: ExplainedSelection): boolean => explanation.reason === 'no-match';
  for (const selection of selections) if (!isForeign(selection)) yield selectionText(selection, paint);
  const foreign = selections.filter(isForeign).map(({ plan }) => plan.name);
  if (foreign.length > 0) {
    yield `${paint.dim(MARKS.no)} By ${count(foreign.length, 'selection')} no ARN, pattern or tag matches it: ${firstNames(foreign)}`;
  }
  for (const rule of upcomingRuns) yield printable(upcomingText(rule));
  for (const policy of lifecyclePolicies) yield datedLine(evidenceOfLifecyclePolicy(policy), resource.arn);
}

/** Its points, the last jobs and the service's own backups. */
export function* backupLines({ resource, points, backupJobs, nativeBackups }: ResourceStory): Generator<string> {
  const { oldest, newest, unusable } = points;
  if (oldest === undefined || newest === undefined) {
    yield 'No recovery point in any vault that was read.';
  } else {
    const faults = [...unusable].map(([reason, number]) => `${number} ${reason}`).join(', ');
    yield `${count(points.count, 'point')} since ${formatInstant(oldest.createdAt)}${faults === '' ? '' : `, unusable of them: ${faults}`}`;
    yield `${NEWEST}${datedLine(evidenceOfPoint(newest), resource.arn)}`;
  }
  for (const job of backupJobs.slice(0, JOBS_SHOWN)) yield datedLine(evidenceOfJob(job), resource.arn);
  for (const native of nativeBackups) yield datedLine(evidenceOfNative(native), resource.arn);
}

/** Where usable copies lie, and the last copy jobs. */
export function* copyLines({ resource, protection, copyJobs }: ResourceStory): Generator<string> {
  if (protection.copies.length === 0) yield 'No usable copy in any other account or Region that was read.';
  for (const { accountId, region, airGapped, usable, newest } of protection.copies) {
    const where = `${accountId} ${region}${airGapped ? ', air-gapped' : ''}`;
    yield `${where}: ${count(usable, 'usable point')}, the newest of ${formatInstant(Date.parse(newest))}`;
  }
  for (const job of copyJobs.slice(0, JOBS_SHOWN)) yield datedLine(evidenceOfCopyJob(job), resource.arn);
}

/** How its newest restores went, which plans may test it, and since when every restore would be known. */
export function* restoreLines(story: ResourceStory): Generator<string> {
  const { restores } = story.protection;
  for (const { at, kind, status, validationStatus, durationMs, accountId, region } of restores) {
    const words = [
      `${kind === 'test' ? 'restore test' : 'on-demand restore'} ${status}`,
      durationMs === undefined ? undefined : `in ${formatDuration(durationMs)}`,
      validationStatus === undefined ? undefined : `validation ${validationStatus}`,
      `in ${accountId} ${region}`,
    ];
    yield printable(`${formatInstant(Date.parse(at))}  ${words.filter((word) => word !== undefined).join(', ')}`);
  }
  if (restores.length === 0) yield 'No restore is known.';
  for (const { scope, name, scheduleExpression, timezone, lastExecutedAt } of story.restoreTestingPlans) {
    const last = lastExecutedAt === undefined ? 'never ran' : `ran ${formatInstant(lastExecutedAt)}`;
    const where = `in ${scope.accountId} ${scope.region}`;
    yield printable(
      `Restore-testing plan ${name} ${where} (${scheduleExpression} ${timezone}) may pick it; it ${last}`,
    );
  }
  yield story.restoresKnownSince === undefined
    ? 'It is not known of any time up to now that every restore is known.'
    : `Every restore since ${formatInstant(story.restoresKnownSince)} is known.`;
}

/** What follows it, and what it follows. */
export function* replicaLines({ resource, replicas }: ResourceStory): Generator<string> {
  if (replicas.length === 0) yield 'No replication is known.';
  for (const replica of replicas) yield datedLine(evidenceOfReplica(replica), resource.arn);
}

const MARKS = { yes: '✓', no: '✗', unknown: '?' } as const;

function selectionText({ plan, selection, explanation }: ExplainedSelection, paint: Paint): string {
  const colors = { yes: paint.green, no: paint.dim, unknown: paint.yellow } as const;
  const mark = colors[explanation.assigned](MARKS[explanation.assigned]);
  return `${mark} ${printable(`plan ${plan.name}, selection ${selection.name}: ${describeExplanation(explanation)}`)}`;
}

function upcomingText({ plan, rule, next }: UpcomingRun): string {
  const { name, scheduleExpression, timezone, lifecycle, copyActions } = rule;
  const run = next === undefined ? 'never runs again' : `runs next ${formatInstant(next)}`;
  const copies = copyActions.map(
    (copy) => `, copies to ${copy.destinationVaultArn} (${keptText(copyRetentionDays(copy, lifecycle))})`,
  );
  const kept = keptText(retentionDays(lifecycle));
  return `${plan.name}, rule ${name} (${scheduleExpression} ${timezone}) ${run}, ${kept}${copies.join('')}`;
}

function keptText(retention: Retention): string {
  return retention === 'forever' ? 'kept forever' : `kept ${retention} d`;
}

function datedLine(evidence: Evidence, about: string): string {
  return evidenceLine(evidence.at?.getTime(), evidence, about);
}
