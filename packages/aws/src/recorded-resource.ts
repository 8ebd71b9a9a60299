import type { ConfigType, Instant, Scope } from '@backproof/core';
import type { ServiceCalls } from './service-calls.js';

/** The last record of a resource in AWS Config. */
export interface RecordedResource {
  readonly arn: string;
  readonly recordedAt: Instant;
  readonly createdAt?: Instant;
  /** The rest of what was asked for, as AWS Config has it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Returns the records of AWS Config for the resources of a type, by ARN. All others must be read from the service itself:
 * every one if no recorder is running, if it fails or records only once a day, or if AWS Config cannot be read.
 */
export type Recorded = (configType: ConfigType) => Promise<ReadonlyMap<string, RecordedResource>>;

/** Makes the records of AWS Config in one scope available. */
export type RememberRecorded = (access: {
  /** The calls of AWS Config. */
  readonly calls: ServiceCalls;
  readonly scope: Scope;
  readonly signal: AbortSignal;
}) => Recorded;
