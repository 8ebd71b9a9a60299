import { count } from '@backproof/core';
import type { GateResult, ReportedRun } from '@backproof/core';
import { htmlDocument } from './html-document.js';
import { SCRIPT } from './script/index.js';
import { contentsOf } from './sections/contents.js';
import { styleSheet } from './style/index.js';
import { moment } from './words.js';

const RESULTS: Readonly<Record<GateResult, string>> = {
  clean: 'Gate passed',
  violations: 'Gate failed',
  incomplete: 'Incomplete',
};

interface Around {
  /** The answer to the title of the report, if the run has one. */
  readonly answer: string | undefined;
  /** It has a section about losses. */
  readonly hasDrill: boolean;
}

/** The report of a run, around its sections. */
export function page(run: ReportedRun, { answer, hasDrill }: Around, sections: Iterable<string>): Generator<string> {
  const { scopes, now, id, tool, gate } = run;
  const accounts = new Set(scopes.map(({ accountId }) => accountId)).size;
  const regions = new Set(scopes.map(({ region }) => region)).size;
  const frame = {
    title: `${RESULTS[gate.result]}: ${tool.name} report, ${moment(now)}`,
    heading: 'Could it be restored?',
    lead: (
      <>
        {answer !== undefined && <strong class="answer">{answer}</strong>}
        {count(accounts, 'account')} and {count(regions, 'Region')} of AWS, as of{' '}
        <time datetime={now}>{moment(now)}</time>
      </>
    ),
    contents: contentsOf(run, hasDrill),
    footer: (
      <>
        {tool.name} {tool.version}, run <code>{id}</code>
      </>
    ),
    style: styleSheet(`Backproof run ${id.replace(/[^0-9a-f]/g, '').slice(0, 16)}`),
    script: SCRIPT,
  };
  return htmlDocument(frame, sections);
}
