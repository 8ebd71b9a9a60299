import {
  type Destination,
  DescribeReplicationConfigurationsCommand,
  type ReplicationConfigurationDescription,
} from '@aws-sdk/client-efs';
import { buildArn, defined, parseArn, type Replica, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { toInstant } from '../translate.js';

/**
 * The destinations that EFS file systems replicate to: without a file system in the request, one listing has all.
 *
 * @source API DescribeReplicationConfigurations
 */
export async function* readReplications({ pages, scope, found, translated }: ReadingContext): AsyncIterable<Page> {
  if (!found('resources').some(({ type }) => type === 'EFS')) return;
  for await (const page of pages(DescribeReplicationConfigurationsCommand, {})) {
    const replications = required(page.Replications, 'DescribeReplicationConfigurations: Replications', page);
    const id = 'DescribeReplicationConfigurations: SourceFileSystemId';
    yield { replicas: translated(replications, id, (replication) => toReplicas(scope, replication)).flat() };
  }
}

/** @source API (Amazon EFS) ReplicationStatus */
const REPLICATES: Words = { yes: ['ENABLED', 'ENABLING', 'ERROR', 'PAUSED', 'PAUSING'], no: ['DELETING'] };

/** The words for a destination that no longer follows. In error, it cannot be recovered. @source Amazon EFS User Guide, replication status */
const HALTED = ['ERROR', 'PAUSED', 'PAUSING'];

/** @source API ReplicationConfigurationDescription */
function toReplicas(scope: Scope, replication: ReplicationConfigurationDescription): Replica[] {
  const sourceArn = required(replication.SourceFileSystemArn, 'DescribeReplicationConfigurations: SourceFileSystemArn');
  return required(replication.Destinations, 'DescribeReplicationConfigurations: Destinations')
    .filter(({ Status }) => says('DescribeReplicationConfigurations: Destinations.Status', Status, REPLICATES))
    .map((destination) => ({
      scope,
      mechanism: 'efs-replication',
      sourceArn,
      replicaArn: destinationArn(sourceArn, destination),
      ...defined({
        since: toInstant(replication.CreationTime),
        halted: HALTED.find((word) => word === destination.Status),
      }),
    }));
}

/** The owner is absent where it is the source's own account. @source API Destination */
function destinationArn(sourceArn: string, { FileSystemId, OwnerId, Region }: Destination): string {
  const id = required(FileSystemId, 'DescribeReplicationConfigurations: Destinations.FileSystemId');
  if (parseArn(id) !== undefined) return id;
  const source = required(parseArn(sourceArn), 'DescribeReplicationConfigurations: SourceFileSystemArn');
  const region = required(Region, 'DescribeReplicationConfigurations: Destinations.Region');
  return buildArn({ ...source, region, accountId: OwnerId ?? source.accountId, resource: `file-system/${id}` });
}
