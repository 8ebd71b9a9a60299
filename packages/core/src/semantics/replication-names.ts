import type { ReplicationMechanism } from '../model/evidence.js';

/** The names of the kinds of replication in a sentence. */
export const REPLICATION_NAMES: Readonly<Record<ReplicationMechanism, string>> = {
  'rds-multi-az': 'a Multi-AZ standby',
  'rds-read-replica': 'RDS read replication',
  'aurora-readers': 'Aurora Replicas',
  'documentdb-replicas': 'DocumentDB replicas',
  'neptune-replicas': 'Neptune read replicas',
  'aurora-global-database': 'an Aurora global database',
  'dynamodb-global-table': 'a DynamoDB global table',
  'efs-replication': 'EFS replication',
  'fsx-multi-az': 'an FSx Multi-AZ standby',
  'ontap-snapmirror': 'SnapMirror',
  's3-replication': 'S3 replication',
};
