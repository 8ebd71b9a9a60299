import { count, groupBy, printable } from '@backproof/core';
import type { CountComparison, Doubt, ReportedRun, Scope, UncountedScope } from '@backproof/core';
import { firstNames } from './wording.js';

const DOUBTS: Readonly<Record<Doubt, string>> = {
  daily: 'AWS Config records once a day there',
  failing: 'the AWS Config recorder fails there',
  'recent-change': 'recorded within a day of the scan, possibly deleted since',
  'other-engines': 'may be DocumentDB or Neptune',
};

const REASONS: Readonly<Record<UncountedScope['reason'], string>> = {
  'not-recorded': 'it does not record there',
  unread: 'it could not be read',
  'not-asked': 'it was not queried',
};

/** The differences between the scan and the counts of AWS Config, and the types that no rule judges. */
export function* completenessLines({ completeness }: ReportedRun): Generator<string> {
  const { counts, uncounted, unknownTypes } = completeness;
  const [shortfalls, doubtful] = (['shortfall', 'doubtful'] as const).map((result) =>
    counts.filter((comparison) => comparison.result === result),
  );
  yield* comparisonLines('Counted by AWS Config, not found by the scan', shortfalls);
  yield* comparisonLines(
    'Counted by AWS Config, possibly not found by the scan: its counts may be out of date or include other types',
    doubtful,
  );
  const compared = [...groupBy(counts, ({ scope }) => scopeText(scope)).keys()];
  if (compared.length > 0) yield `Compared with AWS Config: ${firstNames(compared)}`;
  for (const [reason, scopes] of groupBy(uncounted, (scope) => REASONS[scope.reason])) {
    yield `Not compared with AWS Config because ${reason}: ${firstNames(scopes.map(scopeText))}`;
  }
  if (unknownTypes.length > 0) {
    const types = unknownTypes.map(({ resourceType, count: number }) => `${number} ${resourceType}`).join(', ');
    yield printable(`Backed up by AWS Backup, but no rule judges these types: ${types}`);
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
