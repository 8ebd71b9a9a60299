import type { ReportedRun, WaiverInRun } from '@backproof/core';
import { LeftOut } from '../components/left-out.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import { WAIVER_TERMS, WaiverName } from '../components/waiver-columns.js';
import type { FindingGroup } from '../digest/findings.js';
import { markup } from '../markup.js';
import { moment, number } from '../words.js';
import { SECTIONS } from './contents.js';
import { findingGroups } from './finding-groups.js';

const STATES: Readonly<Record<WaiverInRun['state'], string>> = {
  active: '✓ active',
  expired: '✗ expired: what it accepted is open again',
  stale: '– stale: matches no failure',
};

/** The register of waivers, and the failures that they accept. */
export function* waivers(
  { waivers: all }: ReportedRun,
  accepted: readonly FindingGroup[],
  rows: number,
): Generator<string> {
  if (all.length === 0 && accepted.length === 0) {
    yield* emptySection(SECTIONS.waivers, 'There are no waivers.');
    return;
  }
  yield* section(SECTIONS.waivers, null, pieces());

  function* pieces(): Generator<string> {
    const register = all.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, rows);
    if (all.length > 0) yield* registerTable(register);
    yield markup(<LeftOut shown={register.length} of={all.length} noun="waivers" />);
    if (accepted.length > 0) yield markup(<h3>Accepted failures</h3>);
    yield* findingGroups(accepted);
  }
}

const ORDER: readonly WaiverInRun['state'][] = ['expired', 'active', 'stale'];

function registerTable(rows: readonly WaiverInRun[]): Generator<string> {
  return table<WaiverInRun>({
    caption: 'Register of waivers',
    columns: [
      {
        title: 'Waiver',
        cell: (waiver) => (
          <>
            <WaiverName waiver={waiver} />
            {waiver.source !== undefined && (
              <span class="arn">
                {waiver.source.file}:{waiver.source.line}
              </span>
            )}
          </>
        ),
      },
      {
        title: 'State',
        cell: ({ state, expires }) => (
          <>
            <span class={`state ${state}`}>{STATES[state]}</span>
            <span class="detail">
              {state === 'expired' ? 'expired' : 'expires'} <time datetime={expires}>{moment(expires)}</time>
            </span>
          </>
        ),
      },
      { title: 'Failures', cell: ({ failures }) => number(failures), numeric: true },
      ...WAIVER_TERMS,
    ],
    rows,
  });
}
