import { buildArn, defined, isNativeRestoreName, NATIVE_RESTORES, partitionOf, STARTED } from '@backproof/core';
import type { Instant, NativeRestoreName, RestoreJob, Scope } from '@backproof/core';
import { ImportError } from './import-error.js';
import { entriesOf, itemOf, momentIn, required, scopeIn } from './item.js';
import type { Item } from './item.js';

/** The start of a restore: the backup, and where the call names it itself, the resource. */
interface Origin {
  readonly sourceResourceArn?: string | undefined;
  readonly recoveryPointArn?: string | undefined;
}

/** A call that was accepted, and the account and Region in which it was made. */
interface Call {
  readonly scope: Scope;
  readonly input: Item;
  /** The image of the first instance that it started. */
  readonly imageId: string | undefined;
}

/**
 * Returns the restore without AWS Backup that a record of CloudTrail proves to have begun; undefined if it is about
 * something else, a call that AWS refused, or one that AWS Backup made for a restore job of its own.
 *
 * @source CloudTrail User Guide, record contents: the input of a call as the API has it, with a small first letter; of a
 * call by a service, `invokedBy` and `sourceIPAddress` name the service
 * @param now no moment in the record may be later
 * @throws ImportError if it is about a restore and something of it is missing
 */
export function nativeRestoreOf(place: string, event: object, now: Instant): RestoreJob | undefined {
  const fields = new Map<string, unknown>(Object.entries(event));
  const record = itemOf(place, fields);
  const name = record.text('eventName');
  if (!isNativeRestoreName(name) || record.text('eventSource') !== NATIVE_RESTORES[name].service) return undefined;
  if (record.text('errorCode') !== undefined || isByAwsBackup(record, fields.get('userIdentity'))) return undefined;
  const at = momentIn(record, now, 'eventTime');
  if (at === undefined) throw new ImportError(`${place}: it has no eventTime`);
  const scope = scopeOf(record);
  const input = itemOf(`${place}, requestParameters`, entriesOf(fields.get('requestParameters')));
  const imageId = imageIn(fields.get('responseElements')) ?? imageIn(fields.get('requestParameters'));
  const origin = ORIGINS[name]({ scope, input, imageId });
  if (origin === undefined) return undefined;
  const id = required(record, 'eventID');
  const shown = {
    scope,
    id,
    eventId: id,
    origin: 'cloudtrail',
    createdAt: at,
    status: STARTED,
    nativeCall: name,
  } as const;
  return defined({ ...shown, ...origin });
}

function isByAwsBackup(record: Item, identity: unknown): boolean {
  const names = [itemOf(record.place, entriesOf(identity)).text('invokedBy'), record.text('sourceIPAddress')];
  return names.some((name) => name?.startsWith('backup.amazonaws.com') === true);
}

/**
 * Finds what each call started from; undefined if from nothing, which restores nothing. Services name a thing by its ARN
 * or by an identifier, of which RDS and Redshift ignore the case.
 *
 * @source the API of each service, by the names of its calls
 */
const ORIGINS: Readonly<Record<NativeRestoreName, (call: Call) => Origin | undefined>> = {
  RestoreDBInstanceFromDBSnapshot: (call) => {
    const snapshot = call.input.text('dBSnapshotIdentifier');
    if (snapshot !== undefined) return rdsSnapshot(call, 'snapshot', 'db', snapshot);
    return rdsSnapshot(call, 'cluster-snapshot', 'cluster', required(call.input, 'dBClusterSnapshotIdentifier'));
  },
  RestoreDBInstanceToPointInTime: (call) => database(call, 'db', call.input.text('sourceDBInstanceIdentifier')),
  RestoreDBClusterFromSnapshot: (call) =>
    rdsSnapshot(call, 'cluster-snapshot', 'cluster', required(call.input, 'snapshotIdentifier')),
  RestoreDBClusterToPointInTime: (call) => {
    // A clone shares the pages of a living cluster: no backup has a part in it.
    if (call.input.text('restoreType') === 'copy-on-write') return undefined;
    return database(call, 'cluster', call.input.text('sourceDBClusterIdentifier'));
  },
  RestoreTableFromBackup: ({ input }) => {
    const recoveryPointArn = required(input, 'backupArn');
    const [table] = recoveryPointArn.split('/backup/');
    return { recoveryPointArn, sourceResourceArn: table === recoveryPointArn ? undefined : table };
  },
  RestoreTableToPointInTime: ({ scope, input }) => {
    const table = required(input, 'sourceTableArn', 'sourceTableName');
    return { sourceResourceArn: arnOf(table, { ...scope, service: 'dynamodb', resource: `table/${table}` }) };
  },
  CreateFileSystemFromBackup: fsxBackup,
  CreateVolumeFromBackup: fsxBackup,
  RestoreFromClusterSnapshot: redshiftSnapshot,
  RestoreFromSnapshot: ({ input }) => ({ recoveryPointArn: input.text('snapshotArn') }),
  CreateVolume: ebsSnapshot,
  RunInstances: ({ scope, imageId }) =>
    imageId === undefined
      ? undefined
      : { recoveryPointArn: buildArn({ ...scope, accountId: '', service: 'ec2', resource: `image/${imageId}` }) },
  CreateCachediSCSIVolume: ebsSnapshot,
  CreateStorediSCSIVolume: ebsSnapshot,
};

/** Where the call names its source by a resource id or by its automated backups alone, the source is not known. */
function database({ scope }: Call, form: 'db' | 'cluster', source: string | undefined): Origin {
  if (source === undefined) return {};
  return {
    sourceResourceArn: arnOf(source, { ...scope, service: 'rds', resource: `${form}:${source.toLowerCase()}` }),
  };
}

/** RDS names an automated snapshot after its database. @source Amazon RDS User Guide, USER_WorkingWithAutomatedBackups */
function rdsSnapshot({ scope }: Call, kind: string, form: 'db' | 'cluster', snapshot: string): Origin {
  const resource = `${kind}:${snapshot.toLowerCase()}`;
  const name = namedAfter('rds', snapshot);
  return {
    recoveryPointArn: arnOf(snapshot, { ...scope, service: 'rds', resource }),
    sourceResourceArn: name && buildArn({ ...scope, service: 'rds', resource: `${form}:${name}` }),
  };
}

/** A snapshot of another account is one of a cluster there. @source API (Amazon Redshift) RestoreFromClusterSnapshot */
function redshiftSnapshot({ scope, input }: Call): Origin {
  const owner = input.text('ownerAccount') ?? scope.accountId;
  const named = input.text('snapshotArn');
  const [ofArn, nameInArn] = named?.split(':snapshot:')[1]?.split('/') ?? [];
  const snapshot = nameInArn ?? required(input, 'snapshotIdentifier', 'snapshotArn');
  const cluster = input.text('snapshotClusterIdentifier') ?? ofArn ?? namedAfter('rs', snapshot);
  const place = { ...scope, accountId: owner, service: 'redshift' };
  return {
    recoveryPointArn:
      named ?? (cluster && buildArn({ ...place, resource: `snapshot:${cluster.toLowerCase()}/${snapshot}` })),
    sourceResourceArn: cluster && buildArn({ ...place, resource: `cluster:${cluster.toLowerCase()}` }),
  };
}

/** The database that an automated snapshot is named after: `rds:orders-2026-11-22-05-00`. */
function namedAfter(service: 'rds' | 'rs', snapshot: string): string | undefined {
  const [, prefix, name] = /^(rds|rs):(.+?)(-\d\d(\d\d)?){5,6}$/i.exec(snapshot) ?? [];
  return prefix?.toLowerCase() === service ? name?.toLowerCase() : undefined;
}

function fsxBackup({ scope, input }: Call): Origin {
  return {
    recoveryPointArn: buildArn({ ...scope, service: 'fsx', resource: `backup/${required(input, 'backupId')}` }),
  };
}

/** A volume without a snapshot is an empty one. */
function ebsSnapshot({ scope, input }: Call): Origin | undefined {
  const id = input.text('snapshotId');
  if (id === undefined) return undefined;
  return { recoveryPointArn: buildArn({ ...scope, accountId: '', service: 'ec2', resource: `snapshot/${id}` }) };
}

/** @source API (Amazon EC2) RunInstances: in its answer too, as the input may name a launch template instead */
function imageIn(part: unknown): string | undefined {
  const [first] = listIn(memberOf(memberOf(part, 'instancesSet'), 'items'));
  const id = memberOf(first, 'imageId');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function arnOf(named: string, parts: Parameters<typeof buildArn>[0]): string {
  return named.startsWith('arn:') ? named : buildArn(parts);
}

/** A call need not name an ARN, so the Region shows the partition. @source AWS General Reference, reference-arns */
function scopeOf(record: Item): Scope {
  const region = record.text('awsRegion') ?? '';
  return scopeIn(record, ['recipientAccountId'], ['awsRegion'], `arn:${partitionOf(region).id}:iam:::root`);
}

function memberOf(value: unknown, name: string): unknown {
  return entriesOf(value).find(([member]) => member === name)?.[1];
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
