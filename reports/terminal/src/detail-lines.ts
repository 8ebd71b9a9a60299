import { printable } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { leftoverLines } from './leftover-lines.js';
import type { GroupBy } from './group-by.js';
import type { OutcomeDigest } from './outcome-digest.js';
import { groupLines } from './outcome-lines.js';
import type { Paint } from './paint.js';
import { readingLines } from './reading-lines.js';
import { tallyLines } from './tally-lines.js';
import { waiverLines } from './waiver-lines.js';

/** Everything that a run knows: each finding with its evidence, the waivers, what is left over, how it was read. */
export function* detailLines(
  run: ReportedRun,
  digest: OutcomeDigest,
  judged: number,
  groupBy: GroupBy,
  paint: Paint,
): Generator<string> {
  if (groupBy === 'rule') yield* ruleLines(run, digest, paint);
  else if (groupBy !== 'resource') yield* findingLines(digest, paint);
  yield '';
  if (groupBy !== 'type') yield* [...tallyLines('Type', digest.byType, digest.tally), ''];
  yield* waiverLines(run);
  yield* leftoverLines(run);
  yield* readingLines(run, judged);
}

/** The findings by rule, each with its title and what to do. */
function* ruleLines({ rules }: ReportedRun, { groups }: OutcomeDigest, paint: Paint): Generator<string> {
  for (const rule of rules) {
    yield '';
    yield paint.bold(printable(`${rule.id} ${rule.version}: ${rule.title}`));
    const ofRule = groups.get(rule.id) ?? [];
    for (const kind of ['open', 'unknown'] as const) {
      for (const group of ofRule.filter((each) => each.kind === kind)) yield* ['', ...groupLines(group, paint)];
      if (kind === 'open' && ofRule.some((group) => group.kind === 'open')) {
        yield* ['', `What to do: ${printable(rule.remediation)}`];
      }
    }
  }
}

/** The findings by type or account. */
function* findingLines({ groups }: OutcomeDigest, paint: Paint): Generator<string> {
  for (const [heading, ofOne] of groups) {
    yield '';
    yield paint.bold(printable(heading));
    for (const group of ofOne) yield* ['', ...groupLines(group, paint)];
  }
}
