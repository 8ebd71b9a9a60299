import type { Disposition, VerdictStatus } from '@backproof/core';
import { readTable, TABLES } from '@backproof/ledger';
import type { Batch, Ledger, OutcomeRow } from '@backproof/ledger';
import type { RecordedRun } from './recorded-run.js';
import type { ExclusionAtRun, OutcomeAtRun } from './tracks.js';

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

type OutcomeBatch = Batch<OutcomeRow, (typeof FIELDS)[number]>;

/** The outcomes of one run, and the resources that it left out, by ARN. */
export interface ReadRun {
  readonly run: RecordedRun;
  readonly outcomes: Iterable<OutcomeAtRun>;
  readonly excluded: ReadonlyMap<string, ExclusionAtRun>;
}

/**
 * The outcomes of some runs, run by run, of which one day is held at a time.
 * @throws LedgerError if a part was changed or is missing
 */
export async function* readOutcomes(ledger: Ledger, runs: readonly RecordedRun[]): AsyncGenerator<ReadRun> {
  for (const [day, ofDay] of byDay(runs)) {
    const range = { since: day, until: day };
    const batches: OutcomeBatch[] = [];
    for await (const batch of readTable(ledger, TABLES.outcomes, FIELDS, range)) batches.push(batch);
    const excluded = await readExcluded(ledger, day);
    for (const run of ofDay) {
      yield { run, outcomes: outcomesOf(batches, run.id), excluded: excluded.get(run.id) ?? new Map() };
    }
  }
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

function* outcomesOf(batches: readonly OutcomeBatch[], runId: string): Generator<OutcomeAtRun> {
  for (const { count, columns } of batches) {
    for (let row = 0; row < count; row++) {
      if (columns.runId[row] !== runId) continue;
      yield {
        ruleId: columns.ruleId[row] ?? '',
        arn: columns.resourceArn[row] ?? '',
        type: columns.resourceType[row] ?? '',
        account: columns.account[row] ?? '',
        region: columns.region[row] ?? '',
        status: columns.status[row] ?? ('unknown' satisfies VerdictStatus),
        disposition: columns.disposition?.[row] satisfies Disposition['kind'] | undefined,
        waiver: columns.waiver?.[row],
      };
    }
  }
}

const EXCLUDED_FIELDS = ['runId', 'resourceArn', 'reason', 'userReason'] as const;

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
      const exclusion = { reason: columns.reason[row] ?? '', userReason: columns.userReason?.[row] };
      ofRun.set(columns.resourceArn[row] ?? '', exclusion);
    }
  }
  return byRun;
}

/** What a run said of one rule and one resource, in full. */
export type Finding = Pick<OutcomeRow, 'resourceName' | 'severity' | 'messageId' | 'message' | 'evidence'>;

const FINDING_FIELDS = [
  'runId',
  'ruleId',
  'resourceArn',
  'resourceName',
  'severity',
  'messageId',
  'message',
  'evidence',
] as const satisfies readonly (keyof OutcomeRow)[];

/** What was said of some rules and resources, by run. */
export interface Wanted {
  readonly run: RecordedRun;
  readonly ruleId: string;
  readonly arn: string;
}

/** Reads what runs said of some rules and resources: all of it, and of no others. */
export async function readFindings(
  ledger: Ledger,
  wanted: readonly Wanted[],
): Promise<(of: Wanted) => Finding | undefined> {
  const keys = new Set(wanted.map(findingKey));
  const found = new Map<string, Finding>();
  for (const day of new Set(byDay(wanted.map(({ run }) => run)).keys())) {
    const where = {
      fields: ['runId', 'ruleId', 'resourceArn'] as const,
      holds: (values: readonly unknown[]) => keys.has(values.join('\n')),
    };
    const range = { since: day, until: day };
    for await (const { count, columns } of readTable(ledger, TABLES.outcomes, FINDING_FIELDS, range, where)) {
      for (let row = 0; row < count; row++) {
        const key = [columns.runId[row], columns.ruleId[row], columns.resourceArn[row]].join('\n');
        const { resourceName, severity, messageId, message, evidence } = columns;
        found.set(key, {
          resourceName: resourceName[row] ?? '',
          severity: severity[row] ?? 'medium',
          messageId: messageId[row] ?? '',
          message: message[row] ?? '',
          evidence: evidence[row] ?? [],
        });
      }
    }
  }
  return (of) => found.get(findingKey(of));
}

function findingKey({ run, ruleId, arn }: Wanted): string {
  return [run.id, ruleId, arn].join('\n');
}
