import { NATIVE_MECHANISMS } from '../model/evidence.js';
import type { NativeBackup, NativeMechanism } from '../model/evidence.js';
import { DAY, HOUR } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import type { ResourceType } from '../model/resource.js';

/** A kind of native backup. */
export interface NativeBackupKind {
  /** The types of resource for which it is looked for. */
  readonly types: readonly ResourceType[];
  /** Its name in a sentence, in the plural. */
  readonly name: string;
  /** It can restore any moment of its window, not only the moments at which backups were made. */
  readonly continuous: boolean;
  /** The time that its first backup may take after it was enabled. Absent: nothing announces it. */
  readonly firstWithin?: number;
}

const DATABASES = ['RDS', 'Aurora', 'DocumentDB', 'Neptune'] as const;

/**
 * Every kind of native backup: what services back up without AWS Backup, by themselves or by hand.
 *
 * @source Amazon RDS User Guide, user-workingwithautomatedbackups (a window each day), user-replicateautomatedbackups,
 * user-createsnapshot
 * @source Amazon DynamoDB Developer Guide, point-in-time-recovery, backup.tutorial
 * @source Amazon FSx for Windows File Server User Guide, using-backups: automatic (daily) and user-initiated backups
 * @source Amazon EBS User Guide, ebs-snapshots, snapshot-lifecycle
 * @source Amazon EC2 User Guide, creating-an-ami-ebs; Amazon EBS User Guide, ami-policy
 * @source Storage Gateway User Guide, scheduling-snapshot: every 24 hours at the longest
 * @source Amazon S3 User Guide, Versioning
 */
export const NATIVE_BACKUPS: Readonly<Record<NativeMechanism, NativeBackupKind>> = {
  'rds-automated-backups': { types: DATABASES, name: 'automated backups', continuous: true, firstWithin: DAY },
  'rds-replicated-backups': {
    types: ['RDS'],
    name: 'automated backups replicated to another Region',
    continuous: true,
    firstWithin: DAY,
  },
  'rds-snapshots': { types: DATABASES, name: 'manual snapshots', continuous: false },
  'dynamodb-pitr': { types: ['DynamoDB'], name: 'point-in-time recovery', continuous: true, firstWithin: HOUR },
  'dynamodb-backups': { types: ['DynamoDB'], name: 'on-demand backups', continuous: false },
  'fsx-automatic-backups': { types: ['FSx'], name: 'automatic backups', continuous: false, firstWithin: DAY },
  'fsx-user-backups': { types: ['FSx'], name: 'user-initiated backups', continuous: false },
  'dlm-snapshots': { types: ['EBS'], name: 'Data Lifecycle Manager snapshots', continuous: false },
  'ebs-snapshots': { types: ['EBS'], name: 'manual EBS snapshots', continuous: false },
  'dlm-images': { types: ['EC2'], name: 'Data Lifecycle Manager images', continuous: false },
  'ec2-images': { types: ['EC2'], name: 'manual images (AMIs)', continuous: false },
  'storage-gateway-snapshots': {
    types: ['Storage Gateway'],
    name: 'scheduled snapshots',
    continuous: false,
    firstWithin: DAY,
  },
  's3-versioning': { types: ['S3'], name: 'earlier versions of its objects', continuous: true },
};

/** The name of a kind of native backup in a sentence. */
export function nativeBackupName({ mechanism }: Pick<NativeBackup, 'mechanism'>): string {
  return NATIVE_BACKUPS[mechanism].name;
}

/** The names of the kinds of backup that are looked for, for a type of resource; AWS Backup's own come first. */
export function backupKindNames(type: ResourceType): readonly string[] {
  const native = Object.values(NATIVE_BACKUPS).filter(({ types }) => types.includes(type));
  return ['AWS Backup recovery points', ...native.map(({ name }) => name)];
}

/** Returns true for native backups whose service reports no restorable time: earlier versions of objects. */
export function reportsNoTime({ mechanism }: Pick<NativeBackup, 'mechanism'>): boolean {
  return mechanism === 's3-versioning';
}

/** Returns true if backups are made regularly, without a request for each. */
export function isAutomatic({ mechanism }: Pick<NativeBackup, 'mechanism'>): boolean {
  return NATIVE_MECHANISMS[mechanism].automatic;
}

/**
 * The moment by which a native backup must have its first restorable time, where it is switched on and has none yet.
 * `from`: when it was switched on, at the earliest. Undefined: it is off, it has one, or nothing announces its first.
 */
export function firstNativeDue(
  { enabled, latestRestorableAt, mechanism }: NativeBackup,
  from: Instant | undefined,
): Instant | undefined {
  const { firstWithin } = NATIVE_BACKUPS[mechanism];
  if (!enabled || latestRestorableAt !== undefined || from === undefined || firstWithin === undefined) return undefined;
  return from + firstWithin;
}
