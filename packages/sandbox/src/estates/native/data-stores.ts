import { dynamoDbTable } from '../builders/dynamodb.js';
import type { EstatePart } from '../builders/estate-of.js';
import { nativeRestore } from '../builders/native-restore.js';
import { s3Bucket } from '../builders/s3.js';
import { production } from '../company.js';
import { backedUp } from './plans.js';

const { ireland } = production;

const carts = dynamoDbTable(ireland, { name: 'carts' });
const sessions = dynamoDbTable(ireland, { name: 'sessions' });

/** Tables that DynamoDB restored or did not, and a bucket, for which there is no such call. */
export const dataStores: EstatePart = {
  entries: [
    backedUp(carts, { expect: 'restored-natively', why: 'DynamoDB restored a backup of it, 70 days ago' }),
    backedUp(sessions, { expect: 'restored-natively', why: 'DynamoDB restored it to a point in time' }),
    backedUp(dynamoDbTable(ireland, { name: 'profiles' }), {
      expect: 'never-restored',
      why: 'CloudTrail shows restores of other tables alone',
    }),
    backedUp(s3Bucket(ireland, { name: 'media' }), {
      expect: 'not-restored-by-backup',
      why: 'Amazon S3 has no call that restores a bucket',
    }),
  ],
  world: [
    nativeRestore(ireland, {
      call: 'RestoreTableFromBackup',
      day: 70,
      input: { backupArn: `${carts.arn}/backup/01602612345678-abcdef12`, targetTableName: 'carts-drill' },
    }),
    nativeRestore(ireland, {
      call: 'RestoreTableToPointInTime',
      day: 12,
      input: { sourceTableName: 'sessions', targetTableName: 'sessions-drill', useLatestRestorableTime: true },
    }),
  ],
};
