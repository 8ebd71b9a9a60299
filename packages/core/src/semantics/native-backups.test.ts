import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../model/instant.js';
import type { NativeBackup } from '../model/evidence.js';
import { home, NOW } from '../model/records.fixture.js';
import { backupKindNames, firstNativeDue, isAutomatic, isVersioning, nativeBackupName } from './native-backups.js';

const backup = (fields: Partial<NativeBackup> = {}): NativeBackup => ({
  ...{ scope: home, resourceArn: 'arn:r', mechanism: 'dynamodb-pitr', enabled: true, ...fields },
});

describe('kinds of native backup', () => {
  it.each([
    ['dynamodb-pitr', 'point-in-time recovery', true, false],
    ['ebs-snapshots', 'manual EBS snapshots', false, false],
    ['s3-versioning', 'earlier versions of its objects', false, true],
  ] as const)('%s', (mechanism, name, automatic, versions) => {
    const kind = { mechanism };
    expect([nativeBackupName(kind), isAutomatic(kind), isVersioning(kind)]).toEqual([name, automatic, versions]);
  });

  it('of a type are named behind the recovery points of AWS Backup', () => {
    expect(backupKindNames('EBS')).toEqual([
      'AWS Backup recovery points',
      'Data Lifecycle Manager snapshots',
      'manual EBS snapshots',
    ]);
  });
});

describe('the first native backup', () => {
  it.each<[string, Partial<NativeBackup>, number | undefined]>([
    ['is due within the time of its kind', {}, NOW + HOUR],
    ['is due within another time of another kind', { mechanism: 'fsx-automatic-backups' }, NOW + DAY],
    ['is not due where it exists', { latestRestorableAt: NOW }, undefined],
    ['is not due where it is off', { enabled: false }, undefined],
    ['is not due where nobody announces it', { mechanism: 'ebs-snapshots' }, undefined],
  ])('%s', (_, fields, due) => {
    expect(firstNativeDue(backup(fields), NOW)).toBe(due);
  });

  it('is not due where it is not known when it was switched on', () => {
    expect(firstNativeDue(backup(), undefined)).toBeUndefined();
  });
});
