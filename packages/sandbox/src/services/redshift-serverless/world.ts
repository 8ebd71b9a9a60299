import type { Namespace, RecoveryPoint, Snapshot } from '@aws-sdk/client-redshift-serverless';

/** The contents of one scope in Redshift Serverless. */
export interface RedshiftServerlessWorld {
  readonly redshiftNamespaces?: readonly Namespace[];
  readonly redshiftRecoveryPoints?: readonly RecoveryPoint[];
  readonly redshiftNamespaceSnapshots?: readonly Snapshot[];
}
