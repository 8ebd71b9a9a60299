import { accountsNotScanned, count, groupBy, isForCompleteness, printable, unknownWordText } from '@backproof/core';
import type { Population, ReportedRun } from '@backproof/core';
import { completenessLines } from './completeness-lines.js';
import { gapText } from './outcome-lines.js';
import { exclusionText, firstNames } from './wording.js';

/** The scopes that the run judged, the resources that it did not judge, and the lists that it could not read. */
export function* readingLines(run: ReportedRun, judged: number): Generator<string> {
  const { scopes, excluded, calls, inventory, populations } = run;
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  yield `Judged ${count(judged, 'resource')} in ${count(scopes.length, 'scope')}: ${printable(places)}`;
  yield* accountLines(run);
  if (excluded.length > 0) yield `Not judged: ${count(excluded.length, 'resource')}`;
  for (const [reason, group] of groupBy(excluded, exclusionText)) {
    yield `  ${printable(reason)}: ${firstNames(group.map(({ subject }) => subject.name))}`;
  }
  const incomplete = populations.filter(({ status }) => status !== 'complete');
  const isContext = ({ kind }: Population): boolean => isForCompleteness(kind);
  yield* populationLines(
    'Not read completely',
    incomplete.filter((each) => !isContext(each)),
  );
  yield* unknownWordLines(populations);
  yield* completenessLines(run);
  yield* populationLines('Not read; no verdict depends on it', incomplete.filter(isContext));
  const requests = calls.reduce((sum, call) => sum + call.calls, 0);
  const retries = calls.reduce((sum, call) => sum + call.retries, 0);
  yield `${count(requests, 'call')} to AWS, ${retries} retried. Inventory SHA-256 ${inventory.sha256}`;
}

/** The accounts of the organization that were not scanned, each with the reason. */
export function* accountLines(run: Pick<ReportedRun, 'accounts'>): Generator<string> {
  const notScanned = accountsNotScanned(run).map(
    ({ name, accountId, leftOut }) => `${name} (${accountId}, ${leftOut})`,
  );
  if (notScanned.length > 0) yield `Accounts not scanned: ${firstNames(notScanned)}`;
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

function* unknownWordLines(populations: readonly Population[]): Generator<string> {
  const withWords = populations.filter(({ unknownWords }) => unknownWords !== undefined);
  if (withWords.length > 0)
    yield 'Words of AWS that this version does not know; where one decides, the verdict is unknown';
  for (const { scope, unknownWords = [] } of withWords) {
    for (const each of unknownWords) {
      yield printable(`  ${scope.accountId} ${scope.region}  ${unknownWordText(each)}`);
    }
  }
}
