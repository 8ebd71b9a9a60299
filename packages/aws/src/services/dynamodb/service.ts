import { defineService } from '../../service.js';

/**
 * Amazon DynamoDB: tables with their replicas, and their point-in-time recovery, both of which are read one table at a
 * time, and their on-demand backups, which one listing has for all tables. The tables' tags are left to the tagging
 * API, which lists those of a hundred tables in one call.
 */
export const dynamodb = defineService({
  name: 'dynamodb',
  open: async (config) => new (await import('@aws-sdk/client-dynamodb')).DynamoDBClient(config),
  // It offers most things for one table at a time only, so there are many requests, and small ones.
  requestsAtOnce: 10,
  operations: {
    ListTables: {
      iam: 'dynamodb:ListTables',
      paging: { pageSize: 100, limit: 'Limit', token: 'ExclusiveStartTableName', next: 'LastEvaluatedTableName' },
    },
    DescribeTable: { iam: 'dynamodb:DescribeTable', perItem: 'each table' },
    DescribeContinuousBackups: { iam: 'dynamodb:DescribeContinuousBackups', perItem: 'each table' },
    ListBackups: {
      iam: 'dynamodb:ListBackups',
      paging: { pageSize: 100, limit: 'Limit', token: 'ExclusiveStartBackupArn', next: 'LastEvaluatedBackupArn' },
    },
  },
  tagFilters: { DynamoDB: 'dynamodb:table' },
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'DynamoDB' },
        { kind: 'replicas', of: 'DynamoDB' },
      ],
      calls: ['DescribeTable', 'ListTables'],
      read: async () => (await import('./tables.js')).readTables,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'DynamoDB' }],
      after: ['resources'],
      calls: ['DescribeContinuousBackups'],
      read: async () => (await import('./tables.js')).readRecovery,
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'DynamoDB' }],
      after: ['resources'],
      calls: ['ListBackups'],
      read: async () => (await import('./backups.js')).readBackups,
    },
  ],
});
