import type { GetClusterOutput } from '@aws-sdk/client-dsql';

/** The contents of one scope in Aurora DSQL. */
export interface DsqlWorld {
  readonly dsqlClusters?: readonly GetClusterOutput[];
}
