import { groupBy } from '@backproof/core';
import type { Run } from '@backproof/core';
import { gapText } from './outcome-lines.js';
import { count, exclusionText, firstNames, printable } from './wording.js';

/** What the run looked at, what it left out and what could not be read: no verdict is better than this. */
export function* readingLines(run: Run): Generator<string> {
  const { scopes, excluded, outcomes, calls, inventory, populations } = run;
  const judged = new Set(outcomes.map(({ subject }) => subject.arn)).size;
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  yield `Judged ${count(judged, 'resource')} in ${count(scopes.length, 'scope')}: ${printable(places)}`;
  if (excluded.length > 0) yield `Not judged: ${count(excluded.length, 'resource')}`;
  for (const [reason, group] of groupBy(excluded, exclusionText)) {
    yield `  ${printable(reason)}: ${firstNames(group.map(({ subject }) => subject.name))}`;
  }
  const incomplete = populations.filter((population) => population.status !== 'complete');
  if (incomplete.length > 0) yield 'Could not be read in full';
  for (const { kind, scope, of, status, gaps } of incomplete) {
    const what = of === undefined ? kind : `${kind} of ${of}`;
    yield printable(`  ${scope.accountId} ${scope.region}  ${what}: ${status}`);
    for (const gap of gaps) yield `    ${gapText(gap)}`;
  }
  const requests = calls.reduce((sum, call) => sum + call.calls, 0);
  const retries = calls.reduce((sum, call) => sum + call.retries, 0);
  yield `Read with ${count(requests, 'call')}, ${retries} of them repeated. Inventory SHA-256 ${inventory.sha256}`;
}
