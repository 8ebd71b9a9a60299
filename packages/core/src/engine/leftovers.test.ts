import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import { backupJob, denied, home, instance, NOW, point, population, vault, volume } from '../model/records.fixture.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { joinInventory } from './joined-inventory.js';
import { leftoversOf } from './leftovers.js';

const gone = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-gone';
const days = (age: number) => NOW - age * DAY;
const leftovers = (contents: Contents) =>
  leftoversOf(joinInventory(inventoryOf({ vaults: [vault()], resources: [instance()], ...contents })), NOW);

describe('recovery points of a resource that is gone', () => {
  const points = [
    point({ arn: 'a', resourceArn: gone, resourceType: 'EBS', createdAt: days(40), status: 'EXPIRED', sizeBytes: 7 }),
    point({ arn: 'b', resourceArn: gone, resourceType: 'EBS', createdAt: days(1), sizeBytes: 5 }),
  ];

  it('are counted with their size and age', () => {
    expect(leftovers({ points }).gone).toEqual([
      {
        arn: gone,
        type: 'EBS',
        points: 2,
        usable: 1,
        expired: 1,
        sizeBytes: 12,
        oldest: new Date(days(40)).toISOString(),
        newest: new Date(days(1)).toISOString(),
      },
    ]);
  });

  it('are no such where its type could not be listed, or nobody lists it', () => {
    const populations = [population('resources', { of: 'EBS', gap: denied })];
    expect(leftovers({ points, populations }).gone).toEqual([]);
    const domain = point({
      resourceArn: 'arn:aws:es:eu-west-1:111111111111:domain/search',
      resourceType: 'OpenSearch',
    });
    expect(leftovers({ points: [domain] }).gone).toEqual([]);
  });

  it('are those of a bucket that its account does not list, although its ARN names neither account nor Region', () => {
    const bucket = 'arn:aws:s3:::invoices';
    const inVault = point({ resourceArn: bucket, resourceType: 'S3' });
    expect(leftovers({ points: [inVault] }).gone).toMatchObject([{ arn: bucket, type: 'S3', points: 1 }]);
    const vaultArn = 'arn:aws:backup:us-east-1:333333333333:backup-vault:main';
    expect(leftovers({ points: [{ ...inVault, vaultArn }] }).gone).toEqual([]);
  });
});

it('expired points that were not deleted are counted by vault', () => {
  const points = [40, 41, 42].map((age) => point({ arn: `p${age}`, createdAt: days(age), status: 'EXPIRED' }));
  expect(leftovers({ points }).expired).toMatchObject([
    { vaultArn: vault().arn, resources: 1, points: 3, expired: 3, usable: 0, oldest: new Date(days(42)).toISOString() },
  ]);
});

describe('jobs that fail for what no rule judges', () => {
  const bucket = 'arn:aws:s3:::invoices';
  const job = (age: number, state: string) =>
    backupJob({
      id: `j${age}`,
      resourceArn: bucket,
      state,
      createdAt: days(age),
      completedAt: days(age),
      message: 'Access denied',
    });

  it('are counted since the last one that did not', () => {
    const backupJobs = [job(1, 'FAILED'), job(2, 'EXPIRED'), job(3, 'COMPLETED'), job(4, 'FAILED')];
    expect(leftovers({ backupJobs }).failing).toEqual([
      {
        resourceArn: bucket,
        accountId: home.accountId,
        region: home.region,
        failures: 2,
        last: new Date(days(1)).toISOString(),
        state: 'FAILED',
        message: 'Access denied',
      },
    ]);
  });

  it('are none where the last one went well, or where a rule judges the resource', () => {
    expect(leftovers({ backupJobs: [job(1, 'COMPLETED'), job(2, 'FAILED')] }).failing).toEqual([]);
    expect(leftovers({ backupJobs: [{ ...job(1, 'FAILED'), resourceArn: instance().arn }] }).failing).toEqual([]);
  });
});

it('an instance and its volumes that are both backed up are kept twice', () => {
  const data = volume({ attachments: [{ instanceArn: instance().arn, since: 0 }] });
  const points = [point({ arn: 'ami', resourceArn: instance().arn }), point({ arn: 'snap', resourceArn: data.arn })];
  const resources = [instance(), data];
  expect(leftovers({ resources, points }).keptTwice).toEqual([{ arn: instance().arn, name: 'web', volumes: 1 }]);
  expect(leftovers({ resources, points: points.slice(0, 1) }).keptTwice).toEqual([]);
});
