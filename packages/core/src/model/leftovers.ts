import type { IsoInstant } from './instant.js';

/** Recovery points, counted. Times are ISO 8601. */
export interface PointCount {
  readonly points: number;
  /** The number of points that can still be restored. */
  readonly usable: number;
  /** The number of EXPIRED points that were not deleted: they are still billed. */
  readonly expired: number;
  /** As far as AWS reports sizes. */
  readonly sizeBytes: number;
  readonly oldest: IsoInstant;
  readonly newest: IsoInstant;
}

/** A resource that is gone, and whose recovery points are still there. */
export interface GoneResource extends PointCount {
  readonly arn: string;
  /** AWS Backup's name of its type. */
  readonly type: string;
}

/** Expired recovery points in one vault that were not deleted. */
export interface ExpiredPoints extends PointCount {
  readonly vaultArn: string;
  readonly resources: number;
}

/** Backup jobs that fail for a resource that no rule judges. */
export interface UnjudgedFailure {
  readonly resourceArn: string;
  readonly accountId: string;
  readonly region: string;
  /** The number of recorded jobs that failed since the last one that did not. */
  readonly failures: number;
  /** When the newest one was created, ISO 8601. */
  readonly last: IsoInstant;
  /** The state and the message of the newest one. */
  readonly state: string;
  readonly message?: string;
}

/** An instance that is backed up, and whose volumes are backed up again by themselves. */
export interface KeptTwice {
  readonly arn: string;
  readonly name: string;
  readonly volumes: number;
}

/** The leftovers that the scan found, which no rule judges and which are easily overlooked. */
export interface Leftovers {
  readonly gone: readonly GoneResource[];
  readonly expired: readonly ExpiredPoints[];
  readonly failing: readonly UnjudgedFailure[];
  readonly keptTwice: readonly KeptTwice[];
}
