import { DescribeSnapshotsCommand, type Snapshot } from '@aws-sdk/client-ec2';
import { buildArn } from '@backproof/core';
import type { Instant, Resource, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { hasTag, isOfLifecycleManager } from './tags.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/**
 * The account's own snapshots of the volumes that were found, EBS's and those of Volume Gateways, folded to the newest
 * of each volume as they come.
 *
 * @source API DescribeSnapshots: without an owner, the public ones come too
 */
export async function* readSnapshots({ pages, scope, found, translated }: ReadingContext): AsyncIterable<Page> {
  const volumes = snapshotSources(scope, found('resources'));
  if (volumes.size === 0) return;
  const [newest, newestArchived] = [byMechanism(), byMechanism()];
  const input = { OwnerIds: ['self'], Filters: [{ Name: 'status', Values: ['completed'] }] };
  for await (const page of pages(DescribeSnapshotsCommand, input)) {
    translated(
      required(page.Snapshots, 'DescribeSnapshots: Snapshots', page),
      'DescribeSnapshots: SnapshotId',
      (snapshot) => {
        const volume = volumes.get(required(snapshot.VolumeId, 'DescribeSnapshots: VolumeId', page));
        if (volume === undefined || isOfAwsBackup(snapshot) || !isCompleted(snapshot)) return;
        const startedAt = required(toInstant(snapshot.StartTime), 'DescribeSnapshots: StartTime', page);
        const mechanism = mechanismOf(volume, snapshot);
        keepNewest(newest[mechanism], volume.arn, startedAt);
        if (snapshot.StorageTier === 'archive') keepNewest(newestArchived[mechanism], volume.arn, startedAt);
      },
    );
  }
  const backups = MECHANISMS.flatMap((mechanism) => toNativeBackups(scope, mechanism, newest[mechanism]));
  yield {
    nativeBackups: backups.map((backup) => {
      const archivedAt = newestArchived[backup.mechanism].get(backup.resourceArn);
      return archivedAt === backup.latestRestorableAt ? { ...backup, archived: true } : backup;
    }),
  };
}

const MECHANISMS = ['dlm-snapshots', 'ebs-snapshots', 'storage-gateway-snapshots'] as const;

function byMechanism(): Readonly<Record<(typeof MECHANISMS)[number], Map<string, Instant>>> {
  return { 'dlm-snapshots': new Map(), 'ebs-snapshots': new Map(), 'storage-gateway-snapshots': new Map() };
}

/** The volumes that snapshots are made of, by the ids by which snapshots name them. */
export function snapshotSources(scope: Scope, resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(resources.flatMap((resource) => snapshotSource(scope, resource)));
}

/**
 * A volume that snapshots are made of, by the id by which they name it; empty for other resources and other scopes. A
 * gateway's ids are in upper case, and in lower case where EC2 reports them.
 *
 * @source AWS Storage Gateway API Reference, Welcome
 */
function snapshotSource(scope: Scope, resource: Resource): readonly [string, Resource][] {
  const id = resource.arn.slice(resource.arn.lastIndexOf('/') + 1);
  if (resource.type === 'Storage Gateway') return [[id.toLowerCase(), resource]];
  if (resource.type !== 'EBS') return [];
  return resource.arn === buildArn({ ...scope, service: 'ec2', resource: `volume/${id}` }) ? [[id, resource]] : [];
}

/** @source API (Amazon EC2) SnapshotState */
const COMPLETED: Words = { yes: ['completed'], no: ['error', 'pending', 'recoverable', 'recovering'] };

/** Snapshots of other states are filtered out by EC2, but not by everything that speaks its protocol. */
export function isCompleted({ State }: Snapshot): boolean {
  return State === undefined || says('DescribeSnapshots: State', State, COMPLETED);
}

/** It is a recovery point, or a part of one: by its tag, or where tags were lost by its description. */
function isOfAwsBackup({ Description, Tags }: Snapshot): boolean {
  const description = 'This snapshot is created by the AWS Backup service';
  return hasTag(Tags, 'aws:backup:source-resource') || Description?.startsWith(description) === true;
}

function mechanismOf({ type }: Resource, { Tags }: Snapshot) {
  if (type === 'Storage Gateway') return 'storage-gateway-snapshots';
  return isOfLifecycleManager(Tags) ? 'dlm-snapshots' : 'ebs-snapshots';
}
