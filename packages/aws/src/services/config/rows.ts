import {
  type ConfigServiceClient,
  paginateSelectAggregateResourceConfig,
  paginateSelectResourceConfig,
} from '@aws-sdk/client-config-service';
import type { ConfigType, Instant, Scope } from '@backproof/core';
import type { Operation, ReadingContext } from '../../collector.js';
import type { RecordedResource } from '../../recorded-resource.js';
import { required } from '../../required.js';

/** Where AWS Config is asked what it recorded in a scope. */
export interface ConfigAccess {
  readonly client: ConfigServiceClient;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly translated: ReadingContext<unknown>['translated'];
  /** Asked instead of the scope's own recorder; `client` is then one of the aggregator's account and Region. */
  readonly aggregator?: string | undefined;
}

export const selectOperations = {
  SelectResourceConfig: { iam: 'config:SelectResourceConfig', pageSize: 100 },
  SelectAggregateResourceConfig: { iam: 'config:SelectAggregateResourceConfig', pageSize: 100 },
} satisfies Record<string, Operation>;

/**
 * Asks AWS Config for the resources of a type that exist, according to AWS Config. It names none where it does not
 * record the type.
 *
 * @param fields - further requested fields, `configuration` among them
 * @source Developer Guide of AWS Config, querying-AWS-resources
 * @throws MissingFieldError if a row lacks a field that it must have
 */
export async function* recordedResources(
  { client, scope, signal, translated, aggregator }: ConfigAccess,
  configType: ConfigType,
  fields: readonly string[] = [],
): AsyncIterable<RecordedResource> {
  const select = ['arn', 'configurationItemCaptureTime', 'resourceCreationTime', ...fields].join(', ');
  const ofType = `SELECT ${select} WHERE resourceType = '${configType}'`;
  const ofScope = `${ofType} AND accountId = '${scope.accountId}' AND awsRegion = '${scope.region}'`;
  const { SelectResourceConfig, SelectAggregateResourceConfig } = selectOperations;
  const pages =
    aggregator === undefined
      ? paginateSelectResourceConfig(
          { client, pageSize: SelectResourceConfig.pageSize },
          { Expression: ofType },
          { abortSignal: signal },
        )
      : paginateSelectAggregateResourceConfig(
          { client, pageSize: SelectAggregateResourceConfig.pageSize },
          { Expression: ofScope, ConfigurationAggregatorName: aggregator },
          { abortSignal: signal },
        );
  for await (const page of pages) {
    const rows = required(page.Results, 'SelectResourceConfig: Results', page).map(toRow);
    yield* translated(rows, 'SelectResourceConfig: arn', toRecorded);
  }
}

/** A row of the answer is an object written as JSON. */
function toRow(json: string): Readonly<Record<string, unknown>> {
  return objectOf(JSON.parse(json));
}

function toRecorded(row: Readonly<Record<string, unknown>>): RecordedResource {
  const { arn, configurationItemCaptureTime, resourceCreationTime, ...fields } = row;
  const createdAt = instantOf(resourceCreationTime);
  return {
    arn: required(textOf(arn), 'SelectResourceConfig: arn'),
    recordedAt: required(instantOf(configurationItemCaptureTime), 'SelectResourceConfig: configurationItemCaptureTime'),
    ...(createdAt !== undefined && { createdAt }),
    fields,
  };
}

/** A value of AWS Config as an object; an empty one where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A value of AWS Config as a text, if it is one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** AWS Config writes times in ISO 8601. */
function instantOf(value: unknown): Instant | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
