import type { OutcomeEvidence } from '@backproof/core';
import { row } from '@backproof/report-csv';
import type { Audit, AuditedControl, AuditException } from './audit.js';
import { MOVEMENTS } from './population.js';
import type { AuditedResource, Movement } from './population.js';
import type { AuditedResponse } from './response.js';
import type { SampledResource, SampledResult } from './sample.js';

type Columns<T> = Readonly<Record<string, (item: T) => string>>;

const EXCEPTION_COLUMNS: Columns<AuditException> = {
  rule: ({ ruleId }) => ruleId,
  severity: ({ severity }) => severity,
  state: ({ state }) => state,
  controls: ({ controls }) => controls.join(' '),
  account: ({ accountId }) => accountId,
  region: ({ region }) => region,
  type: ({ type }) => type,
  name: ({ name }) => name,
  arn: ({ arn }) => arn,
  'met until': ({ clear }) => clear?.at ?? '',
  'first seen': ({ opened }) => opened.at,
  'first seen by run': ({ opened }) => opened.id,
  'last seen': ({ lastSeen }) => lastSeen.at,
  'last seen by run': ({ lastSeen }) => lastSeen.id,
  closed: ({ closed }) => closed?.at ?? '',
  'closed by run': ({ closed }) => closed?.id ?? '',
  'closed as': ({ closed }) => closed?.how ?? '',
  'rule or parameters changed': ({ closed }) => (closed === undefined ? '' : closed.criteriaChanged ? 'yes' : 'no'),
  days: ({ lastedMs }) => (lastedMs / 86_400_000).toFixed(1),
  'runs with unknown result': ({ unknown }) => String(unknown),
  'runs that did not judge it': ({ unjudged }) => String(unjudged),
  dispositions: ({ dispositions }) =>
    dispositions.map(({ kind, waiver = '', first, last }) => `${kind} ${waiver} ${first.at} to ${last.at}`).join('\n'),
  responses: ({ responses }) => responses.join(' '),
  message: ({ finding }) => finding?.message ?? '',
  evidence: ({ finding }) => evidenceText(finding?.evidence ?? []),
};

/** The exceptions of an audit, a row each, in UTF-8 by RFC 4180 and safe to open in a spreadsheet. */
export function exceptionsCsv({ exceptions }: Audit): Generator<string> {
  return rows(EXCEPTION_COLUMNS, exceptions);
}

const CONTROL_COLUMNS: Columns<AuditedControl> = {
  control: ({ id }) => id,
  title: ({ title }) => title,
  status: ({ status }) => status,
  'at the end': ({ atEnd }) => atEnd ?? '',
  'before the period': ({ before }) => before ?? '',
  'runs with failures': ({ runs }) => String(runs.fail),
  'runs with unknown result': ({ runs }) => String(runs.unknown),
  'runs with waivers': ({ runs }) => String(runs.waived),
  'runs that passed': ({ runs }) => String(runs.pass),
  'resources tested in the last run': ({ tested }) => String(tested),
  'resources unknown in the last run': ({ unknown }) => String(unknown),
  rules: ({ rules }) => rules.join(' '),
  'not assessed because': ({ beyond }) => beyond ?? '',
};

/** The controls of an audit, a row each. */
export function controlsCsv({ frameworks }: Audit): Generator<string> {
  return rows(
    CONTROL_COLUMNS,
    frameworks.flatMap(({ controls }) => controls),
  );
}

const RESOURCE_COLUMNS: Columns<AuditedResource> = {
  arn: ({ arn }) => arn,
  account: ({ accountId }) => accountId,
  region: ({ region }) => region,
  type: ({ type }) => type,
  name: ({ name }) => name,
  opening: ({ opening }) => opening,
  closing: ({ closing }) => closing,
  'excluded because': ({ excluded = '' }) => excluded,
  'first listed': ({ first }) => first.at,
  'last listed': ({ last }) => last.at,
  'runs that judged it': ({ judgedRuns }) => String(judgedRuns),
  'runs that excluded it': ({ excludedRuns }) => String(excludedRuns),
  exceptions: ({ exceptions }) => String(exceptions),
  'results in the closing run': ({ results }) =>
    Object.entries(results)
      .map(([rule, status]) => `${rule} ${status}`)
      .join('\n'),
};

/** The population of an audit: every resource that a run lists, a row each. */
export function populationCsv({ population: { resources } }: Audit): Generator<string> {
  return rows(RESOURCE_COLUMNS, resources);
}

const MOVEMENT_COLUMNS: Columns<Movement & { readonly resource: AuditedResource }> = {
  arn: ({ resource: { arn } }) => arn,
  account: ({ resource: { accountId } }) => accountId,
  region: ({ resource: { region } }) => region,
  type: ({ resource: { type } }) => type,
  name: ({ resource: { name } }) => name,
  change: ({ kind }) => kind,
  meaning: ({ kind }) => MOVEMENTS[kind],
  reason: ({ reason = '' }) => reason,
  'run before': ({ before }) => before.at,
  'seen by the run of': ({ seen }) => seen.at,
  'run id': ({ seen }) => seen.id,
};

/** The additions, removals and exclusions of an audit, a row each. */
export function movementsCsv({ population: { resources } }: Audit): Generator<string> {
  const moved = resources.flatMap((resource) => resource.movements.map((movement) => ({ ...movement, resource })));
  return rows(MOVEMENT_COLUMNS, moved);
}

interface SampledRow {
  readonly item: SampledResource;
  readonly result: SampledResult;
}

const SAMPLE_COLUMNS: Columns<SampledRow> = {
  stratum: ({ item: { stratum } }) => stratum,
  rank: ({ item: { rank } }) => String(rank),
  sha256: ({ item: { sha256 } }) => sha256,
  arn: ({ item: { arn } }) => arn,
  account: ({ item: { accountId } }) => accountId,
  region: ({ item: { region } }) => region,
  type: ({ item: { type } }) => type,
  name: ({ item: { name } }) => name,
  run: ({ item: { run } }) => run.at,
  'run id': ({ item: { run } }) => run.id,
  'inventory sha256': ({ item: { run } }) => run.inventorySha256,
  rule: ({ result: { ruleId } }) => ruleId,
  status: ({ result: { status } }) => status,
  disposition: ({ result: { disposition = '' } }) => disposition,
  message: ({ result: { message } }) => message,
  evidence: ({ result: { evidence } }) => evidenceText(evidence),
  'recovery points': ({ item: { points } }) =>
    points.map(({ createdAt, status, recoveryPointArn }) => `${createdAt} ${status} ${recoveryPointArn}`).join('\n'),
  restores: ({ item: { restores } }) =>
    restores.map(({ startedAt, status, jobId }) => `${startedAt} ${status} ${jobId}`).join('\n'),
};

/** The sample of an audit: a row for each sampled resource and rule. */
export function sampleCsv({ sample }: Audit): Generator<string> {
  const items = sample?.items ?? [];
  return rows(
    SAMPLE_COLUMNS,
    items.flatMap((item) => item.results.map((result) => ({ item, result }))),
  );
}

const RESPONSE_COLUMNS: Columns<AuditedResponse> = {
  id: ({ id }) => id,
  rule: ({ rule }) => rule,
  resources: ({ resources }) => resources.join('\n'),
  owner: ({ owner }) => owner,
  system: ({ system = '' }) => system,
  'root cause': ({ rootCause }) => rootCause,
  response: ({ response }) => response,
  due: ({ due }) => due,
  overdue: ({ overdue }) => (overdue ? 'yes' : 'no'),
  ticket: ({ ticket = '' }) => ticket,
  'compensating controls': ({ compensatingControls = [] }) => compensatingControls.join('\n'),
  exceptions: ({ exceptions }) => String(exceptions),
};

/** The register of responses of an audit, a row each. */
export function responsesCsv({ responses }: Audit): Generator<string> {
  return rows(RESPONSE_COLUMNS, responses?.register ?? []);
}

function evidenceText(evidence: readonly OutcomeEvidence[]): string {
  return evidence.map(({ at = '', text, id }) => `${at} ${text} (${id})`.trimStart()).join('\n');
}

function* rows<T>(columns: Columns<T>, items: readonly T[]): Generator<string> {
  yield row(Object.keys(columns));
  const cells = Object.values(columns);
  for (const item of items) yield row(cells.map((cell) => cell(item)));
}
