import {
  ageText,
  changeText,
  comparisonText,
  drillLead,
  drillNotes,
  durationText,
  groupCell,
  lossName,
  noLongerText,
  provenText,
  SURVIVAL_TITLES,
  survivalCell,
  survivalDetail,
} from '@backproof/core';
import type { DrillReport } from '@backproof/core';
import { plain } from './plain.js';
import { tablesText } from './table.js';
import type { Limits, Table } from './table.js';

const LIMITS: Limits = { rows: 50, maxBytes: 1_000_000 };

/** A drill in GitHub's and GitLab's Markdown. It keeps to the limits of a summary, and says how much it leaves out. */
export function* drillMarkdown(report: DrillReport): Generator<string> {
  const { losses, now, summary, comparison } = report;
  const [best] = summary.changes;
  const paragraphs = [
    '# What would be left?',
    plain(drillLead(now)),
    ...(comparison === undefined ? [] : [plain(comparisonText(comparison))]),
    ...(best === undefined ? [] : [`**Best single change:** ${plain(changeText(best, losses))}`]),
    plain(provenText(summary)),
    ...drillNotes(losses, now).map(plain),
  ];
  const head = `${paragraphs.join('\n\n')}\n`;
  yield head;
  yield* tablesText(tablesOf(report), head, LIMITS);
}

function tablesOf({ losses, now, summary, comparison, groupBy }: DrillReport): readonly Table[] {
  const names = losses.map((loss) => plain(lossName(loss)));
  const [only] = losses;
  const isOne = only !== undefined && losses.length === 1;
  const noLonger = comparison?.noLonger ?? [];
  return [
    {
      title: 'No longer comes back',
      columns: ['Resource', 'Type', 'Where', 'Loss and reason'],
      rows: noLonger.map((each) => [...namesOf(each.resource), noLongerText(each, losses, now)]),
      total: noLonger.length,
    },
    {
      title: 'Losses',
      columns: ['Loss', 'Comes back', 'Oldest data', ...SURVIVAL_TITLES.map(([, title]) => title)],
      rows: summary.byLoss.map(({ counts, struck, worstRpoMs }, index) => [
        names[index] ?? '',
        `${counts.survives.toLocaleString('en')} of ${struck.toLocaleString('en')}`,
        worstRpoMs === undefined ? '' : ageText(worstRpoMs),
        ...SURVIVAL_TITLES.map(([status]) => counts[status].toLocaleString('en')),
      ]),
      total: losses.length,
    },
    {
      title: groupBy === undefined ? 'Groups' : `Groups by tag ${plain(groupBy)}`,
      columns: ['Group', 'Members', ...names],
      rows: summary.groups.map(({ name, members, byLoss }) => [
        name,
        members.toLocaleString('en'),
        ...byLoss.map(groupCell),
      ]),
      total: summary.groups.length,
    },
    {
      title: 'Resources, the worst first',
      columns: ['Resource', 'Type', 'Where', ...names, ...(isOne ? ['Reason'] : []), 'Proven'],
      rows: summary.worst.map(({ resource, survivals, restoreMs }) => [
        ...namesOf(resource),
        ...survivals.map(survivalCell),
        ...(isOne ? [survivalDetail(survivals[0], now)] : []),
        restoreMs === undefined ? 'computed only' : `restored in ${durationText(restoreMs)}`,
      ]),
      total: summary.resources,
    },
  ];
}

function namesOf({
  name,
  type,
  accountId,
  region,
}: {
  readonly name: string;
  readonly type: string;
  readonly accountId: string;
  readonly region: string;
}): readonly string[] {
  return [name, type, `${accountId} ${region}`];
}
