import { groupBy } from '@backproof/core';
import type { CountComparison, Doubt, ReportedRun, Scope, UncountedScope } from '@backproof/core';
import { count, firstNames, printable } from './wording.js';

const DOUBTS: Readonly<Record<Doubt, string>> = {
  daily: 'AWS Config looks once a day there',
  failing: "AWS Config's recorder fails there",
  'recent-change': 'changed within a day, so it may be gone by now',
  'other-engines': 'which may be DocumentDB or Neptune',
};

const REASONS: Readonly<Record<UncountedScope['reason'], string>> = {
  'not-recorded': 'it records nothing there',
  unread: 'it could not be asked',
  'not-asked': 'it was not asked',
};

/** What others than the scan know of: what it did not see, and what nobody judged. */
export function* completenessLines({ completeness }: ReportedRun): Generator<string> {
  const { counts, uncounted, unknownTypes } = completeness;
  const [shortfalls, doubtful] = (['shortfall', 'doubtful'] as const).map((result) =>
    counts.filter((comparison) => comparison.result === result),
  );
  yield* comparisonLines('Not seen, though AWS Config knows of it', shortfalls);
  yield* comparisonLines('Perhaps not seen, as AWS Config may be behind', doubtful);
  const compared = [...groupBy(counts, ({ scope }) => scopeText(scope)).keys()];
  if (compared.length > 0) yield `Compared with AWS Config: ${firstNames(compared)}`;
  for (const [reason, scopes] of groupBy(uncounted, (scope) => REASONS[scope.reason])) {
    yield `Not compared with AWS Config, as ${reason}: ${firstNames(scopes.map(scopeText))}`;
  }
  if (unknownTypes.length > 0) {
    const types = unknownTypes.map(({ resourceType, count: number }) => `${number} ${resourceType}`).join(', ');
    yield printable(`Backed up by AWS Backup, but of types that no rule judges: ${types}`);
  }
}

function* comparisonLines(heading: string, comparisons: readonly CountComparison[] = []): Generator<string> {
  if (comparisons.length > 0) yield heading;
  for (const { scope, configType, missing, counted, unseen, doubt } of comparisons) {
    const why = doubt === undefined ? '' : `, ${DOUBTS[doubt]}`;
    yield printable(`  ${scopeText(scope)}  ${configType}: ${count(missing, 'resource')} of ${counted}${why}`);
    if (unseen.length > 0) yield `    ${firstNames(unseen.map(({ arn }) => arn))}`;
  }
}

function scopeText({ accountId, region }: Pick<Scope, 'accountId' | 'region'>): string {
  return `${accountId} ${region}`;
}
