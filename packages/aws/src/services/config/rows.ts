import { SelectAggregateResourceConfigCommand, SelectResourceConfigCommand } from '@aws-sdk/client-config-service';
import type { ConfigType, Instant, Scope } from '@backproof/core';
import type { ReadingContext } from '../../reading.js';
import type { RecordedResource } from '../../recorded-resource.js';
import { required } from '../../required.js';
import type { ServiceCalls } from '../../service-calls.js';
import { toInstant } from '../translate.js';

/** Where AWS Config is asked what it recorded in a scope. */
export interface ConfigAccess {
  readonly calls: ServiceCalls;
  readonly scope: Scope;
  readonly translated: ReadingContext['translated'];
  /** Asked instead of the scope's own recorder; `calls` are then those of the aggregator's account and Region. */
  readonly aggregator?: string | undefined;
}

/**
 * Asks AWS Config for the resources of a type that exist, according to AWS Config. It names none where it does not
 * record the type.
 *
 * @param fields - further requested fields, `configuration` among them
 * @source Developer Guide of AWS Config, querying-AWS-resources
 * @throws MissingFieldError if a row lacks a field that it must have
 */
export async function* recordedResources(
  { calls: { pages }, scope, translated, aggregator }: ConfigAccess,
  configType: ConfigType,
  fields: readonly string[] = [],
): AsyncIterable<RecordedResource> {
  const select = ['arn', 'configurationItemCaptureTime', 'resourceCreationTime', ...fields].join(', ');
  const ofType = `SELECT ${select} WHERE resourceType = '${configType}'`;
  const ofScope = `${ofType} AND accountId = '${scope.accountId}' AND awsRegion = '${scope.region}'`;
  const listing =
    aggregator === undefined
      ? pages(SelectResourceConfigCommand, { Expression: ofType })
      : pages(SelectAggregateResourceConfigCommand, {
          Expression: ofScope,
          ConfigurationAggregatorName: aggregator,
        });
  for await (const page of listing) {
    const results = required(page.Results, 'SelectResourceConfig: Results', page);
    const rows = translated(results, 'SelectResourceConfig: Results', String).map(toRow);
    yield* translated(rows, 'SelectResourceConfig: arn', toRecorded);
  }
}

/** A row of the answer is an object written as JSON; one that is not has none of the fields that it must have. */
function toRow(json: string): Readonly<Record<string, unknown>> {
  try {
    return objectOf(JSON.parse(json));
  } catch {
    return {};
  }
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
  return typeof value === 'string' ? toInstant(new Date(value)) : undefined;
}
