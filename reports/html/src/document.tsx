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

/** The report of a run, around its sections. @param answer the answer to its title, if the run has one */
export function page(run: ReportedRun, answer: string | undefined, sections: Iterable<string>): Generator<string> {
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
    contents: contentsOf(run),
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
