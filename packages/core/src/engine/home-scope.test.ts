import { expect, it } from '@jest/globals';
import { backupJob, bunker, home, point } from '../model/records.fixture.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { homeScope } from './home-scope.js';

const bucket = 'arn:aws:s3:::uploads';
const away = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker';
const ofBucket = (fields: Partial<RecoveryPoint> = {}) => point({ resourceArn: bucket, resourceType: 'S3', ...fields });
const pointsOf = (...points: readonly RecoveryPoint[]) => recoveryPointTable(points).of(bucket);

it('is the one that an ARN names', () => {
  expect(homeScope('arn:aws:ec2:eu-central-1:222222222222:volume/vol-1', pointsOf(), [])).toEqual(bunker);
});

it('is the one of the vault in which the points of a bucket were made, wherever they were copied', () => {
  const copy = ofBucket({ arn: 'copy', vaultArn: away, sourceVaultArn: point().vaultArn });
  expect(homeScope(bucket, pointsOf(ofBucket(), copy), [])).toEqual(home);
});

it('is the one in which the jobs of a bucket ran, before that of its points', () => {
  const jobs = [backupJob({ resourceArn: bucket, scope: bunker })];
  expect(homeScope(bucket, pointsOf(ofBucket()), jobs)).toEqual(bunker);
});

it('is not known where points of a bucket may have been made in several, or where there is nothing', () => {
  expect(homeScope(bucket, pointsOf(ofBucket(), ofBucket({ arn: 'other', vaultArn: away })), [])).toBeUndefined();
  expect(homeScope(bucket, pointsOf(), [])).toBeUndefined();
});
