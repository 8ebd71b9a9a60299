import { compare, defined, recordFault } from '@backproof/core';
import type { Instant, Population } from '@backproof/core';
import { LedgerError, readRows, runHeader, TABLES } from '@backproof/ledger';
import type { Ledger, Manifest, OwnershipTags, PopulationRow, RowRange, RunHeader, RunRow } from '@backproof/ledger';

/** A run as recorded in the ledger, without its outcomes. */
export interface RecordedRun {
  readonly id: string;
  readonly takenAt: Instant;
  readonly header: RunHeader;
  readonly populations: readonly Population[];
  /** The number of resources it did not judge. */
  readonly excluded: number;
  /** The number of outcomes it has. */
  readonly outcomes: number;
  /** SHA-256 of the code of the tool; absent where it was not recorded. */
  readonly toolSha256?: string;
  /** The tags that the owners and systems of its resources are from. */
  readonly ownership: OwnershipTags;
  /** Where it stands in the chain. */
  readonly manifest?: Pick<Manifest, 'number' | 'sha256' | 'recordedAt'>;
}

/**
 * The runs of some days, oldest first; of runs of one moment the one first that was recorded first.
 * @throws LedgerError if the ledger cannot be read
 */
export async function readRuns(ledger: Ledger, range: RowRange): Promise<readonly RecordedRun[]> {
  const populations = await readPopulations(ledger, range);
  const runs: RecordedRun[] = [];
  for await (const row of readRows(ledger, TABLES.runs, range)) {
    runs.push(recordedRun(ledger, row, populations.get(row.runId) ?? []));
  }
  return runs.sort(
    (a, b) => a.takenAt - b.takenAt || (a.manifest?.number ?? 0) - (b.manifest?.number ?? 0) || compare(a.id, b.id),
  );
}

function recordedRun(ledger: Ledger, row: RunRow, populations: readonly Population[]): RecordedRun {
  const { runId: id, takenAt, excluded, outcomes, toolSha256, ownerTag, systemTag } = row;
  const manifest = ledger.manifests.find((each) => each.id === id);
  return {
    ...{ id, takenAt, header: runHeader(row), populations, excluded, outcomes },
    ...(toolSha256 !== undefined && { toolSha256 }),
    ownership: defined({ ownerTag, systemTag }),
    ...(manifest !== undefined && {
      manifest: { number: manifest.number, sha256: manifest.sha256, recordedAt: manifest.recordedAt },
    }),
  };
}

/** The populations by the runs that read them, some hundreds of each. */
async function readPopulations(ledger: Ledger, range: RowRange): Promise<ReadonlyMap<string, readonly Population[]>> {
  const ofRuns = new Map<string, Population[]>();
  const known = new Map<string, Population>();
  for await (const row of readRows(ledger, TABLES.populations, range)) {
    const population = sharedPopulation(known, row);
    const ofRun = ofRuns.get(row.runId);
    if (ofRun === undefined) ofRuns.set(row.runId, [population]);
    else ofRun.push(population);
  }
  return ofRuns;
}

/** Most lists are as long in one run as in the next: those of all runs would be most of an audit's memory. */
function sharedPopulation(known: Map<string, Population>, row: PopulationRow): Population {
  const { awsPartition, account, region, population: kind, part = '', status, items, pages, gaps } = row;
  if (gaps !== undefined) return populationOf(row);
  const key = [kind, part, awsPartition, account, region, status, items, pages].join('\n');
  const population = known.get(key) ?? populationOf(row);
  known.set(key, population);
  return population;
}

function populationOf(row: PopulationRow): Population {
  const { awsPartition, account, region, population: kind, part, status, items: count, pages, gaps } = row;
  const scope = { partition: awsPartition, accountId: account, region };
  // One literal: V8 gives each copy that is added to a hidden class of its own, which would be most of an audit's memory.
  const read = { kind, scope, count, pages, status, ...(part !== undefined && { of: part }), ...(gaps && { gaps }) };
  const fault = recordFault('populations', read);
  if (fault !== undefined) throw new LedgerError(`a population of the run ${row.runId} is not one: ${fault}`);
  // The schema is derived from the type.
  return read as Population;
}
