import {
  ageText,
  count,
  DAY,
  DAYS_TO_REOPEN,
  durationText,
  formatInstant,
  LOSS_REASONS,
  lossClause,
  lossName,
  printable,
  RESTORE_STEPS,
} from '@backproof/core';
import type { DrilledResource, DrillSummary, Instant, Loss, LossSummary, Survival } from '@backproof/core';
import { lossHead, survivalCell } from './drill-words.js';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { tableLines } from './wording.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';

/** A drill, and what it was asked. */
export interface DrillReport {
  readonly losses: readonly Loss[];
  readonly now: Instant;
  readonly summary: DrillSummary;
  /** The tag by which resources were grouped. */
  readonly groupBy?: string | undefined;
}

/** Renders what would be left after each loss, as text. Each piece ends in a newline. */
export function* renderDrill(report: DrillReport, look: Look): Generator<string> {
  yield* written(drillLines(report, paintFor(look.color)), look);
}

function* drillLines(report: DrillReport, paint: Paint): Generator<string> {
  const { losses, now, summary, groupBy } = report;
  yield `Nothing is started or changed. This follows from the evidence, for a loss on ${formatInstant(now)}.`;
  yield '';
  const [only] = losses;
  yield* only !== undefined && losses.length === 1
    ? oneLoss(only, summary, now, paint)
    : manyLosses(losses, summary, paint);
  if (groupBy !== undefined) yield* groupLines(groupBy, losses, summary, paint);
  yield '';
  yield testedLine(summary);
  if (losses.some(({ kind }) => kind === 'account' || kind === 'organization')) {
    yield `A closed account can be reopened through AWS Support for ${DAYS_TO_REOPEN} days, until ${formatInstant(now + DAYS_TO_REOPEN * DAY)}. What is lost with it is intact until then.`;
  }
  yield 'Also needed and not checked: roles, key policies, networks and quotas where it is restored. AWS promises no restore time.';
}

/** The counts of one loss with its reasons, and the resources of which the least is left. */
function* oneLoss(
  loss: Loss,
  { byLoss: [summary], worst }: DrillSummary,
  now: Instant,
  paint: Paint,
): Generator<string> {
  if (summary === undefined) return;
  const { struck, counts } = summary;
  yield paint.bold(`If ${printable(lossClause(loss))}:`);
  yield `  comes back  ${backText(summary)}`;
  for (const [status, title] of TITLES) {
    if (counts[status] === 0) continue;
    yield `  ${title.padEnd(10)}  ${counts[status].toLocaleString('en')} of ${struck.toLocaleString('en')}`;
    for (const [reason, text] of Object.entries(LOSS_REASONS)) {
      const number = summary.reasons.get(`${status} ${reason}`);
      if (number !== undefined) yield `    ${number.toLocaleString('en')}: ${text}`;
    }
  }
  if (worst.length === 0) return;
  yield '';
  yield paint.bold('Worst');
  const rows = worst.map(({ resource: { type, name, accountId, region }, survivals: [survival] }) =>
    [type, name, `${accountId} ${region}`, detailText(survival, now)].map(printable),
  );
  for (const line of tableLines(rows, ['left', 'left', 'left', 'left'])) yield `  ${line}`;
}

const TITLES = [
  ['at-risk', 'at risk'],
  ['follows', 'follows'],
  ['lost', 'lost'],
  ['unknown', 'unknown'],
] as const satisfies readonly (readonly [Survival['status'], string])[];

function backText({ struck, counts, worstRpoMs, bestRpoMs }: LossSummary): string {
  const number = `${counts.survives.toLocaleString('en')} of ${struck.toLocaleString('en')}`;
  if (worstRpoMs === undefined || bestRpoMs === undefined) return number;
  return `${number}   newest surviving data at worst ${ageText(worstRpoMs)} old, at best ${ageText(bestRpoMs)}`;
}

function detailText(survival: Survival | undefined, now: Instant): string {
  if (survival === undefined) return '-';
  switch (survival.status) {
    case 'survives': {
      const steps = survival.needs.map((step) => RESTORE_STEPS[step]);
      return [`${ageText(survival.rpoMs)} old`, ...steps].join('; ');
    }
    case 'at-risk':
      return `at risk until ${formatInstant(survival.until)} (${durationText(survival.until - now)}): ${LOSS_REASONS[survival.why]}`;
    case 'follows':
      return `follows only: ${survival.replicaArn} has the data and cannot go back in time`;
    case 'lost':
    case 'unknown':
      return `${survival.status}: ${LOSS_REASONS[survival.why]}`;
  }
}

/** A row for each loss, and the resources of which the least is left, a column for each loss. */
function* manyLosses(losses: readonly Loss[], { byLoss, worst }: DrillSummary, paint: Paint): Generator<string> {
  const rows = losses.map((loss, index) => {
    const summary = byLoss[index];
    if (summary === undefined) return [];
    const { struck, counts, worstRpoMs } = summary;
    const oldest = worstRpoMs === undefined ? '' : ageText(worstRpoMs);
    const rest = TITLES.map(([status]) => counts[status].toLocaleString('en'));
    return [
      lossName(loss),
      `${counts.survives.toLocaleString('en')} of ${struck.toLocaleString('en')}`,
      oldest,
      ...rest,
    ];
  });
  const head = ['Loss', 'comes back', 'oldest data', ...TITLES.map(([, title]) => title)];
  yield* tableLines([head, ...rows], ['left', 'right', 'right', 'right', 'right', 'right', 'right']);
  if (worst.length === 0) return;
  yield '';
  yield paint.bold('Worst: the age of the newest data that comes back');
  yield* tableLines(
    [['Type', 'Name', ...losses.map(lossHead)], ...worst.map(cellsOf)],
    ['left', 'left', ...losses.map(() => 'right' as const)],
  );
}

function cellsOf({ resource: { type, name }, survivals }: DrilledResource): readonly string[] {
  return [printable(type), printable(name), ...survivals.map(survivalCell)];
}

/** A row for each value of the tag: a group comes back with its last member, to a moment that all of them have. */
function* groupLines(tag: string, losses: readonly Loss[], { groups }: DrillSummary, paint: Paint): Generator<string> {
  yield '';
  yield paint.bold(`By tag ${printable(tag)}: how many come back, and the age of the oldest data among them`);
  const rows = groups.map(({ name, members, byLoss }) => [
    printable(name),
    members.toLocaleString('en'),
    ...byLoss.map(groupCell),
  ]);
  yield* tableLines(
    [['Group', 'members', ...losses.map(lossHead)], ...rows],
    ['left', 'right', ...losses.map(() => 'right' as const)],
  );
}

function groupCell({ struck, counts, worstRpoMs }: LossSummary): string {
  if (struck === 0) return '-';
  if (counts.survives < struck) return `${counts.survives} of ${struck}`;
  return `all, ${ageText(worstRpoMs ?? 0)}`;
}

function testedLine({ resources, tested, longestRestore }: DrillSummary): string {
  const times = longestRestore
    ? `; the longest of their last restores took ${durationText(longestRestore.ms)} (${printable(longestRestore.name)})`
    : '';
  return `Proven by a restore: ${tested.toLocaleString('en')} of ${count(resources, 'resource')}${times}. The others are computed from evidence only.`;
}
