import { defined, formFault, outcomesOfAll, SchemaVersionError, upgradeRun } from '@backproof/core';
import type {
  Disposition,
  ExcludedResource,
  Failure,
  Outcome,
  Population,
  ReportedRun,
  Run,
  StoredDocument,
} from '@backproof/core';
import { RUN_HEADER_SCHEMA } from '../generated/ledger-schemas.js';
import { LedgerError, LedgerVersionError } from '../ledger-error.js';
import { OWNERSHIP } from './ownership.js';
import type { OwnershipFields, OwnershipTags } from './ownership.js';
import { RECORDED, SCOPED } from './table.js';
import type { RecordedRow, ScopedRow, Table } from './table.js';
import { scopeFields } from './jobs.js';

/** One evaluated scan. */
export interface RunRow extends RecordedRow {
  /** The moment that ages were measured against. */
  readonly judgedAt: number;
  readonly toolVersion: string;
  readonly inventorySha256: string;
  /** The result of the gate. */
  readonly gate: Run['gate']['result'];
  /** The number of scopes, outcomes, resources that were not judged, and populations it has. */
  readonly scopes: number;
  readonly outcomes: number;
  readonly excluded: number;
  readonly populations: number;
  /** SHA-256 of the code of the tool as it was installed. Absent: it was not given, or an earlier version recorded it. */
  readonly toolSha256?: string;
  /** The tags that `owner` and `system` of its resources are from. Absent: none was named. */
  readonly ownerTag?: string;
  readonly systemTag?: string;
  /** The run's document as it was recorded, without the lists that have tables of their own; `runHeader` reads it. */
  readonly header: StoredDocument;
}

/**
 * A run's document, without the lists that have tables of their own. What protects each resource is left out too: it
 * follows from the inventory, is much, and would have to be read for every look at a run.
 */
export type RunHeader = Omit<Run, 'outcomes' | 'populations' | 'excluded' | 'protection'>;

export const runs: Table<RunRow> = {
  name: 'runs',
  partitionedBy: [],
  columns: {
    ...RECORDED,
    judgedAt: 'instant',
    toolVersion: 'text',
    inventorySha256: 'text',
    gate: 'text',
    scopes: 'integer',
    outcomes: 'integer',
    excluded: 'integer',
    populations: 'integer',
    toolSha256: 'text',
    ownerTag: 'text',
    systemTag: 'text',
    header: 'json',
  },
};

/** The outcome of one rule and one resource. Its fingerprint is left out: it is SHA-256 of rule and ARN. */
export interface OutcomeRow
  extends
    RecordedRow,
    OwnershipFields,
    Pick<Outcome, 'ruleId' | 'status' | 'severity' | 'messageId' | 'message' | 'data' | 'evidence' | 'gaps'> {
  readonly account: string;
  readonly region: string;
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly resourceName: string;
  /** The disposition of a failure. */
  readonly disposition?: Disposition['kind'];
  /** The waiver that accepts it. */
  readonly waiver?: string;
  /** The waiver that accepted it until it expired. */
  readonly expiredWaiver?: string;
  readonly inBaseline?: boolean;
}

export const outcomes: Table<OutcomeRow> = {
  name: 'outcomes',
  partitionedBy: ['account', 'region'],
  columns: {
    ...RECORDED,
    account: 'text',
    region: 'text',
    ruleId: 'text',
    resourceArn: 'text',
    resourceType: 'text',
    resourceName: 'text',
    ...OWNERSHIP,
    status: 'text',
    severity: 'text',
    disposition: 'text',
    waiver: 'text',
    expiredWaiver: 'text',
    inBaseline: 'flag',
    messageId: 'text',
    message: 'text',
    data: 'json',
    evidence: 'json',
    gaps: 'json',
  },
};

/** A resource that was not judged. */
export interface ExcludedResourceRow
  extends RecordedRow, OwnershipFields, Pick<ExcludedResource, 'reason' | 'userReason'> {
  readonly account: string;
  readonly region: string;
  readonly resourceArn: string;
  readonly resourceType: string;
  readonly resourceName: string;
}

export const excludedResources: Table<ExcludedResourceRow> = {
  name: 'excluded_resources',
  partitionedBy: [],
  columns: {
    ...RECORDED,
    account: 'text',
    region: 'text',
    resourceArn: 'text',
    resourceType: 'text',
    resourceName: 'text',
    ...OWNERSHIP,
    reason: 'text',
    userReason: 'text',
  },
};

/** The completeness of a list in one scope. */
export interface PopulationRow extends ScopedRow {
  readonly population: Population['kind'];
  /** Which part of the kind: a resource type or a vault's ARN. */
  readonly part?: string;
  readonly status: Population['status'];
  readonly items: number;
  readonly pages: number;
  /** The calls that failed, with their errors. */
  readonly gaps?: readonly object[];
  /** Words of AWS about its items that the version that read them did not know. */
  readonly unknownWords?: readonly object[];
}

export const populations: Table<PopulationRow> = {
  name: 'populations',
  partitionedBy: [],
  columns: {
    ...SCOPED,
    population: 'text',
    part: 'text',
    status: 'text',
    items: 'integer',
    pages: 'integer',
    gaps: 'json',
    unknownWords: 'json',
  },
};

/** The facts that are recorded with a run besides its document. */
export interface RunDetails extends OwnershipTags {
  /** SHA-256 of the code of the tool as it is installed. */
  readonly toolSha256?: string | undefined;
}

export function runRow(recorded: RecordedRow, run: ReportedRun, details: RunDetails): RunRow {
  const { populations, excluded, ...rest } = run;
  const { toolSha256, ownerTag, systemTag } = details;
  return {
    ...recorded,
    judgedAt: Date.parse(run.now),
    toolVersion: run.tool.version,
    inventorySha256: run.inventory.sha256,
    gate: run.gate.result,
    scopes: run.scopes.length,
    outcomes: outcomesOfAll(run.rules),
    excluded: excluded.length,
    populations: populations.length,
    ...defined({ toolSha256, ownerTag, systemTag }),
    header: defined({ ...rest, outcomes: undefined, protection: undefined }),
  };
}

/** Returns the header of a recorded run in the newest form. @throws LedgerError if it is not one, or a later version wrote it */
export function runHeader({ runId, header }: RunRow): RunHeader {
  try {
    const upgraded = upgradeRun(header);
    const fault = formFault(RUN_HEADER_SCHEMA, upgraded);
    if (fault !== undefined)
      throw new LedgerError(`the run ${runId} is not one: ${fault}. Restore the ledger from a backup.`);
    // The schema is derived from the type.
    return upgraded as unknown as RunHeader;
  } catch (error) {
    if (!(error instanceof SchemaVersionError)) throw error;
    throw new LedgerVersionError(`the run ${runId} ${error.fault}`, { cause: error });
  }
}

export function outcomeRow(recorded: RecordedRow, outcome: Outcome, ownership: OwnershipFields): OutcomeRow {
  const { ruleId, status, severity, messageId, message, data, evidence, gaps } = outcome;
  return {
    ...recorded,
    ...subjectFields(outcome),
    ...ownership,
    ...{ ruleId, status, severity, messageId, message, data, evidence, gaps },
    ...(outcome.status === 'fail' && failureFields(outcome)),
  };
}

function failureFields({ disposition, inBaseline }: Failure) {
  return {
    disposition: disposition.kind,
    ...(disposition.kind === 'waived' && { waiver: disposition.waiver }),
    ...(disposition.kind === 'open' && defined({ expiredWaiver: disposition.expiredWaiver })),
    ...defined({ inBaseline }),
  };
}

export function excludedResourceRow(
  recorded: RecordedRow,
  excluded: ExcludedResource,
  ownership: OwnershipFields,
): ExcludedResourceRow {
  const { reason, userReason } = excluded;
  return { ...recorded, ...subjectFields(excluded), ...ownership, ...defined({ reason, userReason }) };
}

export function populationRow(recorded: RecordedRow, population: Population): PopulationRow {
  const { kind, scope, of, status, count, pages, unknownWords } = population;
  return {
    ...recorded,
    ...scopeFields(scope),
    population: kind,
    ...(of !== undefined && { part: of }),
    status,
    items: count,
    pages,
    ...(population.status !== 'complete' && { gaps: population.gaps }),
    ...defined({ unknownWords }),
  };
}

function subjectFields({ subject: { accountId, region, arn, type, name } }: Pick<Outcome, 'subject'>) {
  return { account: accountId, region, resourceArn: arn, resourceType: type, resourceName: name };
}
