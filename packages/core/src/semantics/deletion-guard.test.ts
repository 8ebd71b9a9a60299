import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import { home, NOW, vault, vaultArn } from '../model/records.fixture.js';
import { deletionGuards, isDeletedByBackupOnly } from './deletion-guard.js';

const pointArn = 'arn:aws:ec2:eu-west-1::snapshot/snap-1';

describe('deletionGuards', () => {
  it('says how a vault is locked, and what its policy does', () => {
    const guardOf = deletionGuards([vault({ lock: {} })], [{ scope: home, vaultArn }], NOW);
    expect(guardOf(vaultArn, pointArn)).toMatchObject({ airGapped: false, lock: 'governance', policy: 'open' });
  });

  it('says that a policy was not read, and that a vault is not known', () => {
    const vaultType = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
    const guardOf = deletionGuards([vault({ vaultType, lock: { immutableFrom: NOW + DAY } })], [], NOW);
    expect(guardOf(vaultArn, pointArn)).toMatchObject({ airGapped: true, lock: 'compliance', policy: 'unread' });
    expect(guardOf('arn:aws:backup:eu-west-1:111111111111:backup-vault:other', pointArn)).toBeUndefined();
  });

  const calls = ['DeleteRecoveryPoint', 'UpdateRecoveryPointLifecycle', 'DisassociateRecoveryPoint'];
  const changes = ['PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy'];
  const all = [...calls, ...changes];
  const denying = (actions: readonly string[], fields: object = {}) => ({
    Effect: 'Deny',
    Principal: '*',
    Action: actions.map((action) => `backup:${action}`),
    Resource: '*',
    ...fields,
  });
  const doubt = { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } };

  it.each([
    ['everything', [denying(all)], 'denied'],
    [
      'points and vault by their ARNs',
      [denying(calls, { Resource: pointArn }), denying(changes, { Resource: vaultArn })],
      'denied',
    ],
    ...all.map(
      (left) =>
        [
          `all but ${left}`,
          [denying(all.filter((each) => each !== left))],
          left === 'DeleteRecoveryPoint' ? 'open' : 'replaceable',
        ] as const,
    ),
    ['nothing', [], 'open'],
    ['the deletion, perhaps', [denying(all.slice(1)), denying(all, doubt)], 'undecided'],
    ['a detour, perhaps', [denying(calls), denying(changes, doubt)], 'undecided'],
    ['the deletion perhaps, and a detour not', [denying(calls, doubt)], 'replaceable'],
  ] as const)('a policy that denies %s', (_, statements, policy) => {
    const document = JSON.stringify({ Statement: statements });
    const guardOf = deletionGuards([vault()], [{ scope: home, vaultArn, policy: document }], NOW);
    expect(guardOf(vaultArn, pointArn)?.policy).toBe(policy);
  });
});

describe('isDeletedByBackupOnly', () => {
  const point = { arn: 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1', continuous: false, airGapped: false };

  it.each([
    ['a snapshot that EC2 refuses to delete', 'EBS', false, {}, true],
    ['a backup that FSx keeps', 'FSx', false, {}, false],
    ['the same in an air-gapped vault', 'FSx', false, { airGapped: true }, true],
    ['the window of a database', 'RDS', false, { continuous: true }, false],
    ['the window of what AWS Backup keeps', 'S3', true, { continuous: true }, true],
    ['a table that is advanced', 'DynamoDB', true, {}, true],
    [
      'a backup of before',
      'DynamoDB',
      true,
      { arn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/t/backup/1' },
      false,
    ],
    ['a table that may be advanced', 'DynamoDB', 'unknown', {}, false],
  ] as const)('%s', (_, type, fullManagement, fields, only) => {
    expect(isDeletedByBackupOnly(type, { fullManagement }, { ...point, ...fields })).toBe(only);
  });
});
