import { defined } from '@backproof/core';
import { readTable, readTableAt, TABLES } from '@backproof/ledger';
import type { Batch, ExcludedResourceRow, Ledger, OutcomeRow, OwnershipFields } from '@backproof/ledger';
import type { RecordedSubject } from './absence.js';
import type { RecordedRun } from './recorded-run.js';

const FIELDS = [
  'runId',
  'ruleId',
  'resourceArn',
  'resourceType',
  'account',
  'region',
  'status',
  'disposition',
  'waiver',
] as const satisfies readonly (keyof OutcomeRow)[];

/** Some outcomes, as far as an audit looks at all of them. */
export type OutcomeBatch = Batch<OutcomeRow, (typeof FIELDS)[number]>;

/** Where the ledger has an outcome: the path of a part, and the number of the row in it. */
export interface OutcomePlace {
  readonly part: string;
  readonly row: number;
}

/** A resource that a run did not judge, and the reason. */
export interface ExclusionAtRun extends RecordedSubject, OwnershipFields {
  readonly name: string;
  readonly reason: string;
  readonly userReason?: string | undefined;
}

/** A run, the outcomes of its day, which may be other runs' too, and the resources that it left out, by ARN. They are read once. */
export interface ReadRun {
  readonly run: RecordedRun;
  readonly outcomes: AsyncIterable<OutcomeBatch> | Iterable<OutcomeBatch>;
  readonly excluded: ReadonlyMap<string, ExclusionAtRun>;
}

/**
 * The outcomes of some runs, run by run. A day with several runs is held as long as they are read; otherwise, one batch is.
 * @throws LedgerError if a part was changed or is missing
 */
export async function* readOutcomes(ledger: Ledger, runs: readonly RecordedRun[]): AsyncGenerator<ReadRun> {
  for (const [day, ofDay] of byDay(runs)) {
    const range = { since: day, until: day };
    const batches = readTable(ledger, TABLES.outcomes, FIELDS, range);
    const outcomes = ofDay.length === 1 ? batches : await held(batches);
    const excluded = await readExcluded(ledger, day);
    for (const run of ofDay) {
      yield { run, outcomes, excluded: excluded.get(run.id) ?? new Map() };
    }
  }
}

async function held<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function byDay(runs: readonly RecordedRun[]): ReadonlyMap<string, readonly RecordedRun[]> {
  const days = new Map<string, RecordedRun[]>();
  for (const run of runs) {
    const day = new Date(run.takenAt).toISOString().slice(0, 10);
    const ofDay = days.get(day);
    if (ofDay === undefined) days.set(day, [run]);
    else ofDay.push(run);
  }
  return days;
}

const EXCLUDED_FIELDS = [
  'runId',
  'account',
  'region',
  'resourceArn',
  'resourceType',
  'resourceName',
  'owner',
  'system',
  'reason',
  'userReason',
] as const satisfies readonly (keyof ExcludedResourceRow)[];

async function readExcluded(
  ledger: Ledger,
  day: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, ExclusionAtRun>>> {
  const byRun = new Map<string, Map<string, ExclusionAtRun>>();
  const range = { since: day, until: day };
  for await (const { count, columns } of readTable(ledger, TABLES.excludedResources, EXCLUDED_FIELDS, range)) {
    for (let row = 0; row < count; row++) {
      const runId = columns.runId[row] ?? '';
      const ofRun = byRun.get(runId) ?? new Map<string, ExclusionAtRun>();
      byRun.set(runId, ofRun);
      const exclusion: ExclusionAtRun = {
        arn: columns.resourceArn[row] ?? '',
        account: columns.account[row] ?? '',
        region: columns.region[row] ?? '',
        type: columns.resourceType[row] ?? '',
        name: columns.resourceName[row] ?? '',
        reason: columns.reason[row] ?? '',
        userReason: columns.userReason[row],
        ...ownershipAt(columns, row),
      };
      ofRun.set(exclusion.arn, exclusion);
    }
  }
  return byRun;
}

/** The outcome of one rule and one resource in a run, in full. */
export type Finding = OwnershipFields &
  Pick<OutcomeRow, 'resourceName' | 'severity' | 'messageId' | 'message' | 'evidence'>;

const FINDING_FIELDS = [
  'resourceName',
  'owner',
  'system',
  'severity',
  'messageId',
  'message',
  'evidence',
] as const satisfies readonly (keyof OutcomeRow)[];

/** The name of the subject of an outcome, its owner and its system. */
export interface SubjectWords extends OwnershipFields {
  readonly name: string;
}

/** The owner and the system in one row of a batch. */
function ownershipAt(
  { owner, system }: Pick<Batch<OutcomeRow, keyof OwnershipFields>['columns'], keyof OwnershipFields>,
  row: number,
): OwnershipFields {
  return defined({ owner: owner[row], system: system[row] });
}

/**
 * Reads the names of the subjects of some outcomes, and their owners and systems.
 * @throws LedgerError if a part was changed or is missing
 */
export async function readSubjects(
  ledger: Ledger,
  places: Iterable<OutcomePlace>,
): Promise<(place: OutcomePlace) => SubjectWords | undefined> {
  const found = new Map<string, Map<number, SubjectWords>>();
  const fields = ['resourceName', 'owner', 'system'] as const;
  for await (const { part, rows, columns } of readTableAt(ledger, TABLES.outcomes, fields, rowsByPart(places))) {
    const ofPart = found.get(part) ?? new Map<number, SubjectWords>();
    found.set(part, ofPart);
    rows.forEach((row, i) => ofPart.set(row, { name: columns.resourceName[i] ?? '', ...ownershipAt(columns, i) }));
  }
  return ({ part, row }) => found.get(part)?.get(row);
}

function rowsByPart(places: Iterable<OutcomePlace>): ReadonlyMap<string, ReadonlySet<number>> {
  const wanted = new Map<string, Set<number>>();
  for (const { part, row } of places) {
    const rows = wanted.get(part);
    if (rows === undefined) wanted.set(part, new Set([row]));
    else rows.add(row);
  }
  return wanted;
}

/**
 * Reads what runs said where they stand, and of nothing else.
 * @throws LedgerError if a part was changed or is missing
 */
export async function readFindings(
  ledger: Ledger,
  places: Iterable<OutcomePlace>,
): Promise<(place: OutcomePlace) => Finding | undefined> {
  const found = new Map<string, Map<number, Finding>>();
  const wanted = rowsByPart(places);
  for await (const { part, rows, columns } of readTableAt(ledger, TABLES.outcomes, FINDING_FIELDS, wanted)) {
    const ofPart = found.get(part) ?? new Map<number, Finding>();
    found.set(part, ofPart);
    rows.forEach((row, i) => {
      ofPart.set(row, {
        resourceName: columns.resourceName[i] ?? '',
        severity: columns.severity[i] ?? 'medium',
        messageId: columns.messageId[i] ?? '',
        message: columns.message[i] ?? '',
        evidence: columns.evidence[i] ?? [],
        ...ownershipAt(columns, i),
      });
    });
  }
  return ({ part, row }) => found.get(part)?.get(row);
}
