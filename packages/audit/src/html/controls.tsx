import { markup, number, section, table } from '@backproof/report-html';
import type { Audit, AuditedControl, PeriodStatus } from '../audit.js';
import { SECTIONS } from './contents.js';
import { Status } from './words.js';

const LEAD = (
  <p>
    The worst result of all runs applies: fail, then unknown, then waived, then pass. A pass needs runs that cover the
    whole period. “Tested” counts each resource once, however many rules test it. “Not assessed” means that no rule
    assesses the control, not that it is met.
  </p>
);

/** The results of the rules and of each control. */
export function* controls({ frameworks, rules }: Audit): Generator<string> {
  yield* section(SECTIONS.controls, LEAD, pieces());

  function* pieces(): Generator<string> {
    for (const { name, version, publisher, controls: all } of frameworks) {
      yield markup(<h3>{name}</h3>);
      yield* table<AuditedControl>({
        caption: `${name} (${version}), ${publisher}`,
        columns: [
          {
            title: 'Control',
            cell: ({ id, title }) => (
              <>
                <span class="name">{id.slice(id.indexOf('/') + 1)}</span>
                <span class="detail">{title}</span>
              </>
            ),
          },
          ...statusColumns,
          {
            title: 'Rules',
            cell: ({ rules: of, beyond }) => (of.length > 0 ? of.join(', ') : (beyond ?? 'no rule in the runs')),
          },
          { title: 'Tested in the last run', cell: tested, numeric: true },
        ],
        rows: all,
      });
    }
    yield markup(<h3>Rules</h3>);
    yield* table<Audit['rules'][number]>({
      caption: 'Results by rule',
      columns: [{ title: 'Rule', cell: ({ ruleId }) => <span class="name">{ruleId}</span> }, ...statusColumns],
      rows: rules,
    });
  }
}

/** The number of resources, each counted once. */
function tested({ tested: of, unknown }: AuditedControl): string {
  return unknown === 0 ? number(of) : `${number(of)}, ${number(unknown)} unknown`;
}

const statusColumns = [
  { title: 'In the period', cell: ({ status }: PeriodStatus) => <Status status={status} /> },
  { title: 'At its end', cell: ({ atEnd }: PeriodStatus) => <Status status={atEnd} /> },
  { title: 'Before it', cell: ({ before }: PeriodStatus) => <Status status={before} /> },
  {
    title: 'Runs',
    cell: ({ runs }: PeriodStatus) =>
      Object.entries(runs)
        .filter(([, times]) => times > 0)
        .map(([status, times]) => `${times} ${status === 'notAssessed' ? 'not assessed' : status}`)
        .join(', '),
  },
];
