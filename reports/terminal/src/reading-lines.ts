import { groupBy, isForCompleteness } from '@backproof/core';
import type { Population, ReportedRun } from '@backproof/core';
import { completenessLines } from './completeness-lines.js';
import { gapText } from './outcome-lines.js';
import { count, exclusionText, firstNames, printable } from './wording.js';

/** What the run looked at, what it left out and what could not be read: no verdict is better than this. */
export function* readingLines(run: ReportedRun): Generator<string> {
  const { scopes, excluded, protection, calls, inventory, populations } = run;
  // The protection of each resource that is judged, and of no other.
  const judged = lengthOf(protection);
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  yield `Judged ${count(judged, 'resource')} in ${count(scopes.length, 'scope')}: ${printable(places)}`;
  if (excluded.length > 0) yield `Not judged: ${count(excluded.length, 'resource')}`;
  for (const [reason, group] of groupBy(excluded, exclusionText)) {
    yield `  ${printable(reason)}: ${firstNames(group.map(({ subject }) => subject.name))}`;
  }
  const incomplete = populations.filter(({ status }) => status !== 'complete');
  const isContext = ({ kind }: Population): boolean => isForCompleteness(kind);
  yield* populationLines(
    'Could not be read in full',
    incomplete.filter((each) => !isContext(each)),
  );
  yield* completenessLines(run);
  yield* populationLines('Could not be asked, though no verdict rests on it', incomplete.filter(isContext));
  const requests = calls.reduce((sum, call) => sum + call.calls, 0);
  const retries = calls.reduce((sum, call) => sum + call.retries, 0);
  yield `Read with ${count(requests, 'call')}, ${retries} of them repeated. Inventory SHA-256 ${inventory.sha256}`;
}

function* populationLines(heading: string, populations: readonly Population[]): Generator<string> {
  if (populations.length > 0) yield heading;
  for (const population of populations) {
    const { kind, scope, of, status } = population;
    const what = of === undefined ? kind : `${kind} of ${of}`;
    yield printable(`  ${scope.accountId} ${scope.region}  ${what}: ${status}`);
    for (const gap of population.status === 'complete' ? [] : population.gaps) yield `    ${gapText(gap)}`;
  }
}

function lengthOf(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]();
  let length = 0;
  while (iterator.next().done !== true) length += 1;
  return length;
}
