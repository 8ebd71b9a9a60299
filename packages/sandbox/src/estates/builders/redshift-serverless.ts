import type { NamespaceStatus } from '@aws-sdk/client-redshift-serverless';
import type { Scope } from '@backproof/core';
import { uuid } from './ids.js';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface NamespaceOptions extends Named {
  /** Absent: `AVAILABLE`. */
  readonly status?: NamespaceStatus;
  /** The ages of its recovery points in hours. Absent: one of half an hour ago. */
  readonly points?: readonly number[];
  /** It has a snapshot of each of these days, counted back from now. */
  readonly snapshots?: readonly number[];
}

/** A namespace of Redshift Serverless, with its recovery points and snapshots. */
export function redshiftNamespace(scope: Scope, options: NamespaceOptions): EstateResource {
  const { name, tags, createdAt = LONG_AGO, status = 'AVAILABLE', points = [0.5], snapshots = [] } = options;
  const id = uuid('namespace', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'redshift-serverless', `namespace/${id}`);
  const common = { namespaceName: name, namespaceArn: arn };
  const world = inScope(scope, {
    redshiftNamespaces: [{ ...common, namespaceId: id, status, creationDate: createdAt, dbName: 'dev' }],
    redshiftRecoveryPoints: points.map((hours) => ({
      ...common,
      recoveryPointId: uuid(arn, `${hours} hours`),
      recoveryPointCreateTime: hoursAgo(hours),
    })),
    redshiftNamespaceSnapshots: snapshots.map((day) => ({
      ...common,
      snapshotName: `by-hand-${day}`,
      snapshotCreateTime: daysAgo(day),
      status: 'AVAILABLE' as const,
      ownerAccount: scope.accountId,
      snapshotRetentionPeriod: -1,
    })),
    ...(tags && { tags: { [arn]: tags } }),
  });
  return { scope, arn, type: 'Redshift Serverless', name, createdAt, world };
}
