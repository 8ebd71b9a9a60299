import type { Cluster } from '@aws-sdk/client-eks';

/** The contents of one scope in EKS. */
export interface EksWorld {
  readonly eksClusters?: readonly Cluster[];
}
