import { inventoryHash, withSourceResources } from '@backproof/core';
import type { Inventory, ReportedRun } from '@backproof/core';
import { append, parts } from './append.js';
import type { Part } from './append.js';
import { openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { newJobs } from './known-jobs.js';
import type { ImportSource, Manifest, ManifestAction } from './manifest.js';
import { TABLES } from './tables/index.js';
import { jobHistoryRow, jobRow } from './tables/jobs.js';
import { newestPointRows } from './tables/newest-points.js';
import { ownershipIn } from './tables/ownership.js';
import { excludedResourceRow, outcomeRow, populationRow, runRow } from './tables/run.js';
import type { OutcomeRow, RunDetails } from './tables/run.js';
import type { RecordedRow } from './tables/table.js';

/** The result of a recording. */
export interface Recorded {
  readonly manifest: Manifest;
  /** False where the ledger had it already: it has it once. */
  readonly added: boolean;
}

/**
 * Appends the evidence of a run: the jobs that the ledger does not know yet, the times of which all jobs are known, the
 * newest recovery points, the outcomes, what was not judged, the populations and the run's header. Safe with other
 * writers, and whole or not at all.
 *
 * @param inventory what was read, without what the ledger itself added to it
 * @param details the tags whose values are recorded with each resource (no other tag is), and the hash of the tool
 * @throws LedgerError if the ledger cannot be read
 */
export async function recordRun(
  folder: string,
  inventory: Inventory,
  run: ReportedRun,
  details: RunDetails = {},
): Promise<Recorded> {
  const recorded = { runId: run.id, takenAt: inventory.takenAt };
  return record(folder, recorded, { action: 'run' }, async function* (ledger, at) {
    yield* evidenceParts(ledger, at, inventory);
    yield* runParts(at, inventory, run, details);
  });
}

/**
 * Appends the jobs of files that others wrote, made into an inventory.
 * @throws LedgerError if the ledger cannot be read
 */
export async function recordImport(
  folder: string,
  inventory: Inventory,
  sources: readonly ImportSource[],
): Promise<Recorded> {
  const recorded = { runId: inventoryHash(inventory), takenAt: inventory.takenAt };
  return record(folder, recorded, { action: 'import', sources }, (ledger, at) => evidenceParts(ledger, at, inventory));
}

/** Appends what `make` gives, unless the ledger has it already. */
async function record(
  folder: string,
  recorded: RecordedRow,
  action: ManifestAction,
  make: (ledger: Ledger, recorded: RecordedRow) => AsyncIterable<Part>,
): Promise<Recorded> {
  const { runId: id, takenAt } = recorded;
  const ledger = await openLedger(folder);
  const known = manifestOf(ledger, id);
  if (known !== undefined) return { manifest: known, added: false };
  const addition = { id, takenAt, action, parts: make(ledger, recorded) };
  const manifest = await append(folder, addition, (now) => manifestOf(now, id) !== undefined);
  // Where another writer was quicker, it is known now.
  return manifest === undefined ? record(folder, recorded, action, make) : { manifest, added: true };
}

function manifestOf({ manifests }: Ledger, id: string): Manifest | undefined {
  return manifests.find((manifest) => manifest.id === id);
}

async function* evidenceParts(ledger: Ledger, recorded: RecordedRow, inventory: Inventory): AsyncGenerator<Part> {
  const { restoreJobs, backupJobs, copyJobs, jobHistories, newestPoints } = TABLES;
  // The points that a job restored may be gone from later inventories, and with them what tells its resource.
  const restores = withSourceResources(inventory);
  const rows = {
    restores: restores.map((job) => jobRow(recorded, job)),
    backups: inventory.backupJobs.map((job) => jobRow(recorded, job)),
    copies: inventory.copyJobs.map((job) => jobRow(recorded, job)),
    // What CloudTrail shows is read anew by each scan: the ledger only says what AWS Backup listed.
    histories: inventory.jobHistories
      .filter(({ origin }) => origin !== 'cloudtrail')
      .map((history) => jobHistoryRow(recorded, history)),
  };
  yield* parts(restoreJobs, await newJobs(ledger, restoreJobs, rows.restores), recorded);
  yield* parts(backupJobs, await newJobs(ledger, backupJobs, rows.backups), recorded);
  yield* parts(copyJobs, await newJobs(ledger, copyJobs, rows.copies), recorded);
  yield* parts(jobHistories, rows.histories, recorded);
  yield* parts(newestPoints, newestPointRows(recorded, inventory.recoveryPoints), recorded);
}

type OwnershipOf = ReturnType<typeof ownershipIn>;

function* outcomeRows(
  recorded: RecordedRow,
  { outcomes }: ReportedRun,
  ownershipOf: OwnershipOf,
): Generator<OutcomeRow> {
  for (const outcome of outcomes) yield outcomeRow(recorded, outcome, ownershipOf(outcome.subject.arn));
}

/** The header comes last: a reader that joins by it sees all of a run or nothing. */
function* runParts(
  recorded: RecordedRow,
  inventory: Inventory,
  run: ReportedRun,
  details: RunDetails,
): Generator<Part> {
  const { outcomes, excludedResources, populations, runs } = TABLES;
  const ownershipOf = ownershipIn(inventory, details);
  yield* parts(outcomes, outcomeRows(recorded, run, ownershipOf), recorded);
  yield* parts(
    excludedResources,
    run.excluded.map((excluded) => excludedResourceRow(recorded, excluded, ownershipOf(excluded.subject.arn))),
    recorded,
  );
  yield* parts(
    populations,
    run.populations.map((population) => populationRow(recorded, population)),
    recorded,
  );
  yield* parts(runs, [runRow(recorded, run, details)], recorded);
}
