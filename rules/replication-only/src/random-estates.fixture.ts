import { buildVaultArn, scopeOf } from '@backproof/core';
import type {
  NativeBackup,
  NativeMechanism,
  RecoveryPoint,
  Replica,
  ReplicationMechanism,
  Resource,
} from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  daysAgo,
  dynamoDbTable,
  efsFileSystem,
  fsxFileSystem,
  home,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  scope,
  storageGatewayVolume,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';

const frankfurt = scope({ region: 'eu-central-1' });

const databases = [
  rdsInstance({ name: 'orders' }),
  rdsInstance({ name: 'orders-2' }),
  rdsInstance({ name: 'orders-3', accountId: bunker.accountId, region: bunker.region }),
];
const tables = [dynamoDbTable(), dynamoDbTable({ region: frankfurt.region })];
const fileSystems = [efsFileSystem(), efsFileSystem({ region: frankfurt.region, name: 'copy' })];
const windows = fsxFileSystem({ deployment: 'MULTI_AZ_1' });
const mirror = ontapVolume({ name: 'mirror', volumeType: 'DP' });
const always = storageGatewayVolume();

const resources: readonly Resource[] = [...databases, ...tables, ...fileSystems, windows, mirror];

/** In each place a plan that copies to the bunker. */
const plans = [home, frankfurt, bunker].map((place) =>
  backupPlan({ scope: place, rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] }),
);

interface Link {
  readonly mechanism: ReplicationMechanism;
  readonly sourceArn?: string;
  readonly replicaArn?: string;
}

/** Every link from one of some resources to another of them: read replicas may even follow each other in a ring. */
function linksAmong(mechanism: ReplicationMechanism, among: readonly Resource[]): readonly Link[] {
  return among.flatMap(({ arn: sourceArn }) =>
    among.filter(({ arn }) => arn !== sourceArn).map(({ arn: replicaArn }) => ({ mechanism, sourceArn, replicaArn })),
  );
}

const links: readonly Link[] = [
  ...linksAmong('rds-read-replica', databases),
  ...linksAmong('dynamodb-global-table', tables),
  ...linksAmong('efs-replication', fileSystems),
  ...databases.map(({ arn }) => ({ mechanism: 'rds-multi-az', sourceArn: arn }) as const),
  { mechanism: 'fsx-multi-az', sourceArn: windows.arn },
  { mechanism: 'ontap-snapmirror', replicaArn: mirror.arn },
];

/** A link as the scopes of both its ends tell it, as far as they are scanned. */
function told({ mechanism, sourceArn, replicaArn }: Link, scanned: readonly Resource[]): readonly Replica[] {
  const ends = scanned.filter(({ arn }) => arn === sourceArn || arn === replicaArn);
  return ends.flatMap(({ arn }): readonly Replica[] => {
    const from = { scope: scopeOf(arn) ?? home, mechanism };
    if (sourceArn !== undefined) return [{ ...from, sourceArn, ...(replicaArn !== undefined && { replicaArn }) }];
    return replicaArn === undefined ? [] : [{ ...from, replicaArn }];
  });
}

const MECHANISMS: Readonly<Record<string, NativeMechanism>> = {
  RDS: 'rds-automated-backups',
  DynamoDB: 'dynamodb-pitr',
  FSx: 'fsx-automatic-backups',
};

function native(of: Resource, mechanism: NativeMechanism | undefined, fields: Partial<NativeBackup>): NativeBackup[] {
  if (mechanism === undefined) return [];
  return [{ scope: scopeOf(of.arn) ?? home, resourceArn: of.arn, mechanism, enabled: true, ...fields }];
}

interface Backups {
  readonly recoveryPoints?: readonly RecoveryPoint[];
  readonly nativeBackups?: readonly NativeBackup[];
}

const ownVault = (of: Resource): string => buildVaultArn(scopeOf(of.arn) ?? home, 'main');

/** The backups that a resource may have: points in its own place, or copied from there, and those of its service. */
const BACKUPS: readonly ((of: Resource) => Backups)[] = [
  (of) => ({ recoveryPoints: [recoveryPoint(of, { vaultArn: ownVault(of) })] }),
  (of) => ({ recoveryPoints: [recoveryPoint(of, { vaultArn: ownVault(of), age: '40d', keepDays: 35 })] }),
  (of) => ({ recoveryPoints: [recoveryPoint(of, { vaultArn: ownVault(of), age: '30h', status: 'EXPIRED' })] }),
  (of) => ({ recoveryPoints: [recoveryPoint(of, { vaultArn: bunkerVaultArn, age: '50h' })] }),
  (of) => ({ recoveryPoints: [continuousPoint(of, { vaultArn: ownVault(of) })] }),
  (of) => ({ nativeBackups: native(of, MECHANISMS[of.type], { latestRestorableAt: daysAgo(1) }) }),
  (of) => ({ nativeBackups: native(of, MECHANISMS[of.type], { enabled: false }) }),
  (of) => ({ nativeBackups: native(of, MECHANISMS[of.type], {}) }),
  (of) => ({
    nativeBackups: native(of, of.type === 'RDS' ? 'rds-snapshots' : undefined, { latestRestorableAt: daysAgo(9) }),
  }),
];

const anyBackups = fc.oneof(fc.constant([]), fc.subarray([...BACKUPS], { minLength: 1, maxLength: 2 }));

/** What a scan of some of the resources above finds, linked and backed up in any way. */
export const anyEstate: fc.Arbitrary<Given> = fc
  .tuple(
    fc.subarray([...resources], { minLength: 2 }),
    fc.subarray([...links]),
    fc.tuple(...resources.map(() => anyBackups)),
  )
  .map(([scanned, linked, drawn]) => {
    const backups = scanned.flatMap((resource, i) => drawn[i]?.map((backupsOf) => backupsOf(resource)) ?? []);
    return {
      resource: always,
      others: scanned,
      plans,
      replicas: linked.flatMap((link) => told(link, scanned)),
      nativeBackups: backups.flatMap(({ nativeBackups = [] }) => nativeBackups),
      recoveryPoints: backups.flatMap(({ recoveryPoints = [] }) => recoveryPoints),
    };
  });

/** What may not be read of it. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'recoveryPoints' as const,
        'vaults' as const,
        'nativeBackups' as const,
        'replicas' as const,
      ),
      scope: fc.constantFrom(home, bunker, frankfurt),
    }),
    fc.constant({ kind: 'recoveryPoints', of: buildVaultArn(home, 'main') } as const),
    fc.constant({ kind: 'recoveryPoints', of: bunkerVaultArn } as const),
    fc.record({ kind: fc.constant('resources' as const), of: fc.constantFrom('RDS', 'DynamoDB', 'EFS') }),
  ),
  { minLength: 1, maxLength: 2 },
);
