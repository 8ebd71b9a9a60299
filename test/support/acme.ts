import { DAY, HOUR } from '@backproof/core';
import type { Pack } from '@backproof/core';
import type { PackService, World } from '@backproof/sandbox';
import { elasticache } from '../fixtures/acme-pack/sandbox.js';
import pack from '../fixtures/acme-pack/index.js';

/** The pack of another author, and its part of the sandbox. Its modules are JavaScript: they are what is packed. */
export const acme: Pack = pack;
export const acmeSandbox: readonly PackService[] = [elasticache];

const now = Date.UTC(2026, 10, 22, 12);
const accountId = '111111111111';
const region = 'eu-west-1';
export const arnOf = (name: string): string => `arn:aws:elasticache:${region}:${accountId}:replicationgroup:${name}`;

/** A replication group of ElastiCache that was created a year ago. */
const group = (name: string, fields: object = {}): object => ({
  ReplicationGroupId: name,
  ARN: arnOf(name),
  Status: 'available',
  ReplicationGroupCreateTime: new Date(now - 365 * DAY),
  ...fields,
});

/** A snapshot of two shards, the older of which is as old as it says. */
const snapshot = (of: string, source: 'automated' | 'manual', hours: number): object => ({
  SnapshotName: `${source}.${of}-${hours}`,
  ReplicationGroupId: of,
  SnapshotStatus: 'available',
  SnapshotSource: source,
  SnapshotRetentionLimit: source === 'automated' ? 7 : 0,
  NodeSnapshots: [hours, hours - 1].map((age) => ({ SnapshotCreateTime: new Date(now - age * HOUR) })),
});

const scope = {
  accountId,
  region,
  cacheGroups: [group('orders', { KmsKeyId: 'abc' }), group('sessions'), group('carts'), group('ranking')],
  cacheSnapshots: [
    ...[snapshot('orders', 'automated', 30), snapshot('orders', 'automated', 6), snapshot('orders', 'manual', 400)],
    ...[snapshot('sessions', 'automated', 200), snapshot('carts', 'manual', 3)],
    { ...snapshot('ranking', 'automated', 1), SnapshotStatus: 'creating' },
  ],
  tags: { [arnOf('orders')]: { owner: 'shop' } },
};

/** Four replication groups: backed up, backed up long ago, by hand only, and not at all. */
export const acmeWorld: World = {
  ...{ partition: 'aws', now, accounts: [{ id: accountId, name: 'main' }], regions: [region], scopes: [scope] },
};
