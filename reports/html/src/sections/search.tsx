import { count } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { VNode } from 'preact';
import { outcomeIndex } from '../digest/outcome-index.js';
import type { RunDigest } from '../digest/run-digest.js';
import { around, markup } from '../markup.js';
import { number } from '../words.js';

type Digest = Pick<RunDigest, 'groups' | 'findings'>;

/** The search in all outcomes of the run. The script shows it: without that it does not work. */
export function* search(digest: Digest): Generator<string> {
  yield markup(<SearchBox digest={digest} />);
}

function SearchBox({ digest: { groups, findings } }: { readonly digest: Digest }): VNode {
  const written = Object.values(findings).flat();
  const inFull = written.reduce((sum, { shown }) => sum + shown.length, 0);
  return (
    <>
      <noscript>
        <p class="detail">JavaScript is off: this page has no search and no filters. Its text is complete.</p>
      </noscript>
      <div class="search" id="search" role="search" hidden>
        <div class="filters">
          <label>
            Search all outcomes{' '}
            <input type="search" id="query" autocomplete="off" placeholder="name, ARN, rule, pass, unknown ..." />
          </label>
          <output id="hits" for="query" />
        </div>
        <p class="detail">
          {count(sumOf(groups), 'outcome')} in the run: {number(inFull)} with{' '}
          {inFull === 1 ? 'its message and evidence' : 'their messages and evidence'} on this page, the others in its
          index only.
          <span id="unsearched" />
        </p>
        <ul class="hits" id="hit-list" />
      </div>
    </>
  );
}

/** The index that the search reads. */
export function indexOf({ outcomes }: ReportedRun, { groups }: Digest): Generator<string> {
  const shell = (slot: VNode): VNode => (
    <pre id="index" hidden>
      {slot}
    </pre>
  );
  return around(shell, lines());

  function* lines(): Generator<string> {
    for (const line of outcomeIndex(outcomes, sumOf(groups))) yield `${markup(<>{line}</>)}\n`;
  }
}

function sumOf(groups: Digest['groups']): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}
