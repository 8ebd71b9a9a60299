import { defined, groupBy } from '@backproof/core';
import { readRowsAt, readTable, TABLES } from '@backproof/ledger';
import type { Ledger, NewestPointRow, OutcomeRow, RecordedRow, Table } from '@backproof/ledger';
import type { Audit } from './audit.js';
import { day } from './days.js';
import type { RecordedRun } from './recorded-run.js';
import { iso } from './run-ref.js';
import type { RunRef } from './run-ref.js';
import { canBeDrawn, drawSample } from './sample.js';
import type { AuditedSample, DrawnResource, SampledPoint, SampledResult, SampleRequest } from './sample.js';

/**
 * Draws a sample of a population, and reads the evidence of each resource from the ledger.
 * @param runs all runs that were followed
 * @throws LedgerError if a part was changed or is missing
 */
export async function auditedSample(
  ledger: Ledger,
  { population: { resources }, restores }: Pick<Audit, 'population' | 'restores'>,
  runs: readonly RecordedRun[],
  request: SampleRequest,
): Promise<AuditedSample> {
  const known = new Map(resources.map((resource) => [keyOf(resource), resource]));
  const hashes = new Map(runs.map(({ id, header }) => [id, header.inventory.sha256]));
  const drawn = drawSample(resources, request).flatMap((item) => {
    const { lastJudged, exceptions } = known.get(keyOf(item)) ?? {};
    return lastJudged === undefined ? [] : [{ item, run: lastJudged, exceptions: exceptions ?? 0 }];
  });
  const outcomes = await rowsOf(ledger, TABLES.outcomes, drawn);
  const points = await rowsOf(ledger, TABLES.newestPoints, drawn);
  const items = drawn.map(({ item, run, exceptions }) => ({
    ...item,
    run: { ...run, inventorySha256: hashes.get(run.id) ?? '' },
    // An account has an outcome in each Region, with one ARN.
    results: (outcomes.get(item.arn) ?? []).filter(({ region }) => region === item.region).map(sampledResult),
    points: (points.get(item.arn) ?? []).map(sampledPoint),
    restores: restores.filter(({ resourceArn }) => resourceArn === item.arn),
    exceptions,
  }));
  return { ...defined({ ...request }), from: resources.filter(canBeDrawn).length, items };
}

function keyOf({ arn, region }: Pick<DrawnResource, 'arn' | 'region'>): string {
  return `${region} ${arn}`;
}

interface Drawn {
  readonly item: DrawnResource;
  readonly run: RunRef;
}

/** The rows of a table about some resources, each from its run, by ARN. */
async function rowsOf<Row extends RecordedRow & { readonly resourceArn: string }>(
  ledger: Ledger,
  table: Table<Row>,
  drawn: readonly Drawn[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const wanted = new Set(drawn.map(({ item, run }) => `${run.id} ${item.arn}`));
  const places = new Map<string, Set<number>>();
  for (const at of new Set(drawn.map(({ run }) => day(run.at)))) {
    const fields = ['runId', 'resourceArn'] as const;
    for await (const { part, rows, count, columns } of readTable<Row, (typeof fields)[number]>(ledger, table, fields, {
      since: at,
      until: at,
    })) {
      for (let i = 0; i < count; i++) {
        if (!wanted.has(`${String(columns.runId[i])} ${String(columns.resourceArn[i])}`)) continue;
        const ofPart = places.get(part) ?? new Set();
        places.set(part, ofPart.add(rows[i] ?? NaN));
      }
    }
  }
  const found: Row[] = [];
  for await (const row of readRowsAt(ledger, table, places)) found.push(row);
  return groupBy(found, ({ resourceArn }) => resourceArn);
}

function sampledResult(row: OutcomeRow): SampledResult {
  const { ruleId, status, severity, disposition, waiver, messageId, message, evidence } = row;
  return defined({ ruleId, status, severity, disposition, waiver, messageId, message, evidence });
}

function sampledPoint(row: NewestPointRow): SampledPoint {
  const { recoveryPointArn, vaultArn, status, createdAt, completedAt, deleteAt, sourceVaultArn, planId, ruleId } = row;
  return defined({
    ...{ recoveryPointArn, vaultArn, status, sourceVaultArn, planId, ruleId },
    createdAt: iso(createdAt),
    completedAt: completedAt === undefined ? undefined : iso(completedAt),
    deleteAt: deleteAt === undefined ? undefined : iso(deleteAt),
  });
}
