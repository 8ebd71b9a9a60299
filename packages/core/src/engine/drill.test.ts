import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import {
  bunker,
  copyJob,
  home,
  instance,
  NOW,
  point,
  population,
  table,
  vault,
  volume,
} from '../model/records.fixture.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import type { Resource } from '../model/resource.js';
import type { Loss } from '../semantics/survival/index.js';
import { buildVaultArn } from '../semantics/arn.js';
import { drill } from './drill.js';
import { drillSummary } from './drill-summary.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const DELETION: Loss = { kind: 'deletion' };
const REGION: Loss = { kind: 'region' };

const pointOf = ({ arn }: Resource, ageMs: number, fields: Partial<RecoveryPoint> = {}) =>
  point({ arn: `arn:point:${arn}:${String(ageMs)}`, resourceArn: arn, createdAt: NOW - ageMs, ...fields });

const disks = ['a', 'b'].map((id) =>
  volume({
    arn: `${volume().arn}-${id}`,
    name: id,
    attachments: [{ instanceArn: instance().arn, since: NOW - 10 * DAY }],
  }),
);
const [diskA, diskB] = disks;
if (diskA === undefined || diskB === undefined) throw new Error('there are two disks');

const bucket = (name: string, { accountId, region }: typeof home): Resource => ({
  ...{ type: 'S3', arn: `arn:aws:s3:::${name}`, name, accountId, region },
  ...{ tags: {}, versioning: 'enabled' },
});

/** What is left of each resource after losses, by its name. */
function leftOf(contents: Contents, losses: readonly Loss[] = [DELETION], excluded?: ReadonlySet<string>) {
  const inventory = inventoryOf({ vaults: [vault()], ...contents });
  const found = [...drill(inventory, { losses, now: NOW, excluded })];
  return Object.fromEntries(found.map(({ resource, survivals }) => [resource.name, survivals]));
}

describe('a drill', () => {
  const web = instance({ name: 'web' });

  it('brings a volume back by images of its instance that contain it', () => {
    const resources = [web, diskA];
    expect(leftOf({ resources, points: [pointOf(web, DAY)] })).toMatchObject({
      a: [{ status: 'survives', rpoMs: DAY }],
    });
    expect(leftOf({ resources, points: [pointOf(web, 20 * DAY)] })).toMatchObject({
      a: [{ status: 'lost', why: 'nothing' }],
    });
  });

  it('brings an instance back if all of its volumes come back, to the moment of the worst', () => {
    const resources = [web, ...disks];
    const both = [pointOf(diskA, HOUR), pointOf(diskB, 2 * DAY)];
    expect(leftOf({ resources, points: both })).toMatchObject({ web: [{ status: 'survives', rpoMs: 2 * DAY }] });
    expect(leftOf({ resources, points: both.slice(0, 1) })).toMatchObject({ web: [{ status: 'lost' }] });
  });

  it('knows no end of an instance whose volumes could not all be read', () => {
    const gap = { operation: 'backup:ListRecoveryPointsByBackupVault', code: 'AccessDenied', message: 'denied' };
    const populations = [population('recoveryPoints', { of: vault().arn, gap })];
    expect(leftOf({ resources: [web, ...disks], populations })).toMatchObject({
      web: [{ status: 'unknown', why: 'unread' }],
    });
  });

  it('does not know if a lock keeps a snapshot, or Recycle Bin, where these could not be read', () => {
    const disk = volume({ name: 'a', attachments: [] });
    const native = {
      ...{ scope: home, resourceArn: disk.arn, mechanism: 'ebs-snapshots' as const, enabled: true },
      latestRestorableAt: NOW - DAY,
    };
    const contents = { resources: [disk], nativeBackups: [native] };
    const admin: Loss = { kind: 'hostile-admin' };
    expect(leftOf(contents, [admin])).toMatchObject({ a: [{ status: 'lost', why: 'native-can-be-deleted' }] });
    for (const kind of ['lockedSnapshots', 'recycleBinRules'] as const) {
      const gap = { operation: kind, code: 'AccessDenied', message: 'denied' };
      const populations = [population(kind, { gap })];
      expect(leftOf({ ...contents, populations }, [admin])).toMatchObject({
        a: [{ status: 'unknown', why: 'snapshot-lock-not-read' }],
      });
    }
    const locked = {
      ...{ scope: home, arn: 'arn:snapshot', resourceArn: disk.arn, encrypted: false },
      ...{ startedAt: NOW - 2 * DAY, lockedUntil: NOW + DAY },
    };
    expect(leftOf({ ...contents, lockedSnapshots: [locked] }, [admin])).toMatchObject({
      a: [{ status: 'survives', rpoMs: 2 * DAY, until: NOW + DAY }],
    });
  });

  it('does not count on an image that is disabled, wherever it lies, nor on one of which that was not read', () => {
    const arn = 'arn:aws:ec2:eu-central-1::image/ami-1';
    const far = { ...home, region: 'eu-central-1' };
    const farVault = vault({ scope: far, arn: buildVaultArn(far, 'v') });
    const copy = pointOf(web, DAY, { arn, vaultArn: farVault.arn });
    const contents = { resources: [web], vaults: [farVault], points: [copy], scopes: [home, far] };
    expect(leftOf(contents, [REGION])).toMatchObject({ web: [{ status: 'survives' }] });
    expect(leftOf({ ...contents, disabledImages: [{ scope: far, arn }] }, [REGION])).toMatchObject({
      web: [{ status: 'lost', why: 'image-disabled' }],
    });
    const gap = { operation: 'ec2:DescribeImages', code: 'UnauthorizedOperation', message: 'denied' };
    const populations = [population('disabledImages', { gap })];
    expect(leftOf({ ...contents, populations }, [REGION])).toMatchObject({
      web: [{ status: 'unknown', why: 'image-not-read' }],
    });
  });

  it('knows the place of a bucket, whose ARN does not name it, and of what was not scanned', () => {
    const replication = (sourceArn: string, replicaArn: string): NonNullable<Contents['replicas']> => [
      { scope: home, mechanism: 's3-replication', sourceArn, replicaArn },
    ];
    const [photos, mirror] = [bucket('photos', home), bucket('mirror', bunker)];
    const resources = [photos, mirror];
    expect(leftOf({ resources, replicas: replication(photos.arn, mirror.arn) }, [REGION])).toMatchObject({
      photos: [{ status: 'follows', replicaArn: mirror.arn }],
    });
    const far = 'arn:aws:dynamodb:us-east-1:111111111111:table/orders';
    expect(leftOf({ resources: [table()], replicas: replication(table().arn, far) }, [REGION])).toMatchObject({
      orders: [{ status: 'follows', replicaArn: far }],
    });
  });

  it('does not know what is left where replications could not be read', () => {
    const gap = { operation: 'dynamodb:DescribeTable', code: 'AccessDenied', message: 'denied' };
    const populations = [population('replicas', { of: 'DynamoDB', gap })];
    expect(leftOf({ resources: [table(), web], populations })).toMatchObject({
      orders: [{ status: 'unknown', why: 'unread' }],
      web: [{ status: 'lost' }],
    });
  });

  it('does not know of copies in a place that was not scanned, until they have ended', () => {
    const destinationVaultArn = 'arn:aws:backup:eu-central-1:999999999999:backup-vault:far';
    const copied = (ageMs: number) =>
      copyJob({
        ...{ resourceArn: table().arn, state: 'COMPLETED', createdAt: NOW - ageMs, destinationVaultArn },
        destinationLifecycle: { deleteAfterDays: 30 },
      });
    const resources = [table()];
    const { name } = table();
    expect(leftOf({ resources, copyJobs: [copied(DAY)] }, [REGION])).toMatchObject({ [name]: [{ status: 'unknown' }] });
    expect(leftOf({ resources, copyJobs: [copied(31 * DAY)] }, [REGION])).toMatchObject({
      [name]: [{ status: 'lost' }],
    });
  });

  it('concerns what a loss strikes', () => {
    const key = 'arn:aws:kms:eu-west-1:111111111111:key/k';
    const losses: Loss[] = [
      { kind: 'account', accountId: bunker.accountId },
      { kind: 'hostile-admin', accountId: home.accountId },
      { kind: 'key', keyArn: key },
    ];
    const resources = [table({ name: 'plain' }), volume({ name: 'keyed', encryptionKeyArn: key })];
    const found = leftOf({ resources }, losses);
    expect(found.plain?.map((survival) => survival?.status)).toEqual([undefined, 'lost', undefined]);
    expect(found.keyed?.map((survival) => survival?.status)).toEqual([undefined, 'lost', 'lost']);
  });

  it('leaves out what is excluded and what AWS Backup cannot back up', () => {
    const storeRooted = instance({ name: 'store', arn: `${instance().arn}s`, rootDevice: 'instance-store' });
    expect(Object.keys(leftOf({ resources: [web, table(), storeRooted] }, [DELETION], new Set([table().arn])))).toEqual(
      ['web'],
    );
  });
});

describe('the summary of a drill', () => {
  const shop = { application: 'shop' };
  const resources = [
    table({ name: 'orders', tags: shop }),
    table({ arn: `${table().arn}2`, name: 'carts', tags: shop }),
    table({ arn: `${table().arn}3`, name: 'logs', tags: {} }),
  ];
  const [orders, carts, logs] = resources;
  if (orders === undefined || carts === undefined || logs === undefined) throw new Error('there are three tables');
  const inventory = inventoryOf({
    vaults: [vault()],
    resources,
    points: [pointOf(orders, HOUR), pointOf(orders, 9 * DAY), pointOf(carts, 5 * HOUR)],
    restoreJobs: [90, 60, 30, 10].map((minutes, i) => ({
      ...{
        scope: home,
        id: `restore-${String(i)}`,
        sourceResourceArn: orders.arn,
        status: i === 1 ? 'FAILED' : 'COMPLETED',
      },
      ...{ createdAt: NOW - (i + 1) * DAY, completedAt: NOW - (i + 1) * DAY + minutes * MINUTE },
    })),
  });
  const summary = drillSummary(drill(inventory, { losses: [DELETION, REGION], now: NOW }), {
    ...{ losses: 2, worst: 2, groupBy: 'application' },
  });

  it('counts what comes back, with the worst and the best age, and a moment that all have', () => {
    expect(summary.byLoss[0]).toMatchObject({
      struck: 3,
      counts: { survives: 2, lost: 1 },
      ...{ worstRpoMs: 5 * HOUR, bestRpoMs: HOUR, commonFrom: NOW - 5 * HOUR, incomplete: false },
    });
    expect([...(summary.byLoss[1]?.reasons ?? [])]).toEqual([
      ['lost in-the-region', 2],
      ['lost nothing', 1],
    ]);
  });

  it('names the resources of which the least is left', () => {
    expect(summary.worst.map(({ resource }) => resource.name)).toEqual(['logs', 'carts']);
  });

  it('brings a group back when its members do', () => {
    expect(
      summary.groups.map(({ name, members, byLoss: [deletion] }) => [name, members, deletion?.counts.survives]),
    ).toEqual([
      ['shop', 2, 2],
      ['without the tag', 1, 0],
    ]);
  });

  it('tells what was proven by a restore, and how long the longest of the last three took', () => {
    expect(summary).toMatchObject({ resources: 3, tested: 1, longestRestore: { name: 'orders', ms: 90 * MINUTE } });
  });
});
