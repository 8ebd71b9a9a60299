import { DAY, isPackTypeName, MINUTE, scopeOfResource } from '@backproof/core';
import type {
  NativeBackup,
  NativeMechanism,
  Replica,
  ReplicationMechanism,
  Resource,
  ResourceType,
} from '@backproof/core';
import { NOW } from './place.js';

const BACKUPS: Readonly<Partial<Record<ResourceType, NativeMechanism>>> = {
  EBS: 'ebs-snapshots',
  RDS: 'rds-automated-backups',
  Aurora: 'rds-automated-backups',
  DocumentDB: 'rds-automated-backups',
  Neptune: 'rds-automated-backups',
  DynamoDB: 'dynamodb-pitr',
  FSx: 'fsx-automatic-backups',
  S3: 's3-versioning',
  Redshift: 'redshift-automated-snapshots',
  'Redshift Serverless': 'redshift-serverless-recovery-points',
};

/**
 * A service's own backups of a resource: switched on, seven days back, up to five minutes ago. S3 reports no restorable
 * time: its versions are kept forever.
 */
export function nativeBackup(of: Resource, fields: Partial<NativeBackup> = {}): NativeBackup {
  const own = isPackTypeName(of.type) ? 'pack-automatic-backups' : undefined;
  const mechanism = fields.mechanism ?? own ?? usual(BACKUPS, of.type, 'backups');
  const backup = { scope: scopeOfResource(of), resourceArn: of.arn, mechanism, enabled: true };
  if (mechanism === 's3-versioning') {
    const isKept = fields.retentionDays === undefined;
    return { ...backup, ...(isKept && { neverExpires: true }), ...fields };
  }
  const window = { retentionDays: 7, earliestRestorableAt: NOW - 7 * DAY, latestRestorableAt: NOW - 5 * MINUTE };
  return { ...backup, ...window, ...fields };
}

const REPLICATIONS: Readonly<Partial<Record<ResourceType, ReplicationMechanism>>> = {
  RDS: 'rds-read-replica',
  Aurora: 'aurora-global-database',
  DynamoDB: 'dynamodb-global-table',
  EFS: 'efs-replication',
  FSx: 'fsx-multi-az',
  S3: 's3-replication',
  Redshift: 'redshift-multi-az',
  DSQL: 'dsql-multi-region',
};

/** The fields that a story may give for a replication. */
export interface ReplicaFields {
  readonly mechanism?: ReplicationMechanism;
  /** Absent: a part of the source itself, such as a standby. */
  readonly replicaArn?: string;
}

/** A replication of which the resource is the source. */
export function replica(of: Resource, fields: ReplicaFields = {}): Replica {
  const mechanism = fields.mechanism ?? usual(REPLICATIONS, of.type, 'replication');
  return { scope: scopeOfResource(of), sourceArn: of.arn, ...fields, mechanism };
}

function usual<Mechanism>(
  mechanisms: Readonly<Partial<Record<ResourceType, Mechanism>>>,
  type: ResourceType,
  what: string,
): Mechanism {
  const mechanism = mechanisms[type];
  if (mechanism === undefined) throw new Error(`${type} has no usual ${what} of its own: name the mechanism`);
  return mechanism;
}
