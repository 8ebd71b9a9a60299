import type { ConfigType, Instant } from '@backproof/core';

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
