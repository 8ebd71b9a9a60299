import { paginateDescribeSnapshots, type Snapshot } from '@aws-sdk/client-ec2';
import { buildArn } from '@backproof/core';
import type { Instant } from '@backproof/core';
import { defineCollector } from '../collector.js';
import type { Operation } from '../collector.js';
import { required } from '../required.js';
import { keepNewest, toNativeBackups } from './newest-backups.js';

const operations = {
  DescribeSnapshots: { iam: 'ec2:DescribeSnapshots', pageSize: 1000 },
} satisfies Record<string, Operation>;

/**
 * The account's own snapshots of the EBS volumes that were found, folded to the newest of each volume as they come.
 *
 * @source API DescribeSnapshots: without an owner, the public ones come too
 */
export const ebsSnapshots = defineCollector({
  service: 'ec2',
  operations,
  readings: [
    {
      yields: [{ kind: 'nativeBackups', of: 'EBS' }],
      after: ['resources'],
      async *read({ client, scope, signal, found }) {
        const volumes = new Set(found('resources').flatMap(({ type, arn }) => (type === 'EBS' ? arn : [])));
        if (volumes.size === 0) return;
        const newest = { 'dlm-snapshots': new Map<string, Instant>(), 'ebs-snapshots': new Map<string, Instant>() };
        const { pageSize } = operations.DescribeSnapshots;
        const input = { OwnerIds: ['self'], Filters: [{ Name: 'status', Values: ['completed'] }] };
        for await (const page of paginateDescribeSnapshots({ client, pageSize }, input, { abortSignal: signal })) {
          // The list is absent where it is empty: the EC2 query protocol knows no empty lists.
          for (const snapshot of page.Snapshots ?? []) {
            const volumeId = required(snapshot.VolumeId, 'DescribeSnapshots: VolumeId', page);
            const arn = buildArn({ ...scope, service: 'ec2', resource: `volume/${volumeId}` });
            if (!volumes.has(arn) || isOfAwsBackup(snapshot)) continue;
            const startedAt = required(snapshot.StartTime, 'DescribeSnapshots: StartTime', page).getTime();
            keepNewest(newest[mechanismOf(snapshot)], arn, startedAt);
          }
        }
        yield {
          nativeBackups: [
            ...toNativeBackups(scope, 'dlm-snapshots', newest['dlm-snapshots']),
            ...toNativeBackups(scope, 'ebs-snapshots', newest['ebs-snapshots']),
          ],
        };
      },
    },
  ],
});

/** It is a recovery point, or a part of one: by its tag, or where tags were lost by its description. */
function isOfAwsBackup(snapshot: Snapshot): boolean {
  const description = 'This snapshot is created by the AWS Backup service';
  return hasTag(snapshot, 'aws:backup:source-resource') || snapshot.Description?.startsWith(description) === true;
}

function mechanismOf(snapshot: Snapshot): 'dlm-snapshots' | 'ebs-snapshots' {
  return hasTag(snapshot, 'aws:dlm:lifecycle-policy-id') ? 'dlm-snapshots' : 'ebs-snapshots';
}

function hasTag({ Tags = [] }: Snapshot, key: string): boolean {
  return Tags.some(({ Key }) => Key === key);
}
