import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

afterEach(expectAllAsked);

const ResourceArn = 'arn:aws:rds:eu-west-1:111111111111:db:orders';
const vaultArn = 'arn:aws:backup:eu-west-1:222222222222:backup-vault:copies';
const CreationDate = 1_763_700_000;
const createdAt = CreationDate * 1000;
const page = { maxResults: '1000' };

describe('backup jobs', () => {
  const job = { BackupJobId: 'job-1', ResourceArn, State: 'COMPLETED', CreationDate };

  it('keep what explains them, and states that AWS added later', async () => {
    const CreatedBy = { BackupPlanId: 'plan-1', BackupRuleId: 'rule-1' };
    const point = 'arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-1';
    const explained = { ...job, CompletionDate: CreationDate, StatusMessage: 'degraded', MessageCategory: 'PITR' };
    answerGet('/backup-jobs', page, {
      BackupJobs: [{ ...explained, CreatedBy, RecoveryPointArn: point }],
      NextToken: 'a',
    });
    answerGet('/backup-jobs', { ...page, nextToken: 'a' }, { BackupJobs: [], NextToken: 'b' });
    answerGet(
      '/backup-jobs',
      { ...page, nextToken: 'b' },
      { BackupJobs: [{ ...job, BackupJobId: 'job-2', State: 'PAUSED' }] },
    );

    const { backupJobs } = await collected('backupJobs');

    expect(backupJobs).toEqual([
      {
        scope,
        id: 'job-1',
        resourceArn: ResourceArn,
        state: 'COMPLETED',
        createdAt,
        completedAt: createdAt,
        message: 'degraded',
        messageCategory: 'PITR',
        planId: 'plan-1',
        ruleId: 'rule-1',
        recoveryPointArn: point,
      },
      { scope, id: 'job-2', resourceArn: ResourceArn, state: 'PAUSED', createdAt },
    ]);
  });

  it.each([
    { field: 'BackupJobId', item: 'one of its items' },
    { field: 'ResourceArn', item: 'BackupJobId job-1' },
    { field: 'State', item: 'BackupJobId job-1' },
    { field: 'CreationDate', item: 'BackupJobId job-1' },
  ])('without $field are a gap each, and the others count', async ({ field, item }) => {
    const odd = { ...job, [field]: undefined };
    answerGet('/backup-jobs', page, { BackupJobs: [odd, { ...job, BackupJobId: 'job-2' }] });

    const inventory = await collected('backupJobs');

    expect(populationLines(inventory)).toEqual(['backupJobs partial 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { operation: 'backup:ListBackupJobs', message: `AWS answered ListBackupJobs without ${field} (${item})` },
    ]);
  });
});

describe('copy jobs', () => {
  const job = {
    CopyJobId: 'copy-1',
    ResourceArn,
    State: 'COMPLETED',
    CreationDate,
    DestinationBackupVaultArn: vaultArn,
  };

  it('say where to and for how long, forever being no days', async () => {
    const DestinationRecoveryPointLifecycle = { DeleteAfterDays: -1, MoveToColdStorageAfterDays: 30 };
    const DestinationVaultType = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
    const told = { ...job, DestinationRecoveryPointLifecycle, DestinationVaultType };
    answerGet('/copy-jobs', page, { CopyJobs: [told], NextToken: 'a' });
    answerGet('/copy-jobs', { ...page, nextToken: 'a' }, { CopyJobs: [{ ...job, CopyJobId: 'copy-2' }] });

    const { copyJobs } = await collected('copyJobs');

    const copy = { scope, resourceArn: ResourceArn, state: 'COMPLETED', createdAt, destinationVaultArn: vaultArn };
    expect(copyJobs).toEqual([
      {
        ...copy,
        id: 'copy-1',
        destinationLifecycle: { moveToColdStorageAfterDays: 30 },
        destinationVaultType: DestinationVaultType,
      },
      { ...copy, id: 'copy-2' },
    ]);
  });

  it('that may not be listed are unavailable', async () => {
    answerGet('/copy-jobs', page, {}, 403);
    expect(populationLines(await collected('copyJobs'))).toEqual(['copyJobs unavailable 0']);
  });
});

describe('restore jobs', () => {
  it('say whether a test started them and how its validation went', async () => {
    const RestoreTestingPlanArn = 'arn:aws:backup:eu-west-1:111111111111:restore-testing-plan:weekly';
    const old = { RestoreJobId: 'restore-1', Status: 'COMPLETED', CreationDate, RecoveryPointArn: 'arn:point' };
    const tested = {
      ...old,
      RestoreJobId: 'restore-2',
      SourceResourceArn: ResourceArn,
      RecoveryPointCreationDate: CreationDate,
      CreatedBy: { RestoreTestingPlanArn },
    };
    const results = {
      CreatedResourceArn: 'arn:made',
      ValidationStatus: 'SUCCESSFUL',
      ValidationStatusMessage: 'all rows',
      DeletionStatus: 'FAILED',
    };
    answerGet('/restore-jobs', page, { RestoreJobs: [old, { ...tested, ...results }] });

    const { restoreJobs } = await collected('restoreJobs');

    const restore = { scope, status: 'COMPLETED', createdAt, recoveryPointArn: 'arn:point' };
    expect(restoreJobs).toEqual([
      { ...restore, id: 'restore-1' },
      {
        ...restore,
        id: 'restore-2',
        recoveryPointCreatedAt: createdAt,
        sourceResourceArn: ResourceArn,
        restoreTestingPlanArn: RestoreTestingPlanArn,
        createdResourceArn: 'arn:made',
        validationStatus: 'SUCCESSFUL',
        validationMessage: 'all rows',
        deletionStatus: 'FAILED',
      },
    ]);
  });
});

describe('jobs with words that AWS added later', () => {
  it('count, and each word is named with the first job that has it', async () => {
    const old = { Status: 'COMPLETED', CreationDate, RecoveryPointArn: 'arn:point', SourceResourceArn: ResourceArn };
    const RestoreJobs = [
      { ...old, RestoreJobId: 'restore-1', ValidationStatus: 'HALF' },
      { ...old, RestoreJobId: 'restore-2', ValidationStatus: 'HALF', Status: 'DONE' },
      { ...old, RestoreJobId: 'restore-3', DeletionStatus: 'KEPT' },
      { ...old, RestoreJobId: 'restore-4', ValidationStatus: 'SUCCESSFUL', DeletionStatus: 'DELETING' },
    ];
    answerGet('/restore-jobs', page, { RestoreJobs });

    const { restoreJobs, populations } = await collected('restoreJobs');

    expect(restoreJobs).toHaveLength(4);
    const operation = 'backup:ListRestoreJobs';
    expect(populations).toMatchObject([
      {
        status: 'complete',
        unknownWords: [
          { operation, field: 'Status', word: 'DONE', item: 'restore-2', items: 1 },
          { operation, field: 'ValidationStatus', word: 'HALF', item: 'restore-1', items: 2 },
          { operation, field: 'DeletionStatus', word: 'KEPT', item: 'restore-3', items: 1 },
        ],
      },
    ]);
  });

  it.each([
    {
      kind: 'backupJobs',
      path: '/backup-jobs',
      list: { BackupJobs: [{ BackupJobId: 'job-1', ResourceArn, State: 'DONE', CreationDate }] },
      operation: 'backup:ListBackupJobs',
    },
    {
      kind: 'copyJobs',
      path: '/copy-jobs',
      list: {
        CopyJobs: [
          { CopyJobId: 'job-1', ResourceArn, State: 'DONE', CreationDate, DestinationBackupVaultArn: 'arn:vault' },
        ],
      },
      operation: 'backup:ListCopyJobs',
    },
  ] as const)('are named of $kind', async ({ kind, path, list, operation }) => {
    answerGet(path, page, list);
    const { populations } = await collected(kind);
    expect(populations.flatMap(({ unknownWords = [] }) => unknownWords)).toEqual([
      { operation, field: 'State', word: 'DONE', item: 'job-1', items: 1 },
    ]);
  });
});
