import type {
  DBCluster,
  DBClusterSnapshot,
  DBInstance,
  DBInstanceAutomatedBackup,
  DBSnapshot,
  GlobalCluster,
} from '@aws-sdk/client-rds';

/** The contents of one scope in RDS, Aurora, DocumentDB and Neptune. */
export interface RdsWorld {
  readonly dbInstances?: readonly DBInstance[];
  readonly dbClusters?: readonly DBCluster[];
  /** Those that come from other Regions too. */
  readonly dbInstanceAutomatedBackups?: readonly DBInstanceAutomatedBackup[];
  readonly dbSnapshots?: readonly DBSnapshot[];
  readonly dbClusterSnapshots?: readonly DBClusterSnapshot[];
  readonly globalClusters?: readonly GlobalCluster[];
}
