import type { Cluster, Snapshot } from '@aws-sdk/client-redshift';

/** The contents of one scope in Redshift. */
export interface RedshiftWorld {
  readonly redshiftClusters?: readonly Cluster[];
  /** Those that were copied from other Regions too. */
  readonly redshiftSnapshots?: readonly Snapshot[];
}
