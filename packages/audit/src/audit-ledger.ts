import type { KeyObject } from 'node:crypto';
import { compare, noTally, TALLY_KINDS } from '@backproof/core';
import type { ControlFramework } from '@backproof/frameworks';
import { LedgerError, ledgerOf, LedgerVersionError, openLedger, verifyLedger } from '@backproof/ledger';
import type { Ledger, RowRange, Verification } from '@backproof/ledger';
import { AUDIT_SCHEMA_VERSION } from './audit.js';
import type { Audit, AuditedIntegrity, AuditedPeriod, AuditedRun } from './audit.js';
import { conclusionOf } from './conclusion.js';
import { auditedPopulation, openingRun } from './audited-population.js';
import { auditedSample } from './audited-sample.js';
import { coverageOf } from './coverage.js';
import { auditedExceptions } from './exceptions.js';
import { auditedExclusions } from './exclusions.js';
import { changesOf, timeToCompliance, trendOf } from './figures.js';
import { followRuns } from './follow-runs.js';
import { settingHistory } from './history.js';
import { periodBefore } from './period.js';
import type { Period } from './period.js';
import { readRuns } from './recorded-run.js';
import type { RecordedRun } from './recorded-run.js';
import { auditedRecovery } from './recovery.js';
import { auditedScopes, ruleParameters, unreadPopulations, waiverRegister } from './registers.js';
import { auditedResponses } from './responses.js';
import type { ExceptionResponse } from './response.js';
import { auditedRestores, restoreGaps } from './restores.js';
import { runAfter } from './run-after.js';
import { iso, runRef } from './run-ref.js';
import type { SampleRequest } from './sample.js';
import { auditedFrameworks, auditedRules, unknownRules } from './statuses.js';

/** The request for an audit. */
export interface AuditRequest {
  readonly period: Period;
  readonly frameworks: readonly ControlFramework[];
  /** The planned interval of runs, in milliseconds. */
  readonly cadenceMs: number;
  /** The sample to draw; absent: none. */
  readonly sample?: SampleRequest | undefined;
  /** The register of responses to exceptions; absent: none was given. */
  readonly responses?: readonly ExceptionResponse[] | undefined;
  /** The tool that writes the audit. */
  readonly tool: Audit['tool'];
  /** Whose signatures count. Where there are any, the newest manifest must be signed by one of them. */
  readonly publicKeys?: readonly KeyObject[];
  /** Certificates in PEM, by which timestamps count. Where there are any, some manifest must have such a timestamp. */
  readonly authorities?: readonly string[] | undefined;
  /** The hash of a manifest that must be in the chain. */
  readonly head?: string | undefined;
}

/**
 * Audits a period of a ledger. A ledger that was changed does not throw: the audit says so and, where it cannot be read
 * for it, draws nothing from it.
 *
 * @throws LedgerError if a later version wrote it
 */
export async function auditLedger(folder: string, request: AuditRequest): Promise<Audit> {
  const { publicKeys = [], authorities, head } = request;
  const verification = await verifyLedger(folder, { head, publicKeys, authorities });
  const integrity = integrityOf(verification, publicKeys.length > 0);
  try {
    return await auditOf(await openLedger(folder), request, integrity);
  } catch (error) {
    if (!(error instanceof LedgerError) || error instanceof LedgerVersionError) throw error;
    return auditOf(ledgerOf(folder, []), request, { ...integrity, intact: false, unreadable: error.message });
  }
}

const UNSIGNED = 'it is not signed with a given key';

function integrityOf(
  { faults, head, manifests, parts, timestamps }: Verification,
  mustBeSigned: boolean,
): AuditedIntegrity {
  const signed = !faults.some(({ fault }) => fault === UNSIGNED);
  return {
    intact: faults.length === 0,
    faults,
    ...(head !== undefined && { head }),
    ...{ manifests, parts },
    ...(mustBeSigned && { signed }),
    ...(timestamps && { timestamps }),
  };
}

async function auditOf(ledger: Ledger, request: AuditRequest, integrity: AuditedIntegrity): Promise<Audit> {
  const { period, frameworks, cadenceMs, tool } = request;
  const before = periodBefore(period);
  const range = rangeOf(period);
  const earlier = await readRuns(ledger, rangeOf(before));
  const runs = await readRuns(ledger, range);
  const all = [...earlier, ...runs];
  const opening = openingRun(earlier, runs, period, cadenceMs);
  const followed = await followRuns(ledger, all, opening);
  const spans = followed.exceptions.filter(({ closed }) => closed === undefined || closed.run >= earlier.length);
  const coverage = coverageOf(
    runs.map(({ takenAt }) => takenAt),
    period,
    cadenceMs,
    await runAfter(ledger, period, cadenceMs),
  );
  const isCovered = coverage.gaps.length === 0 && runs.length > 0;
  const scopes = auditedScopes(runs);
  const exceptions = (await auditedExceptions(ledger, all, spans, request.responses ?? [])).toSorted(
    (a, b) => compare(a.ruleId, b.ruleId) || compare(a.opened.at, b.opened.at) || compare(a.arn, b.arn),
  );
  const [closing, closingNumber, members] = [runs.at(-1), all.length - 1, followed.members];
  const population = await auditedPopulation(ledger, {
    opening,
    closing,
    closingNumber,
    members,
    exceptions,
    until: period.until,
  });
  const restores = await auditedRestores(ledger, period);
  const sample = request.sample && (await auditedSample(ledger, { population, restores }, all, request.sample));
  const concluded = {
    integrity,
    coverage,
    runs: runs.map((run, i) => auditedRun(run, followed.judged[earlier.length + i] ?? 0)),
    rules: auditedRules(runs, earlier.at(-1), isCovered),
    exceptions,
  };
  return {
    schemaVersion: AUDIT_SCHEMA_VERSION,
    tool,
    period: auditedPeriod(period),
    previous: { ...auditedPeriod(before), runs: earlier.length },
    conclusion: conclusionOf(concluded, unknownRules(runs)),
    ...concluded,
    scopes,
    population,
    ...(closing && hasTags(closing) && { ownership: closing.ownership }),
    ...(sample && { sample }),
    exclusions: await auditedExclusions(ledger, runs, range),
    parameters: ruleParameters(runs),
    history: settingHistory(runs, earlier.at(-1)),
    unread: unreadPopulations(runs),
    frameworks: auditedFrameworks(frameworks, runs, earlier.at(-1), { ...concluded, population }),
    ...(request.responses && {
      responses: auditedResponses(exceptions, request.responses, closing && iso(closing.takenAt)),
    }),
    changes: changesOf(exceptions, period.from),
    restores,
    restoreGaps: await restoreGaps(ledger, period, scopes),
    recovery: auditedRecovery(runs, population, restores, period.until),
    waivers: waiverRegister(runs, period),
    trends: trendOf(runs),
    timeToCompliance: timeToCompliance(exceptions),
  };
}

function hasTags({ ownership: { ownerTag, systemTag } }: RecordedRun): boolean {
  return ownerTag !== undefined || systemTag !== undefined;
}

function auditedPeriod({ name, from, until }: Period): AuditedPeriod {
  return { name, from: iso(from), until: iso(until) };
}

function rangeOf({ from, until }: Period): RowRange {
  return { since: iso(from).slice(0, 10), before: until };
}

function auditedRun(run: RecordedRun, judged: number): AuditedRun {
  const { header, populations, excluded, manifest, toolSha256 } = run;
  const complete = populations.filter(({ status }) => status === 'complete').length;
  const tally = noTally();
  for (const rule of header.rules) for (const kind of TALLY_KINDS) tally[kind] += rule.tally[kind];
  return {
    ...runRef(run),
    judgedAt: header.now,
    tool: `${header.tool.name} ${header.tool.version}`,
    ...(toolSha256 !== undefined && { toolSha256 }),
    gate: header.gate.result,
    tally,
    judged,
    excluded,
    populations: { complete, incomplete: populations.length - complete },
    inventorySha256: header.inventory.sha256,
    settingsSha256: header.settings.sha256,
    ...(manifest !== undefined && { manifest }),
  };
}
