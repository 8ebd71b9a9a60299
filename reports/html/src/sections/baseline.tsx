import { count } from '@backproof/core';
import type { AbsentReason, BaselineInRun, ReportedRun } from '@backproof/core';
import { SeverityBadge } from '../components/kind.js';
import { LeftOut } from '../components/left-out.js';
import { Place, ResourceName } from '../components/resource.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import type { FindingGroup } from '../digest/findings.js';
import { markup } from '../markup.js';
import { inWords, moment, number } from '../words.js';
import { SECTIONS } from './contents.js';
import { findingGroups } from './finding-groups.js';

const REASONS: Readonly<Record<AbsentReason, string>> = {
  resolved: '✓ resolved',
  unknown: '? unknown now',
  gone: '– its resource or rule is no longer judged',
};

type Absent = BaselineInRun['absent'][number];

/** The failures compared with those of an earlier run. */
export function* baseline(
  { baseline: compared }: ReportedRun,
  known: readonly FindingGroup[],
  rows: number,
): Generator<string> {
  if (compared === undefined) {
    yield* emptySection(SECTIONS.baseline, 'The run was not compared with an earlier one.');
    return;
  }
  const { now, runId, findings, newFindings, absent } = compared;
  const lead = (
    <p>
      Compared with the run as of <time datetime={now}>{moment(now)}</time>, which had {count(findings, 'failure')}. New
      in this run: {number(newFindings)}. Absent from this run: {number(absent.length)}.{' '}
      <span class="arn">run {runId}</span>
    </p>
  );
  yield* section(SECTIONS.baseline, lead, pieces());

  function* pieces(): Generator<string> {
    if (absent.length > 0) yield* absentTable(absent.slice(0, rows));
    yield markup(<LeftOut shown={Math.min(rows, absent.length)} of={absent.length} noun="failures" />);
    if (known.length > 0) yield markup(<h3>In the baseline</h3>);
    yield* findingGroups(known);
  }
}

function absentTable(rows: readonly Absent[]): Generator<string> {
  return table<Absent>({
    caption: 'Failures of the baseline that are absent from this run',
    columns: [
      { title: 'Resource', cell: ({ subject }) => <ResourceName subject={subject} /> },
      { title: 'Where', cell: ({ subject }) => <Place {...subject} /> },
      {
        title: 'Finding',
        cell: ({ ruleId, messageId, severity }) => (
          <>
            {inWords(ruleId)}: {inWords(messageId)} <SeverityBadge severity={severity} />
          </>
        ),
      },
      { title: 'Now', cell: ({ reason }) => REASONS[reason] },
    ],
    rows,
  });
}
