import { formatDuration } from '@backproof/core';
import { markup, number, section } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit } from '../audit.js';
import { isUnapproved } from '../figures.js';
import { SECTIONS } from './contents.js';

const VERDICTS: Readonly<Record<Audit['conclusion']['result'], readonly [word: string, meaning: string]>> = {
  clean: [
    'Clean',
    'The runs cover the period, no outcome is unknown unless AWS has forgotten it, and every exception was approved.',
  ],
  violations: [
    'Exceptions',
    'The runs cover the period and no outcome is unknown unless AWS has forgotten it; requirements were not met.',
  ],
  incomplete: [
    'Incomplete',
    'The evidence does not cover the whole period: there may have been more exceptions than those found.',
  ],
};

/** The conclusion and its reasons. */
export function* conclusion(audit: Audit): Generator<string> {
  yield* section(SECTIONS.conclusion, <Verdict audit={audit} />, pieces());

  function* pieces(): Generator<string> {
    yield markup(<Figures audit={audit} />);
  }
}

function Verdict({ audit: { conclusion: found, integrity } }: { readonly audit: Audit }): VNode {
  const [word, meaning] = VERDICTS[found.result];
  return (
    <>
      {!integrity.intact && (
        <div class="verdict violations">
          <p class="word">Ledger not intact</p>
          <div>
            <p>
              Files of the ledger were changed, removed or inserted after they were recorded. Do not rely on any result
              on this page until that is explained.
            </p>
            <ul>
              {integrity.faults.map(({ file, fault }) => (
                <li>
                  <code>{file}</code>: {fault}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <div class={`verdict ${found.result}`}>
        <p class="word">{word}</p>
        <div>
          <p>{meaning}</p>
          {found.reasons.length > 0 && (
            <ul>
              {found.reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}

function Figures({ audit }: { readonly audit: Audit }): VNode {
  const { runs, coverage, exceptions, population, responses, restores, scopes } = audit;
  const open = exceptions.filter(isUnapproved);
  const places = new Set(scopes.map(({ accountId, region }) => `${accountId} ${region}`)).size;
  const figures: readonly (readonly [value: string, word: string])[] = [
    [number(runs.length), 'runs'],
    [formatDuration(coverage.longestMs), 'longest time without a run'],
    [number(places), 'accounts and Regions'],
    [number(population.total.opening), 'resources at the beginning'],
    [number(population.total.closing), 'resources at the end'],
    [number(open.length), 'exceptions not approved for all of their time'],
    [number(open.filter(({ closed }) => closed === undefined).length), 'of these open at the end'],
    [number(exceptions.length - open.length), 'approved exceptions'],
    ...(responses ? [[number(responses.unanswered), 'exceptions without a response'] as const] : []),
    [number(restores.length), 'restores'],
    [number(restores.filter(({ kind }) => kind === 'test').length), 'of these restore tests'],
  ];
  return (
    <ul class="figures">
      {figures.map(([value, word]) => (
        <li>
          <span class="value">{value}</span> {word}
        </li>
      ))}
    </ul>
  );
}
