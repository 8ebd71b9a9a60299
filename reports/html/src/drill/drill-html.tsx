import { changeText, comparisonText, drillLead, drillNotes, formatInstant, provenText } from '@backproof/core';
import type { DrillReport } from '@backproof/core';
import type { SectionHead } from '../components/section.js';
import { section } from '../components/section.js';
import { htmlDocument } from '../html-document.js';
import { styleSheet } from '../style/index.js';
import { comparisonTable } from './comparison-table.js';
import { lossTable } from './loss-table.js';
import { STYLE } from './style.js';
import { groupMatrix, resourceMatrix } from './matrix.js';

const SECTIONS = {
  comparison: { id: 'comparison', title: 'No longer comes back' },
  losses: { id: 'losses', title: 'What comes back' },
  changes: { id: 'changes', title: 'What would save most' },
  groups: { id: 'groups', title: 'Groups' },
  resources: { id: 'resources-left', title: 'Resources' },
  limits: { id: 'limits', title: 'Proven, computed, not checked' },
} as const satisfies Readonly<Record<string, SectionHead>>;

/** A drill as one file that can be read anywhere: it loads nothing, runs nothing, and prints. */
export function drillHtml(report: DrillReport): Generator<string> {
  const { now, tool, comparison, groupBy, summary } = report;
  const at = formatInstant(now);
  const contents = [
    ...(comparison === undefined ? [] : [SECTIONS.comparison]),
    SECTIONS.losses,
    ...(summary.changes.length === 0 ? [] : [SECTIONS.changes]),
    ...(groupBy === undefined ? [] : [SECTIONS.groups]),
    SECTIONS.resources,
    SECTIONS.limits,
  ];
  const frame = {
    title: `Drill: what would be left on ${at}`,
    heading: 'What would be left?',
    lead: drillLead(now),
    contents,
    footer: `${tool.name} ${tool.version}`,
    style: styleSheet(`Backproof drill ${at}`) + STYLE,
  };
  return htmlDocument(frame, sections(report));
}

function* sections(report: DrillReport): Generator<string> {
  const { comparison, losses, groupBy, now, summary } = report;
  if (comparison !== undefined) {
    yield* section(SECTIONS.comparison, <p>{comparisonText(comparison)}</p>, comparisonTable(comparison, losses, now));
  }
  yield* section(SECTIONS.losses, undefined, lossTable(losses, summary));
  if (summary.changes.length > 0) yield* section(SECTIONS.changes, <Changes report={report} />);
  if (groupBy !== undefined) {
    const lead = `By the value of the tag ${groupBy}. A group comes back when its members do, to the age of the oldest data among them.`;
    yield* section(SECTIONS.groups, <p>{lead}</p>, groupMatrix(report));
  }
  yield* section(SECTIONS.resources, <p>{RESOURCES_LEAD}</p>, resourceMatrix(report));
  yield* section(
    SECTIONS.limits,
    <>
      <p>{provenText(summary)}</p>
      {drillNotes(losses, now).map((note) => (
        <p>{note}</p>
      ))}
    </>,
  );
}

const RESOURCES_LEAD =
  'Those of which the least is left come first. An age is that of the newest data that comes back, computed from evidence. The last column says how long a restore of it took, where one was seen; below an age is that of the newest data that a restore proved.';

function Changes({ report: { summary, losses } }: { readonly report: DrillReport }) {
  return (
    <>
      <p>Each step counts alone. A resource is counted by each step that would save it.</p>
      <ol>
        {summary.changes.map((change) => (
          <li>{changeText(change, losses)}</li>
        ))}
      </ol>
    </>
  );
}
