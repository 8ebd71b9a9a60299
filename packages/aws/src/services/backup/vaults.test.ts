import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

afterEach(expectAllAsked);

const arn = (name: string) => `arn:aws:backup:eu-west-1:111111111111:backup-vault:${name}`;
const vault = (name: string, more = {}) => ({ BackupVaultName: name, BackupVaultArn: arn(name), ...more });
const page = { maxResults: '1000' };

describe('vaults', () => {
  it('are listed page by page, with their locks', async () => {
    const LockDate = 1_763_700_000;
    const compliance = { Locked: true, LockDate, MinRetentionDays: 7, MaxRetentionDays: 400 };
    const BackupVaultList = [
      vault('compliance', { ...compliance, VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', NumberOfRecoveryPoints: 5 }),
      vault('governance', { Locked: true, VaultState: 'CREATING' }),
    ];
    answerGet('/backup-vaults', page, { BackupVaultList, NextToken: 'a' });
    answerGet('/backup-vaults', { ...page, nextToken: 'a' }, { BackupVaultList: [], NextToken: 'b' });
    answerGet('/backup-vaults', { ...page, nextToken: 'b' }, { BackupVaultList: [vault('open', { Locked: false })] });

    const { vaults } = await collected('vaults');

    expect(vaults).toEqual([
      {
        scope,
        arn: arn('compliance'),
        name: 'compliance',
        vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
        recoveryPointCount: 5,
        lock: { immutableFrom: LockDate * 1000, minRetentionDays: 7, maxRetentionDays: 400 },
      },
      {
        scope,
        arn: arn('governance'),
        name: 'governance',
        vaultType: 'BACKUP_VAULT',
        state: 'CREATING',
        lock: {},
      },
      { scope, arn: arn('open'), name: 'open', vaultType: 'BACKUP_VAULT' },
    ]);
  });

  it('are locked where AWS reports the bounds of a lock, and not that there is one', async () => {
    const BackupVaultList = [
      vault('bounds', { MaxRetentionDays: 30 }),
      vault('unlocked', { Locked: false, MaxRetentionDays: 30 }),
    ];
    answerGet('/backup-vaults', page, { BackupVaultList });
    const { vaults } = await collected('vaults');
    expect(vaults.map(({ lock }) => lock)).toEqual([{ maxRetentionDays: 30 }, undefined]);
  });

  it('without an ARN are a gap', async () => {
    answerGet('/backup-vaults', page, { BackupVaultList: [{ BackupVaultName: 'prod' }] });

    const { populations } = await collected('vaults');

    expect(gapsOf(populations[0])).toMatchObject([
      { message: 'AWS answered ListBackupVaults without BackupVaultArn (BackupVaultName prod)' },
    ]);
  });

  it('of a type that AWS added later are left out, and are gaps', async () => {
    const BackupVaultList = [vault('new', { VaultType: 'DEEP_SEA_VAULT' }), vault('main')];
    answerGet('/backup-vaults', page, { BackupVaultList });

    const { vaults, populations } = await collected('vaults');

    expect(vaults.map(({ name }) => name)).toEqual(['main']);
    const message: unknown = expect.stringContaining('with VaultType DEEP_SEA_VAULT');
    expect(gapsOf(populations[0])).toMatchObject([{ message }]);
  });

  it('in a state that AWS added later are kept with the word, which the scan names', async () => {
    const BackupVaultList = [vault('new', { VaultState: 'QUARANTINED' }), vault('main', { VaultState: 'AVAILABLE' })];
    answerGet('/backup-vaults', page, { BackupVaultList });

    const { vaults, populations } = await collected('vaults');

    expect(vaults.map(({ name, state }) => [name, state])).toEqual([
      ['main', 'AVAILABLE'],
      ['new', 'QUARANTINED'],
    ]);
    expect(populations[0]).toMatchObject({
      status: 'complete',
      unknownWords: [
        { operation: 'backup:ListBackupVaults', field: 'VaultState', word: 'QUARANTINED', item: arn('new'), items: 1 },
      ],
    });
  });
});

describe('protected resources', () => {
  it('are listed with their last backup, of whatever type', async () => {
    const known = { ResourceArn: 'arn:aws:s3:::bucket', ResourceType: 'S3', LastBackupTime: 1_763_700_000 };
    const unknown = { ResourceArn: 'arn:aws:quantum:::qubit', ResourceType: 'Quantum Ledger 2' };
    answerGet('/resources', page, { Results: [known], NextToken: 'a' });
    answerGet('/resources', { ...page, nextToken: 'a' }, { Results: [unknown] });

    const inventory = await collected('protectedResources');

    expect(populationLines(inventory)).toEqual(['protectedResources complete 2']);
    expect(inventory.protectedResources).toEqual([
      { scope, resourceArn: 'arn:aws:quantum:::qubit', resourceType: 'Quantum Ledger 2' },
      { scope, resourceArn: 'arn:aws:s3:::bucket', resourceType: 'S3', lastBackupAt: 1_763_700_000_000 },
    ]);
  });
});
