import {
  ListRecoveryPointsCommand,
  ListSnapshotsCommand,
  type RecoveryPoint,
  type Snapshot,
} from '@aws-sdk/client-redshift-serverless';
import { defined, type Instant, type NativeBackup, type RedshiftNamespace, type Resource } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/**
 * The recovery points that Redshift Serverless makes every 30 minutes and keeps 24 hours, which cannot be switched off,
 * and the snapshots that somebody took of the namespaces that were found.
 *
 * @source Amazon Redshift Management Guide, serverless-snapshots-recovery-points
 */
export async function* readBackups(context: ReadingContext): AsyncIterable<Page> {
  const { scope, found } = context;
  const namespaces = new Map(
    found('resources')
      .filter(isNamespace)
      .map((each) => [each.arn, each]),
  );
  if (namespaces.size === 0) return;
  const points = await newestOf(context, namespaces, recoveryPoints);
  const snapshots = await newestOf(context, namespaces, manualSnapshots);
  yield {
    nativeBackups: [
      ...[...namespaces.keys()].map((resourceArn): NativeBackup => ({
        scope,
        resourceArn,
        mechanism: 'redshift-serverless-recovery-points',
        enabled: true,
        retentionDays: 1,
        ...defined({ latestRestorableAt: points.get(resourceArn) }),
      })),
      ...toNativeBackups(scope, 'redshift-serverless-snapshots', snapshots),
    ],
  };
}

interface Backup {
  readonly namespaceArn: string;
  readonly takenAt: Instant;
}

async function newestOf(
  context: ReadingContext,
  namespaces: ReadonlyMap<string, RedshiftNamespace>,
  list: (context: ReadingContext) => AsyncIterable<readonly Backup[]>,
): Promise<ReadonlyMap<string, Instant>> {
  const newest = new Map<string, Instant>();
  for await (const backups of list(context)) {
    for (const { namespaceArn, takenAt } of backups) {
      if (namespaces.has(namespaceArn)) keepNewest(newest, namespaceArn, takenAt);
    }
  }
  return newest;
}

async function* recoveryPoints({ pages, translated }: ReadingContext): AsyncIterable<readonly Backup[]> {
  for await (const page of pages(ListRecoveryPointsCommand, {})) {
    const listed = required(page.recoveryPoints, 'ListRecoveryPoints: recoveryPoints', page);
    yield translated(listed, 'ListRecoveryPoints: recoveryPointId', (point: RecoveryPoint) => ({
      namespaceArn: required(point.namespaceArn, 'ListRecoveryPoints: namespaceArn'),
      takenAt: required(toInstant(point.recoveryPointCreateTime), 'ListRecoveryPoints: recoveryPointCreateTime'),
    }));
  }
}

/** @source API (Amazon Redshift Serverless) SnapshotStatus */
const AVAILABLE: Words = { yes: ['AVAILABLE'], no: ['CANCELLED', 'COPYING', 'CREATING', 'DELETED', 'FAILED'] };

async function* manualSnapshots({ pages, translated }: ReadingContext): AsyncIterable<readonly Backup[]> {
  for await (const page of pages(ListSnapshotsCommand, {})) {
    const listed = required(page.snapshots, 'ListSnapshots: snapshots', page);
    yield translated(listed, 'ListSnapshots: snapshotName', toBackup).flat();
  }
}

/** Nothing for what is not there yet, or is a recovery point of AWS Backup. @source Developer Guide, access-control */
function toBackup(snapshot: Snapshot): readonly Backup[] {
  if (!says('ListSnapshots: status', snapshot.status, AVAILABLE)) return [];
  if (snapshot.snapshotName?.startsWith('awsbackup') === true) return [];
  return [
    {
      namespaceArn: required(snapshot.namespaceArn, 'ListSnapshots: namespaceArn'),
      takenAt: required(toInstant(snapshot.snapshotCreateTime), 'ListSnapshots: snapshotCreateTime'),
    },
  ];
}

function isNamespace(resource: Resource): resource is RedshiftNamespace {
  return resource.type === 'Redshift Serverless';
}
