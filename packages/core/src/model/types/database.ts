import { DAY } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import type { NativeBackupFacts, ReplicationFacts, UnsupportedCase } from './type-descriptor.js';

/** A resource of the RDS API. AWS Backup backs up clusters as a whole, never their members. */
export interface Database extends ResourceBase {
  readonly type: 'RDS' | 'Aurora' | 'DocumentDB' | 'Neptune';
  readonly form: 'instance' | 'cluster' | 'clusterMember';
  readonly engine: string;
  /** It stands on an Outpost, where AWS Backup does not reach (Developer Guide, rds-backup). */
  readonly onOutpost?: true;
  /** The cluster of a cluster member. */
  readonly clusterArn?: string;
}

/** The ARNs of databases: AWS Config counts those of all engines alike. */
export const DATABASE_ARNS = [
  { service: 'rds', resource: 'db:{id}', configType: 'AWS::RDS::DBInstance' },
  { service: 'rds', resource: 'cluster:{id}', configType: 'AWS::RDS::DBCluster' },
] as const;

/**
 * The databases that AWS Backup does not back up.
 * @source Developer Guide, rds-backup; Developer Guide, assigning-resources-json: clusters, not their instances
 */
export const UNSUPPORTED_DATABASES = {
  'rds-custom': { meaning: 'RDS Custom is not supported', applies: ({ engine }) => engine.startsWith('custom-') },
  'rds-on-outpost': { meaning: 'RDS on Outposts is not supported', applies: ({ onOutpost }) => onOutpost === true },
  'cluster-member': {
    meaning: 'a cluster is backed up as a whole, not by member',
    applies: ({ form }) => form === 'clusterMember',
  },
} as const satisfies Readonly<Record<string, UnsupportedCase<Database>>>;

/**
 * The native backups of all databases.
 * @source Amazon RDS User Guide, user-workingwithautomatedbackups (a window each day), user-createsnapshot
 */
export const DATABASE_BACKUPS = {
  'rds-automated-backups': {
    name: 'automated backups',
    made: 'automatic',
    continuous: true,
    firstWithin: DAY,
    afterDeletion: 'goes',
  },
  'rds-snapshots': { name: 'manual snapshots', made: 'manual', continuous: false, afterDeletion: 'stays' },
} as const satisfies Readonly<Record<string, NativeBackupFacts>>;

/** A database that follows another one, of the same or of another form. */
export const READ_REPLICATION = {
  name: 'RDS read replication',
  relation: 'source',
} as const satisfies ReplicationFacts;
