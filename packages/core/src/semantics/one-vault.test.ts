import { describe, expect, it } from '@jest/globals';
import type { BackupRule } from '../model/backup-plan.js';
import { backupRule, plan } from '../model/records.fixture.js';
import { ebs } from '../model/types/ebs.js';
import { s3 } from '../model/types/s3.js';
import { rulesApart } from './one-vault.js';

const S3 = { ...s3.variants[0].can, variant: 'S3' } as const;
const EBS = { ...ebs.variants[0].can, variant: 'EBS' } as const;

const daily = { ...backupRule(), id: 'daily' };
const any: BackupRule = { ...backupRule(), id: 'any', continuous: true };
const away = (rule: BackupRule): BackupRule => ({ ...rule, targetVaultName: 'elsewhere' });

const apart = (...plans: (readonly BackupRule[])[]) =>
  [
    ...rulesApart(
      plans.map((rules) => plan({ rules })),
      S3,
      [],
    ),
  ].map(({ id }) => id);

describe('the rules of a bucket', () => {
  it('are apart where its continuous and periodic backups go to different vaults, in one plan or in two', () => {
    expect(apart([daily, away(any)])).toEqual(['daily', 'any']);
    expect(apart([daily], [away(any)])).toEqual(['daily', 'any']);
  });

  it('are not in one vault, nor if all of them are of one kind', () => {
    expect(apart([daily, any])).toEqual([]);
    expect(apart([daily, away({ ...daily, id: 'weekly' })])).toEqual([]);
  });

  it('are only those with another kind in another vault', () => {
    expect(apart([daily, any, away({ ...daily, id: 'weekly' })])).toEqual(['any', 'weekly']);
  });
});

it('a volume may have them in several vaults', () => {
  expect([...rulesApart([plan({ rules: [daily, away(any)] })], EBS, [])]).toEqual([]);
});
