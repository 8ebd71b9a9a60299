import type { BackupPlan, CopyJob, EbsVolume } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PageRecords } from '../../page.js';
import { kms } from './service.js';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const keyArn = (id: string, accountId = scope.accountId) => `arn:aws:kms:eu-west-1:${accountId}:key/${id}`;
const vaultOf = (accountId: string) => `arn:aws:backup:eu-west-1:${accountId}:backup-vault:copies`;
const abroad = vaultOf('222222222222');
const instanceArn = 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1';

const volume = (id: string, encryptionKeyArn?: string, attachedTo: string[] = []): EbsVolume => ({
  type: 'EBS',
  arn: `arn:aws:ec2:eu-west-1:111111111111:volume/${id}`,
  accountId: '111111111111',
  region: 'eu-west-1',
  name: id,
  tags: {},
  attachments: attachedTo.map((instanceArn) => ({ instanceArn, since: 0 })),
  ...(encryptionKeyArn !== undefined && { encryptionKeyArn }),
});

const planTo = (destinationVaultArn: string): BackupPlan => ({
  scope,
  id: 'plan',
  arn: 'arn:aws:backup:eu-west-1:111111111111:backup-plan:plan',
  name: 'nightly',
  rules: [
    {
      id: 'rule',
      name: 'daily',
      targetVaultName: 'main',
      scheduleExpression: 'cron(0 5 ? * * *)',
      timezone: 'UTC',
      startWindowMinutes: 480,
      continuous: false,
      lifecycle: {},
      copyActions: [{ destinationVaultArn }],
    },
  ],
});

const job = (id: string, resourceArn: string, more: Partial<CopyJob> = {}): CopyJob => ({
  scope,
  id,
  resourceArn,
  state: 'COMPLETED',
  createdAt: 1,
  destinationVaultArn: abroad,
  ...more,
});

const read = (before?: PageRecords) => pagesOf(kms, { ...(before !== undefined && { before }) });

const answer = (id: string, manager?: string): void => {
  answerOnce('kms', 'TrentService.DescribeKey', { KeyId: keyArn(id) }, { KeyMetadata: { KeyManager: manager } });
};

afterEach(expectAllAsked);

describe('keys', () => {
  it('are asked for once each, where a plan copies to another account', async () => {
    answer('a', 'AWS');
    answer('b', 'CUSTOMER');
    const resources = [volume('1', keyArn('a')), volume('2', keyArn('a')), volume('3', keyArn('b')), volume('4')];
    expect(await read({ resources, backupPlans: [planTo(abroad)] })).toEqual([
      { encryptionKeys: [{ scope, arn: keyArn('a'), managedByAws: true }] },
      { encryptionKeys: [{ scope, arn: keyArn('b'), managedByAws: false }] },
    ]);
  });

  it('are asked for where the newest copy to another account failed, whatever came before', async () => {
    answer('a', 'CUSTOMER');
    const resources = [volume('1', keyArn('a')), volume('2', keyArn('b'))];
    const [failing, copied] = resources.map(({ arn }) => arn);
    const copyJobs = [
      job('1', failing ?? '', { createdAt: 2, state: 'FAILED' }),
      job('2', failing ?? ''),
      job('3', copied ?? '', { state: 'FAILED' }),
      job('4', copied ?? '', { createdAt: 2 }),
    ];
    expect(await read({ resources, copyJobs })).toHaveLength(1);
  });

  it('are asked for where a plan backs up to an air-gapped vault, whatever is copied', async () => {
    answer('a', 'CUSTOMER');
    const [rule] = planTo(abroad).rules;
    const rules = rule === undefined ? [] : [{ ...rule, copyActions: [], airGappedVaultArn: abroad }];
    const resources = [volume('1', keyArn('a'))];
    const copyJobs = resources.map(({ arn }) => job('1', arn));
    expect(await read({ resources, copyJobs, backupPlans: [{ ...planTo(abroad), rules }] })).toHaveLength(1);
  });

  it.each([
    { story: 'nothing is meant to be copied', found: {} },
    { story: 'copies stay in the account', found: { backupPlans: [planTo(vaultOf('111111111111'))] } },
    { story: 'the key is another account’s', key: keyArn('a', '999999999999') },
    {
      story: 'its instance is copied',
      found: { copyJobs: [job('1', instanceArn)] },
      attachments: [{ instanceArn: instanceArn, since: 0 }],
    },
  ])('are not asked for where $story', async ({ found, key = keyArn('a'), attachments }) => {
    const planned = found ?? { backupPlans: [planTo(abroad)] };
    expect(await read({ ...planned, resources: [{ ...volume('1', key), attachments: attachments ?? [] }] })).toEqual(
      [],
    );
  });

  it('cannot be told by an answer without their manager', async () => {
    answer('a');
    const found = { resources: [volume('1', keyArn('a'))], backupPlans: [planTo(abroad)] };
    await expect(read(found)).rejects.toThrow('AWS answered DescribeKey without KeyManager');
  });
});
