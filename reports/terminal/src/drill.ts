import {
  ageText,
  changeText,
  comparisonText,
  drillLead,
  drillNotes,
  groupCell,
  LOSS_REASONS,
  lossClause,
  lossHead,
  lossName,
  noLongerText,
  printable,
  provenText,
  SURVIVAL_TITLES,
  survivalCell,
  survivalDetail,
} from '@backproof/core';
import type { DrilledResource, DrillReport, DrillSummary, Instant, Loss, LossSummary } from '@backproof/core';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { tableLines } from './wording.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';

/** Renders what would be left after each loss, as text. Each piece ends in a newline. */
export function* renderDrill(report: DrillReport, look: Look): Generator<string> {
  yield* written(drillLines(report, paintFor(look.color)), look);
}

function* drillLines(report: DrillReport, paint: Paint): Generator<string> {
  const { losses, now, groupBy } = report;
  const worst = report.summary.worst.filter(isNotAllLeft).slice(0, WORST);
  const summary = { ...report.summary, worst };
  yield drillLead(now);
  yield '';
  yield* comparisonLines(report, paint);
  const [only] = losses;
  yield* only !== undefined && losses.length === 1
    ? oneLoss(only, summary, now, paint)
    : manyLosses(losses, summary, paint);
  if (groupBy !== undefined) yield* groupLines(groupBy, losses, summary, paint);
  yield '';
  const [best] = summary.changes;
  if (best !== undefined) {
    yield `${paint.bold('Best single change:')} ${printable(changeText(best, losses))}`;
    yield '';
  }
  yield printable(provenText(summary));
  yield* drillNotes(losses, now);
}

/** The number of resources that are named of those that may be many. */
const WORST = 10;

function isNotAllLeft({ survivals }: DrilledResource): boolean {
  return survivals.some((survival) => survival && survival.status !== 'survives');
}

/** The resources that came back earlier and no longer do; nothing without an earlier drill. */
function* comparisonLines({ comparison, losses, now }: DrillReport, paint: Paint): Generator<string> {
  if (comparison === undefined) return;
  yield paint.bold(comparisonText(comparison));
  const rows = comparison.noLonger.slice(0, WORST).map((each) => {
    const { type, name, accountId, region } = each.resource;
    return [type, name, `${accountId} ${region}`, noLongerText(each, losses, now)].map(printable);
  });
  for (const line of tableLines(rows, ['left', 'left', 'left', 'left'])) yield `  ${line}`;
  const more = comparison.noLonger.length - rows.length;
  if (more > 0) yield `  and ${more.toLocaleString('en')} more: --format json has all of them`;
  yield '';
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
  for (const [status, title] of SURVIVAL_TITLES) {
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
    [type, name, `${accountId} ${region}`, survivalDetail(survival, now)].map(printable),
  );
  for (const line of tableLines(rows, ['left', 'left', 'left', 'left'])) yield `  ${line}`;
}

function backText({ struck, counts, worstRpoMs, bestRpoMs }: LossSummary): string {
  const number = `${counts.survives.toLocaleString('en')} of ${struck.toLocaleString('en')}`;
  if (worstRpoMs === undefined || bestRpoMs === undefined) return number;
  return `${number}   newest surviving data at worst ${ageText(worstRpoMs)} old, at best ${ageText(bestRpoMs)}`;
}

/** A row for each loss, and the resources of which the least is left, a column for each loss. */
function* manyLosses(losses: readonly Loss[], { byLoss, worst }: DrillSummary, paint: Paint): Generator<string> {
  const rows = losses.map((loss, index) => {
    const summary = byLoss[index];
    if (summary === undefined) return [];
    const { struck, counts, worstRpoMs } = summary;
    const oldest = worstRpoMs === undefined ? '' : ageText(worstRpoMs);
    const rest = SURVIVAL_TITLES.map(([status]) => counts[status].toLocaleString('en'));
    return [
      lossName(loss),
      `${counts.survives.toLocaleString('en')} of ${struck.toLocaleString('en')}`,
      oldest,
      ...rest,
    ];
  });
  const head = ['Loss', 'comes back', 'oldest data', ...SURVIVAL_TITLES.map(([, title]) => title)];
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
