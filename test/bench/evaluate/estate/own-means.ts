import type { NativeBackup, Replica, ResourceType } from '@backproof/core';
import { dynamoDbTable, nativeBackup, replica } from '@backproof/testing';
import { REGIONS } from './places.js';
import type { BenchResource } from './resources.js';

const WITH_NATIVE_BACKUPS: readonly ResourceType[] = ['RDS', 'Aurora', 'DynamoDB'];

/** What the service of a resource keeps of it by itself. */
export function nativeBackups({ resource }: BenchResource): readonly NativeBackup[] {
  return WITH_NATIVE_BACKUPS.includes(resource.type) ? [nativeBackup(resource)] : [];
}

/** What follows a resource; of a global table each replica follows the other. */
export function replicas({ resource, index }: BenchResource): readonly Replica[] {
  const { type, name, arn, accountId, region } = resource;
  const elsewhere = region === REGIONS[0] ? REGIONS[1] : REGIONS[0];
  if (type === 'RDS') return [replica(resource, { mechanism: 'rds-multi-az' })];
  if (type === 'Aurora') return [replica(resource, { mechanism: 'aurora-readers' })];
  if (type === 'FSx') return [replica(resource, { mechanism: 'fsx-multi-az' })];
  if (type === 'EFS') {
    return [replica(resource, { replicaArn: arn.replace(region, elsewhere).replace(name, `replica-${index}`) })];
  }
  if (type !== 'DynamoDB') return [];
  return [replica(resource, { replicaArn: dynamoDbTable({ name, accountId, region: elsewhere }).arn })];
}
