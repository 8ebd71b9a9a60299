import { SEVERITIES, TALLY_KINDS } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { ComponentChildren, VNode } from 'preact';
import { ConsoleLink } from '../components/console-link.js';
import { Place, ResourceName } from '../components/resource.js';
import { emptySection, section } from '../components/section.js';
import { table } from '../components/table.js';
import { VerdictMark } from '../components/verdict-mark.js';
import type { NamedResource, RunDigest } from '../digest/run-digest.js';
import { MOST_RESOURCES } from '../digest/run-digest.js';
import { markup } from '../markup.js';
import { inWords, KIND_WORDS, number } from '../words.js';
import { SECTIONS } from './contents.js';

/** A row for each resource, the worst first, and a cell for each rule. The script sorts, filters and lists all of them. */
export function* resources(run: ReportedRun, { resources: shown, matrix }: RunDigest): Generator<string> {
  if (shown.length === 0) {
    yield* emptySection(SECTIONS.resources, 'No rule judged any resource.');
    return;
  }
  yield* section(SECTIONS.resources, <Filters run={run} types={[...matrix.keys()]} />, pieces());

  function* pieces(): Generator<string> {
    const judging = run.rules.filter(({ off }) => !off);
    yield* table<NamedResource>({
      caption: 'Resources, the worst first',
      columns: [
        { id: 'name', title: 'Resource', cell: ({ subject }) => <Resource subject={subject} /> },
        { id: 'place', title: 'Where', cell: ({ subject }) => <Place {...subject} /> },
        ...judging.map(({ id }) => ({
          id: `rule ${id}`,
          title: inWords(id),
          cell: ({ marks }: NamedResource) => <VerdictMark mark={marks.find(({ ruleId }) => ruleId === id)} />,
        })),
      ],
      rows: shown,
      atFirst: 25,
    });
    yield markup(<More isCut={shown.length === MOST_RESOURCES} />);
  }
}

function Resource({ subject }: Pick<NamedResource, 'subject'>): VNode {
  return (
    <>
      <ResourceName subject={subject}>
        <ConsoleLink subject={subject} />
      </ResourceName>
    </>
  );
}

function More({ isCut }: { readonly isCut: boolean }): VNode {
  return (
    <>
      {isCut && (
        <p class="left-out">
          The table has the {number(MOST_RESOURCES)} worst resources. Its filters find the others; the CSV report
          contains all.
        </p>
      )}
      <p>
        <button type="button" id="more-resources" hidden>
          Show more
        </button>
      </p>
    </>
  );
}

/** Shown by the script only: without it the filters do not work. */
function Filters({ run, types }: { readonly run: ReportedRun; readonly types: readonly string[] }): VNode {
  const accounts = [...new Set(run.scopes.map(({ accountId }) => accountId))].sort();
  const regions = [...new Set(run.scopes.map(({ region }) => region))].sort();
  return (
    <div class="filters" id="resource-filters" hidden>
      <label>
        Name or ARN <input type="search" id="resource-text" autocomplete="off" />
      </label>
      <Choice id="account" label="Account" any="all accounts" values={accounts} />
      <Choice id="region" label="Region" any="all Regions" values={regions} />
      <Choice id="type" label="Type" any="all types" values={types} />
      <Choice id="rule" label="Rule" any="any rule">
        {run.rules.map(({ id }) => (
          <option value={id}>{inWords(id)}</option>
        ))}
      </Choice>
      <Choice id="status" label="Status" any="any status">
        {TALLY_KINDS.map((kind) => (
          <option value={kind}>{KIND_WORDS[kind].word}</option>
        ))}
      </Choice>
      <Choice id="least" label="From severity" any="any severity" values={SEVERITIES} />
      <button type="button" id="all-resources">
        Clear
      </button>
      <output id="resources-found" for="resource-text" />
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  /** The first choice: everything. */
  readonly any: string;
  readonly values?: readonly string[];
  readonly children?: ComponentChildren;
}

function Choice({ id, label, any, values = [], children }: ChoiceProps): VNode {
  return (
    <label>
      {label}{' '}
      <select data-filter={id} autocomplete="off">
        <option value="">{any}</option>
        {values.map((value) => (
          <option value={value}>{value}</option>
        ))}
        {children}
      </select>
    </label>
  );
}
