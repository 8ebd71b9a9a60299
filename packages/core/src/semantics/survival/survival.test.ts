import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecycleBinRule } from '../../model/recycle-bin-rule.js';
import { DAY, HOUR } from '../../model/instant.js';
import { home, instance, NOW, table } from '../../model/records.fixture.js';
import type { Loss } from './loss.js';
import {
  airGapped,
  backupAccount,
  copied,
  daily,
  elsewhere,
  keyOf,
  left,
  lock,
  noPolicy,
  pitr,
  snapshotPoint,
  teamOf,
  vaultIn,
} from './survival.fixture.js';
import type { Story } from './survival.fixture.js';

describe('a resource that is deleted', () => {
  it.each<[string, Story, object]>([
    [
      'comes back to its newest point',
      { points: daily },
      { status: 'survives', rpoMs: 6 * HOUR, oldest: NOW - 30 * HOUR },
    ],
    ['comes back from its manual snapshots', { natives: [{ latestRestorableAt: NOW - DAY }] }, { status: 'survives' }],
    [
      'comes back to its last moment, if it is a table with point-in-time recovery, for 35 days',
      { resource: table(), natives: [pitr] },
      { status: 'survives', rpoMs: 0, oldest: NOW, until: NOW + 35 * DAY, needs: ['system-backup'] },
    ],
    [
      'takes its automated backups with it',
      { natives: [{ mechanism: 'rds-automated-backups', latestRestorableAt: NOW, retentionDays: 7 }] },
      { status: 'lost', why: 'goes-with-the-resource' },
    ],
    [
      'leaves the automated backups that are replicated to another Region',
      { natives: [{ mechanism: 'rds-replicated-backups', latestRestorableAt: NOW - HOUR }] },
      { status: 'survives', rpoMs: HOUR },
    ],
    ['is lost without any backup', {}, { status: 'lost', why: 'nothing' }],
    ['is unknown where points could not be read', { evidence: { unread: true } }, { status: 'unknown', why: 'unread' }],
    [
      'has at least this if points could not be read',
      { points: daily, evidence: { unread: true } },
      { status: 'survives', rpoMs: 6 * HOUR, atLeast: true },
    ],
    [
      'leaves the backups of what it follows',
      {
        natives: [{ mechanism: 'rds-automated-backups', latestRestorableAt: NOW - HOUR, retentionDays: 7 }],
        evidence: { resource: { ...home, arn: 'arn:replica' } },
      },
      { status: 'survives', rpoMs: HOUR },
    ],
    [
      'may come back by a point in a status that AWS added later',
      { points: [{ ageMs: HOUR, status: 'UNKNOWN' }] },
      { status: 'unknown', why: 'status-not-known' },
    ],
    ['has no use of expired points', { points: [{ ageMs: HOUR, status: 'EXPIRED' }] }, { status: 'lost' }],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'deletion' })).toMatchObject(expected);
  });
});

describe('a corruption that is found late', () => {
  const after = (days: number): Loss => ({ kind: 'late', foundAfterMs: days * DAY });

  it.each<[string, Story, number, object]>([
    ['is older than all points', { points: [{ ageMs: 30 * DAY }] }, 45, { status: 'lost', why: 'too-new' }],
    [
      'leaves the newest point of before',
      { points: [{ ageMs: DAY }, { ageMs: 50 * DAY }] },
      45,
      { status: 'survives', rpoMs: 5 * DAY },
    ],
    ['lies in a window', { resource: table(), natives: [pitr] }, 30, { status: 'survives', rpoMs: 0 }],
    ['lies before a window', { resource: table(), natives: [pitr] }, 40, { status: 'lost', why: 'too-new' }],
    [
      'is unknown where older snapshots were not listed',
      { natives: [{ latestRestorableAt: NOW - DAY }] },
      30,
      { status: 'unknown', why: 'older-not-listed' },
    ],
  ])('%s', (_, story, days, expected) => {
    expect(left(story, after(days))).toMatchObject(expected);
  });
});

describe('a Region that is lost', () => {
  it.each<[string, Story, object]>([
    ['takes its vaults with it', { points: daily }, { status: 'lost', why: 'in-the-region' }],
    [
      'leaves copies elsewhere, by the age of their data',
      { points: [...daily, copied(elsewhere)] },
      { status: 'survives', rpoMs: 26 * HOUR, needs: ['in-its-region'] },
    ],
    [
      'leaves data that cannot go back in time',
      { points: daily, evidence: { replicas: [{ ...elsewhere, arn: 'arn:replica' }] } },
      { status: 'follows', replicaArn: 'arn:replica' },
    ],
    [
      'takes a replica of the same Region with it',
      { evidence: { replicas: [{ ...home, arn: 'arn:replica' }] } },
      { status: 'lost' },
    ],
    [
      'is unknown where copies lie that were not scanned',
      { points: daily, evidence: { unscanned: [elsewhere] } },
      { status: 'unknown', why: 'unread' },
    ],
    ['takes copies with it that were not scanned', { evidence: { unscanned: [home] } }, { status: 'lost' }],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'region' })).toMatchObject(expected);
  });
});

describe('an account that is closed', () => {
  it.each<[string, Story, object]>([
    [
      'leaves an air-gapped vault to an approval team, if there is one',
      { points: daily, vaults: [vaultIn(home, { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' })] },
      { status: 'unknown', why: 'approval-team-not-read' },
    ],
    [
      'leaves an air-gapped vault to an approval team of another account, for 90 days',
      { points: daily, vaults: [airGapped], team: teamOf(backupAccount.accountId) },
      { status: 'survives', rpoMs: 6 * HOUR, until: NOW + 90 * DAY, needs: ['approval-team'] },
    ],
    [
      'leaves an air-gapped vault for no longer than its points are kept',
      { points: [{ ageMs: HOUR, deleteAt: NOW + DAY }], vaults: [airGapped], team: teamOf(backupAccount.accountId) },
      { status: 'survives', until: NOW + DAY },
    ],
    [
      'takes an air-gapped vault without a team with it',
      { points: daily, vaults: [airGapped], team: 'none' },
      { status: 'lost', why: 'no-approval-team' },
    ],
    [
      'may take its own approval team with it',
      { points: daily, vaults: [airGapped], team: teamOf(home.accountId) },
      { status: 'unknown', why: 'approval-team-in-the-account' },
    ],
    [
      'takes the key of an air-gapped vault with it, whoever may open that',
      {
        points: [{ ageMs: HOUR, encryptionKeyArn: keyOf(home.accountId) }],
        ...{ vaults: [airGapped], team: teamOf(backupAccount.accountId) },
      },
      { status: 'lost', why: 'key-in-the-account' },
    ],
    [
      'takes its vaults with it, locked or not',
      { points: daily, vaults: [vaultIn(home, { lock })] },
      { status: 'lost', why: 'in-the-account' },
    ],
    [
      'leaves copies in other accounts',
      { points: [copied(backupAccount)] },
      { status: 'survives', needs: ['in-its-account'] },
    ],
    [
      'takes its keys with it, and copies under them',
      { points: [copied(backupAccount, { encryptionKeyArn: keyOf(home.accountId) })] },
      { status: 'lost', why: 'key-in-the-account' },
    ],
    [
      'leaves copies in other accounts that are not encrypted',
      { points: [{ vaultArn: vaultIn(backupAccount).arn, encrypted: false, ageMs: HOUR }] },
      { status: 'survives' },
    ],
    [
      'may take the key of copies in other accounts with it, where AWS names none',
      { points: [{ vaultArn: vaultIn(backupAccount).arn, ageMs: HOUR }] },
      { status: 'unknown', why: 'key-not-known' },
    ],
    [
      'leaves nothing in a vault that only gives access to another one',
      {
        points: [copied(backupAccount)],
        vaults: [vaultIn(backupAccount, { vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' })],
      },
      { status: 'lost', why: 'nothing' },
    ],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'account' })).toMatchObject(expected);
  });
});

describe('a hostile administrator', () => {
  const locked = vaultIn(home, { lock });
  const underKey = daily.map((each) => ({ ...each, encryptionKeyArn: keyOf(home.accountId) }));

  it.each<[string, Story, object]>([
    [
      'empties an unlocked vault',
      { points: daily, grounds: noPolicy(vaultIn()) },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'lifts a lock in governance mode first',
      { points: daily, grounds: noPolicy(vaultIn(home, { lock: {} })) },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'lifts a compliance lock in its grace time',
      { points: daily, grounds: noPolicy(vaultIn(home, { lock: { immutableFrom: NOW + DAY } })) },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'cannot delete from a locked vault what is under a key of AWS',
      { points: underKey, vaults: [locked], grounds: { managedByAws: () => true } },
      { status: 'survives', rpoMs: 6 * HOUR },
    ],
    [
      'can let a customer key be deleted',
      { points: underKey, vaults: [locked], grounds: { managedByAws: () => false } },
      { status: 'at-risk', until: NOW + 7 * DAY, why: 'key-in-the-account', atLeast: false },
    ],
    [
      'may be able to delete a key that is not known',
      { points: underKey, vaults: [locked] },
      { status: 'unknown', why: 'key-not-known' },
    ],
    [
      'cannot reach an air-gapped vault',
      { points: daily, vaults: [vaultIn(home, { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' })] },
      { status: 'survives' },
    ],
    ['cannot reach copies in another account', { points: [copied(backupAccount)] }, { status: 'survives' }],
    [
      'can delete the key of copies in another account',
      { points: [copied(backupAccount, { encryptionKeyArn: keyOf(home.accountId) })] },
      { status: 'lost', why: 'key-in-the-account' },
    ],
    [
      'may be stopped by a policy that was not read',
      { points: daily, vaults: [vaultIn()] },
      { status: 'unknown', why: 'vault-not-read' },
    ],
    ['may be stopped by a vault that was not read', { points: daily }, { status: 'unknown', why: 'vault-not-read' }],
    [
      'may be stopped by a lock of snapshots, or a rule of Recycle Bin, that was not read',
      { natives: [{ latestRestorableAt: NOW - DAY }], locksUnread: true },
      { status: 'unknown', why: 'snapshot-lock-not-read' },
    ],
    [
      'deletes the backups that a service makes',
      { resource: table(), natives: [pitr] },
      { status: 'lost', why: 'native-can-be-deleted' },
    ],
    [
      'may delete a point by its own service, locked or not',
      { resource: table(), points: underKey, vaults: [locked], grounds: { managedByAws: () => true } },
      { status: 'unknown', why: 'deleted-by-its-service' },
    ],
    [
      'can disable an image, which is enabled again before it is restored',
      { resource: instance(), points: underKey, vaults: [locked], grounds: { managedByAws: () => true } },
      { status: 'survives', needs: ['enable-image'] },
    ],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'hostile-admin' })).toMatchObject(expected);
  });
});

describe('a hostile management account', () => {
  const points = [...daily, copied(backupAccount)];

  it.each<[string, Story, object]>([
    [
      'closes the backup account of its organization too',
      { points, grounds: { organization: new Set([backupAccount.accountId]) } },
      { status: 'lost' },
    ],
    [
      'leaves an air-gapped vault to an approval team of another organization',
      {
        ...{ points: daily, vaults: [airGapped], team: teamOf('999999999999') },
        grounds: { organization: new Set([home.accountId]) },
      },
      { status: 'survives', needs: ['approval-team'] },
    ],
    [
      'may reach an approval team of which that is not known',
      { points: daily, vaults: [airGapped], team: teamOf('999999999999') },
      { status: 'unknown', why: 'organization-not-read' },
    ],
    [
      'closes the account of a team of its organization too',
      {
        ...{ points: daily, vaults: [airGapped], team: teamOf(backupAccount.accountId) },
        grounds: { organization: new Set([home.accountId, backupAccount.accountId]) },
      },
      { status: 'unknown', why: 'approval-team-in-the-account' },
    ],
    [
      'does not reach another organization',
      { points, grounds: { organization: new Set([home.accountId]) } },
      { status: 'survives' },
    ],
    [
      'may reach an account of which that is not known',
      { points },
      { status: 'unknown', why: 'organization-not-read' },
    ],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'organization' })).toMatchObject(expected);
  });
});

describe('a key that is lost', () => {
  const loss: Loss = { kind: 'key', keyArn: keyOf(home.accountId) };

  it.each<[string, Story, object]>([
    [
      'takes what it encrypts with it',
      { points: [{ ageMs: HOUR, encryptionKeyArn: loss.keyArn }] },
      { status: 'lost', why: 'key-lost' },
    ],
    [
      'leaves what another key encrypts',
      { points: [{ ageMs: HOUR, encryptionKeyArn: keyOf('222222222222') }] },
      { status: 'survives' },
    ],
    ['may take what has no known key', { points: [{ ageMs: HOUR }] }, { status: 'unknown', why: 'key-not-known' }],
  ])('%s', (_, story, expected) => {
    expect(left(story, loss)).toMatchObject(expected);
  });
});

it('tells the newest survivor from the newest that was restored', () => {
  const restored = new Set(['arn:p0']);
  expect(left({ points: daily, evidence: { restored } }, { kind: 'deletion' })).toMatchObject({
    ...{ rpoMs: 6 * HOUR, restoredMoment: NOW - 30 * HOUR },
  });
});

describe('of whatever evidence', () => {
  const anyPoint = fc.record({
    ageMs: fc.integer({ min: HOUR, max: 100 * DAY }),
    vaultArn: fc.constantFrom(...[home, elsewhere, backupAccount].map((scope) => vaultIn(scope).arn)),
    encryptionKeyArn: fc.constantFrom(keyOf(home.accountId), keyOf(backupAccount.accountId)),
  });
  const anyLoss = fc.constantFrom<Loss>(
    ...[{ kind: 'deletion' } as const, { kind: 'late', foundAfterMs: 20 * DAY } as const, { kind: 'region' } as const],
    ...[{ kind: 'account' } as const, { kind: 'hostile-admin' } as const, { kind: 'organization' } as const],
    { kind: 'key', keyArn: keyOf(home.accountId) },
  );
  const vaults = [vaultIn(home, { lock }), vaultIn(elsewhere), vaultIn(backupAccount)];
  const isSafe = (story: Story, loss: Loss): boolean => left(story, loss).status === 'survives';

  it('less of it never makes a resource safe', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 6 }), fc.nat(5), anyLoss, (points, index, loss) => {
        const fewer = points.filter((_, i) => i !== index);
        if (!isSafe({ points, vaults }, loss)) expect(isSafe({ points: fewer, vaults }, loss)).toBe(false);
        if (!isSafe({ points, vaults }, loss)) expect(isSafe({ points, vaults: vaults.slice(1) }, loss)).toBe(false);
      }),
    );
  });

  it('fewer locks and rules of Recycle Bin never make a resource safe, and those that were not read neither', () => {
    const anyRule = fc.record({
      keeps: fc.constantFrom<RecycleBinRule['keeps']>('EBS_SNAPSHOT', 'EC2_IMAGE'),
      locked: fc.boolean(),
      retentionDays: fc.constantFrom(1, 30),
    });
    const anyEstate = fc.record({
      points: fc.array(
        anyPoint.map((each) => ({ ...each, arn: snapshotPoint.arn })),
        { maxLength: 2 },
      ),
      natives: fc.subarray([{ latestRestorableAt: NOW - 9 * DAY }]),
      locked: fc.array(fc.record({ lockedUntil: fc.constantFrom(NOW - DAY, NOW + DAY) }), { maxLength: 2 }),
      rules: fc.array(anyRule, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(anyEstate, anyLoss, (estate, loss) => {
        const all = { ...estate, grounds: { ...noPolicy(vaultIn()), managedByAws: () => true } };
        const [before, unread] = [left(all, loss).status, left({ ...all, locksUnread: true }, loss).status];
        for (const less of [{ locked: [] }, { rules: [] }]) {
          if (before !== 'survives') expect(isSafe({ ...all, ...less }, loss)).toBe(false);
          if (unread === 'survives') continue;
          expect(left({ ...all, ...less, locksUnread: true }, loss).status).not.toBe('survives');
        }
        if (before === 'survives') expect(unread).toBe('survives');
        else expect([before, 'unknown']).toContain(unread);
      }),
    );
  });

  it('what was not read never makes a resource lost', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 6 }), anyLoss, (points, loss) => {
        expect(left({ points, vaults, evidence: { unread: true } }, loss).status).not.toBe('lost');
      }),
    );
  });

  it('a closed account leaves no more than a hostile administrator', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 6 }), (points) => {
        if (isSafe({ points, vaults }, { kind: 'account' }))
          expect(isSafe({ points, vaults }, { kind: 'hostile-admin' })).toBe(true);
      }),
    );
  });
});
