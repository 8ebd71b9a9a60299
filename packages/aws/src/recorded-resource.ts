import type { ConfigType, Instant } from '@backproof/core';

/** What AWS Config recorded of a resource last. */
export interface RecordedResource {
  readonly arn: string;
  readonly recordedAt: Instant;
  readonly createdAt?: Instant;
  /** The rest of what was asked for, as AWS Config has it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Tells what AWS Config recorded of the resources of a type, by ARN. What it does not tell has to be asked of the
 * service itself: all of it where no recorder is running, where that fails or looks once a day only, and where AWS Config
 * may not be asked.
 */
export type Recorded = (configType: ConfigType) => Promise<ReadonlyMap<string, RecordedResource>>;
