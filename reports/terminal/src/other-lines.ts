import { count, groupBy, isForCompleteness, leftoverGroups, printable } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import { accountLines } from './reading-lines.js';
import { waiverLine } from './waiver-lines.js';
import { exclusionText, firstNames, NAMES_SHOWN } from './wording.js';

/** The other facts of a run, in a line each; `--verbose` has it in full. */
export function* otherLines(run: ReportedRun): Generator<string> {
  const { accounts, excluded, completeness, waivers, populations } = run;
  yield* accountLines({ ...(accounts && { accounts }) });
  if (excluded.length > 0) {
    const reasons = [...groupBy(excluded, exclusionText)].sort(([, a], [, b]) => b.length - a.length);
    const counts = reasons.map(([reason, { length }]) => `${reason}: ${length.toLocaleString('en')}`);
    yield printable(`Not judged: ${count(excluded.length, 'resource')} (${counts.join(', ')})`);
  }
  const left = leftoverGroups(run).map(({ title }) => title);
  if (left.length > 0) yield `Left over: ${left.join('; ')}`;
  const { counts, unknownTypes } = completeness;
  const doubtful = counts.filter(({ result }) => result === 'doubtful').reduce((sum, { missing }) => sum + missing, 0);
  if (doubtful > 0) {
    yield `AWS Config counts ${count(doubtful, 'resource')} that the scan possibly did not find: --verbose`;
  }
  const unread = populations.filter(({ kind, status }) => status !== 'complete' && isForCompleteness(kind)).length;
  if (unread > 0) yield `${count(unread, 'list')} that no verdict depends on could not be read: --verbose`;
  if (unknownTypes.length > 0) {
    const types = unknownTypes.map(({ resourceType, count: number }) => `${number} ${resourceType}`).join(', ');
    yield printable(`No rule judges these types, which AWS Backup backs up: ${types}`);
  }
  const words = populations.flatMap(({ unknownWords = [] }) => unknownWords).length;
  if (words > 0) yield `AWS used ${count(words, 'word')} that this version does not know: --verbose`;
  yield* waiversInBrief(waivers);
}

/** Those in force together; each that needs attention with the reason, as it does not do what somebody wrote it for. */
function* waiversInBrief(waivers: ReportedRun['waivers']): Generator<string> {
  const active = waivers.filter(({ state }) => state === 'active');
  if (active.length > 0) {
    yield `${count(active.length, 'waiver')} in force: ${firstNames(active.map(({ id }) => id))}`;
  }
  const others = waivers.filter(({ state }) => state !== 'active');
  for (const waiver of others.slice(0, NAMES_SHOWN)) yield waiverLine(waiver);
  const more = others.length - NAMES_SHOWN;
  if (more > 0) yield `${count(more, 'more waiver')} expired or stale: --verbose`;
}
