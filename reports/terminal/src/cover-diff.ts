import { formatInstant, printable } from '@backproof/core';
import type { Cover, CoverChange, CoverDiff, Instant, OpenSelection, ProposedPlans } from '@backproof/core';
import { paintFor } from './paint.js';
import type { Paint } from './paint.js';
import { tableLines } from './wording.js';
import { written } from './wrapped.js';
import type { Look } from './wrapped.js';

/** A comparison of cover, and what of the proposal is not known before it is applied. */
export interface CoverReport {
  readonly now: Instant;
  readonly diff: CoverDiff;
  readonly open: readonly (Pick<OpenSelection, 'why'> | Pick<ProposedPlans['plans'][number], 'why'>)[];
}

/** Renders which resources would lose or gain cover by a proposal, as text. Each piece ends in a newline. */
export function* renderCoverDiff(report: CoverReport, look: Look): Generator<string> {
  yield* written(coverLines(report, paintFor(look.color)), look);
}

function* coverLines({ now, diff, open }: CoverReport, paint: Paint): Generator<string> {
  const { lost, mayLose, gained, mayGain, moved, unknown, unchanged } = diff;
  const counts: readonly (readonly [readonly CoverChange[], string])[] = [
    [lost, 'would lose cover'],
    [mayLose, 'may lose cover'],
    [gained, 'would be covered'],
    [mayGain, 'may be covered'],
    [moved, 'covered by other plans'],
    [unknown, 'unknown before and after'],
    [unchanged, 'unchanged'],
  ];
  const all = counts.map(([{ length }, text]) => `${length.toLocaleString('en')} ${text}`).join(', ');
  yield `Nothing is applied. With these plans on ${formatInstant(now)}: ${all}.`;
  for (const { why } of open) if (why !== undefined) yield printable(`Not known before it is applied: ${why}`);
  yield* changeLines(paint.red('Would lose their cover'), lost);
  yield* changeLines(paint.yellow('May lose their cover'), mayLose);
  yield* changeLines(paint.green('Would be covered'), gained);
  yield* changeLines(paint.yellow('May be covered'), mayGain);
  yield* changeLines('Would be covered by other plans', moved);
}

/** The most resources of a kind that are named. */
const MOST = 100;

function* changeLines(title: string, changes: readonly CoverChange[]): Generator<string> {
  if (changes.length === 0) return;
  yield '';
  yield `${title}: ${changes.length.toLocaleString('en')}`;
  const rows = changes
    .slice(0, MOST)
    .map(({ resource: { type, name, accountId, region }, before, after }) =>
      [type, name, `${accountId} ${region}`, `${coverText(before)} -> ${coverText(after)}`].map(printable),
    );
  for (const line of tableLines(rows, ['left', 'left', 'left', 'left'])) yield `  ${line}`;
  if (changes.length > MOST) yield `  and ${(changes.length - MOST).toLocaleString('en')} more`;
}

function coverText({ covered, plans, why }: Cover): string {
  if (covered === 'yes') return `covered by ${plans.join(', ')}`;
  const reason = why === undefined ? '' : ` (${why})`;
  return covered === 'no' ? `not covered${reason}` : `unknown${reason}`;
}
