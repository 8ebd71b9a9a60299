import { leftoverGroups, printable } from '@backproof/core';
import type { LeftoverGroup, ReportedRun } from '@backproof/core';

/** The number of leftovers of one kind that are named. */
const ITEMS_SHOWN = 3;

/** The leftovers of a run: points of resources that are gone, expired points, failing jobs that no rule judged. */
export function* leftoverLines(run: ReportedRun): Generator<string> {
  const groups = leftoverGroups(run);
  if (groups.length === 0) return;
  yield 'Left over';
  for (const group of groups) yield* groupLines(group);
  yield '';
}

/** The total of a kind, and its largest items. */
function* groupLines({ title, items }: LeftoverGroup): Generator<string> {
  yield `  ${title}`;
  for (const item of items.slice(0, ITEMS_SHOWN)) yield `    │ ${printable(item)}`;
  const more = items.length - ITEMS_SHOWN;
  if (more > 0) yield `    │ and ${more.toLocaleString('en')} more; --json writes each in full`;
}
