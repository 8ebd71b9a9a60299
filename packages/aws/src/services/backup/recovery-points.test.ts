import { ListRecoveryPointsByBackupVaultCommand } from '@aws-sdk/client-backup';
import type { Vault } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import { forEachItemWith } from '../../read-items.js';
import { translatedWith } from '../../translated.js';
import { readRecoveryPoints } from './recovery-points.js';
import { backup } from './service.js';
import { expectAllAsked, opened } from '../reading.fixture.js';

const vaultArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:prod';
const path = '/backup-vaults/prod/recovery-points';
const vault: Vault = { scope, arn: vaultArn, name: 'prod', vaultType: 'BACKUP_VAULT', recoveryPointCount: 0 };

/** The least that AWS sends. */
const point = {
  RecoveryPointArn: 'arn:aws:ec2:eu-west-1::image/ami-1',
  ResourceArn: 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1',
  ResourceType: 'EC2',
  Status: 'COMPLETED',
  CreationDate: 1_763_700_000,
};

/** All that is read of a point, as AWS sends it. */
const fullPoint = {
  ...point,
  RecoveryPointArn: 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:bucket-1',
  BackupVaultArn: vaultArn,
  SourceBackupVaultArn: vaultArn.replace('prod', 'source'),
  CreationDate: 1_763_700_000.123,
  CompletionDate: 1.7637e9,
  LastRestoreTime: 1_763_800_000.999,
  BackupSizeInBytes: 0,
  CalculatedLifecycle: { DeleteAt: 1_764_300_000.5, MoveToColdStorageAt: 1_764_000_000 },
  Lifecycle: { DeleteAfterDays: 7, DeleteAfterEvent: 'DELETE_AFTER_COPY' },
  CreatedBy: { BackupPlanId: 'plan-1', BackupRuleId: 'rule-1' },
  EncryptionKeyArn: 'arn:aws:kms:eu-west-1:111111111111:key/1',
  ParentRecoveryPointArn: 'arn:aws:backup:eu-west-1:111111111111:recovery-point:parent',
  IsParent: true,
  AggregatedScanResult: { FailedScan: false, Findings: ['MALWARE'], LastComputed: 1_763_700_000 },
  Status: 'EXPIRED',
};

afterEach(expectAllAsked);

function answerVault(): void {
  const list = [{ BackupVaultArn: vaultArn, BackupVaultName: 'prod' }];
  answerGet('/backup-vaults', { maxResults: '1000' }, { BackupVaultList: list });
}

async function pagesOfPoints(maxAttempts?: number) {
  const raise = (error: unknown) => {
    throw error;
  };
  const translated = translatedWith(raise);
  const pages = [];
  const { pages: ask } = opened(backup, maxAttempts);
  const { signal } = new AbortController();
  const forEachItem = forEachItemWith(1, raise, signal);
  for await (const page of readRecoveryPoints({ pages: ask, translated, forEachItem }, vault))
    pages.push(page.recoveryPoints ?? []);
  return pages;
}

describe('a page of recovery points', () => {
  it.each([
    ['a full point', fullPoint],
    ['the least that AWS sends', point],
    ['nulls for nothing', { ...point, CalculatedLifecycle: null, CreatedBy: null, CompletionDate: null, Status: null }],
    ['a scan that found nothing', { ...point, AggregatedScanResult: { FailedScan: false, Findings: [] } }],
    ['a half millisecond', { ...point, CreationDate: 1_763_700_000.1235 }],
  ])('says the same as the SDK: %s', async (_, sent) => {
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [sent] });
    answerGet(path, {}, { RecoveryPoints: [sent] });

    const [[found] = []] = await pagesOfPoints();
    const command = new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: 'prod' });
    const answer = await opened(backup).call(command);

    const [expected] = answer.RecoveryPoints ?? [];
    expect(found).toEqual({
      arn: expected?.RecoveryPointArn,
      vaultArn,
      resourceArn: expected?.ResourceArn,
      resourceType: expected?.ResourceType,
      status: expected?.Status ?? 'UNKNOWN',
      createdAt: expected?.CreationDate?.getTime(),
      completedAt: expected?.CompletionDate?.getTime(),
      deleteAt: expected?.CalculatedLifecycle?.DeleteAt?.getTime(),
      moveToColdStorageAt: expected?.CalculatedLifecycle?.MoveToColdStorageAt?.getTime(),
      deleteAfterCopy: expected?.Lifecycle?.DeleteAfterEvent === 'DELETE_AFTER_COPY',
      continuous: sent === fullPoint,
      isParent: expected?.IsParent ?? false,
      parentArn: expected?.ParentRecoveryPointArn,
      sourceVaultArn: expected?.SourceBackupVaultArn,
      planId: expected?.CreatedBy?.BackupPlanId,
      ruleId: expected?.CreatedBy?.BackupRuleId,
      encryptionKeyArn: expected?.EncryptionKeyArn,
      lastRestoredAt: expected?.LastRestoreTime?.getTime(),
      sizeBytes: expected?.BackupSizeInBytes,
      infected: sent === fullPoint ? true : undefined,
    });
  });

  const EncryptionKeyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';

  it.each([
    ['encrypted, by its key', { IsEncrypted: true, EncryptionKeyArn }, { encryptionKeyArn: EncryptionKeyArn }],
    ['encrypted by a key that AWS does not name', { IsEncrypted: true }, { encrypted: true }],
    ['not encrypted', { IsEncrypted: false }, { encrypted: false }],
    [
      'not encrypted, whatever key is named',
      { IsEncrypted: false, EncryptionKeyArn },
      { encrypted: false, encryptionKeyArn: EncryptionKeyArn },
    ],
    ['of which AWS does not say it', {}, {}],
  ])('knows a point %s', async (_, sent, read) => {
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [{ ...point, ...sent }] });
    const [[{ encrypted, encryptionKeyArn } = {}] = []] = await pagesOfPoints();
    expect({ encrypted, encryptionKeyArn }).toEqual({ encrypted: undefined, encryptionKeyArn: undefined, ...read });
  });

  it.each([
    ['with `continuous` in its id', 'continuous:0a1b2c3d', 'arn:aws:rds:eu-west-1:111111111111:db:orders', true],
    ['of a bucket, with its name and no time', 'my-uploads-5ec207d0', 'arn:aws:s3:::my-uploads', true],
    ['snapshot of a bucket, with a time', 'my-uploads-20211231900000-5ec207d0', 'arn:aws:s3:::my-uploads', false],
    ['of a bucket whose name begins like it', 'my-uploads-5ec207d0', 'arn:aws:s3:::my', false],
    ['of a bucket with an id of another form', '5EC207D0-0000', 'arn:aws:s3:::my-uploads', false],
    ['of something else', 'my-uploads-5ec207d0', 'arn:aws:dynamodb:eu-west-1:111111111111:table/my-uploads', false],
  ])('knows a continuous point: %s', async (_, id, ResourceArn, continuous) => {
    const RecoveryPointArn = `arn:aws:backup:eu-west-1:111111111111:recovery-point:${id}`;
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [{ ...point, RecoveryPointArn, ResourceArn }] });

    const [[found] = []] = await pagesOfPoints();

    expect(found?.continuous).toBe(continuous);
  });

  it('is retried by the SDK when the service fails', async () => {
    answerGet(path, { maxResults: '1000' }, {}, 503);
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [point] });

    const pages = await pagesOfPoints(2);

    expect(pages.map((points) => points.length)).toEqual([1]);
  });
});

describe('recovery points', () => {
  it('are read of every vault, page by page', async () => {
    answerVault();
    const page = { maxResults: '1000' };
    answerGet(path, page, { RecoveryPoints: [point], NextToken: 'a' });
    answerGet(path, { ...page, nextToken: 'a' }, { RecoveryPoints: [], NextToken: 'b' });
    answerGet(path, { ...page, nextToken: 'b' }, { RecoveryPoints: [fullPoint] });

    const inventory = await collected('recoveryPoints');

    expect(inventory.recoveryPoints.count).toBe(2);
    expect(populationLines(inventory)).toEqual([`recoveryPoints of ${vaultArn} complete 2`, 'vaults complete 1']);
  });

  it('with a status that AWS added later are unknown, not lost', async () => {
    answerVault();
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [{ ...point, Status: 'HIBERNATING' }] });

    const { recoveryPoints, populations } = await collected('recoveryPoints');

    expect([...recoveryPoints.of(point.ResourceArn)].map(({ status }) => status)).toEqual(['UNKNOWN']);
    const operation = 'backup:ListRecoveryPointsByBackupVault';
    expect(populations.flatMap(({ unknownWords = [] }) => unknownWords)).toEqual([
      { operation, field: 'Status', word: 'HIBERNATING', item: point.RecoveryPointArn, items: 1 },
    ]);
  });

  it('that go upon an event that AWS added later are a gap with their name', async () => {
    answerVault();
    const odd = { ...point, Lifecycle: { DeleteAfterEvent: 'DELETE_AFTER_RESTORE' } };
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [odd] });
    const { populations } = await collected('recoveryPoints');
    expect(gapsOf(populations.find(({ kind }) => kind === 'recoveryPoints'))).toMatchObject([{ code: 'UnknownWord' }]);
  });

  it.each<[story: string, fields: object, deleteAt: number | undefined]>([
    ['counted from its creation', { Lifecycle: { DeleteAfterDays: 7 } }, 1_763_700_000_000 + 7 * 86_400_000],
    ['not there where the lifecycle is removed', { Lifecycle: { DeleteAfterDays: -1 } }, undefined],
    ['as AWS calculates it', { Lifecycle: { DeleteAfterDays: 7 }, CalculatedLifecycle: { DeleteAt: 1.8e9 } }, 1.8e12],
  ])('have an end: %s', async (_, fields, deleteAt) => {
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [{ ...point, ...fields }] });
    const [[found] = []] = await pagesOfPoints();
    expect(found?.deleteAt).toBe(deleteAt);
  });

  it('are partial if access is denied midway', async () => {
    answerVault();
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [point], NextToken: 'a' });
    answerGet(path, { maxResults: '1000', nextToken: 'a' }, {}, 403);

    const inventory = await collected('recoveryPoints');

    expect(populationLines(inventory)).toEqual([`recoveryPoints of ${vaultArn} partial 1`, 'vaults complete 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { iamAction: 'backup:ListRecoveryPointsByBackupVault', httpStatus: 403, requestId: 'request-1' },
    ]);
  });

  it.each([
    ['HTML', '<!DOCTYPE html><html>It works!</html>', 'UnreadableAnswer'],
    ['half an answer', '{"RecoveryPoints": [{', 'UnreadableAnswer'],
    ['no list', '{}', 'MissingFieldError'],
    ['a point without its resource', { RecoveryPoints: [{ ...point, ResourceArn: undefined }] }, 'MissingFieldError'],
    ['a point that is no object', { RecoveryPoints: ['arn:aws:ec2:eu-west-1::image/ami-1'] }, 'MissingFieldError'],
  ])('are unavailable if the answer is %s', async (_, body, code) => {
    answerVault();
    answerGet(path, { maxResults: '1000' }, body);

    const inventory = await collected('recoveryPoints');

    expect(populationLines(inventory)).toEqual([`recoveryPoints of ${vaultArn} unavailable 0`, 'vaults complete 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { operation: 'backup:ListRecoveryPointsByBackupVault', code },
    ]);
  });

  it('count, all but one that lacks what AWS must send: that is a gap with its name', async () => {
    answerVault();
    const odd = { ...point, RecoveryPointArn: 'arn:aws:ec2:eu-west-1::image/ami-2', CreationDate: 'yesterday' };
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [odd, point] });

    const inventory = await collected('recoveryPoints');

    expect(populationLines(inventory)).toEqual([`recoveryPoints of ${vaultArn} partial 1`, 'vaults complete 1']);
    expect(gapsOf(inventory.populations[0])).toEqual([
      {
        operation: 'backup:ListRecoveryPointsByBackupVault',
        code: 'MalformedField',
        item: 'RecoveryPointArn arn:aws:ec2:eu-west-1::image/ami-2',
        message:
          'AWS answered ListRecoveryPointsByBackupVault with CreationDate as a text instead of a date (RecoveryPointArn arn:aws:ec2:eu-west-1::image/ami-2)',
        resources: [point.ResourceArn],
      },
    ]);
  });

  it('end where a page leads to itself', async () => {
    answerVault();
    answerGet(path, { maxResults: '1000' }, { RecoveryPoints: [point], NextToken: 'a' });
    answerGet(path, { maxResults: '1000', nextToken: 'a' }, { RecoveryPoints: [], NextToken: 'a' });

    const inventory = await collected('recoveryPoints');

    expect(gapsOf(inventory.populations[0])).toMatchObject([{ code: 'RepeatedTokenError' }]);
  });
});
