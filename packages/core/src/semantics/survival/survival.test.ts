import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NativeBackup } from '../../model/evidence.js';
import type { LockedSnapshot } from '../../model/locked-snapshot.js';
import type { RecycleBinRule } from '../../model/recycle-bin-rule.js';
import { DAY, HOUR, MINUTE } from '../../model/instant.js';
import { home, instance, NOW, point, table, vault, volume } from '../../model/records.fixture.js';
import type { RecoveryPoint } from '../../model/recovery-point.js';
import { recoveryPointTable } from '../../model/recovery-point-table-builder.js';
import type { Resource } from '../../model/resource.js';
import type { Vault } from '../../model/vault.js';
import { buildVaultArn } from '../arn.js';
import { deletionGuards } from '../deletion-guard.js';
import type { LossGrounds } from './fate.js';
import type { Loss } from './loss.js';
import { binDays } from './recycle-bin.js';
import { survivalOf } from './survival.js';
import type { SurvivalEvidence } from './survival.js';
import { waysBack } from './way-back.js';

const disk = volume();
const elsewhere = { ...home, region: 'eu-central-1' };
const backupAccount = { ...home, accountId: '222222222222' };
const vaultIn = (scope = home, fields: Partial<Vault> = {}) =>
  vault({ scope, arn: buildVaultArn(scope, 'v'), name: 'v', ...fields });
const keyOf = (accountId: string): string => `arn:aws:kms:eu-west-1:${accountId}:key/k`;
const airGapped = vaultIn(home, { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const teamOf = (accountId: string): string => `arn:aws:mpa:us-east-1:${accountId}:approval-team/keepers`;
const lock = { immutableFrom: NOW - DAY };

/** What a loss leaves of a resource with these points and native backups. */
interface Story {
  readonly resource?: Resource;
  readonly points?: readonly (Partial<RecoveryPoint> & { readonly ageMs: number })[];
  readonly natives?: readonly Partial<NativeBackup>[];
  readonly vaults?: readonly Vault[];
  readonly locked?: readonly Partial<LockedSnapshot>[];
  readonly rules?: readonly Partial<RecycleBinRule>[];
  readonly locksUnread?: boolean;
  /** The approval team of all air-gapped vaults. */
  readonly team?: string;
  readonly evidence?: Partial<SurvivalEvidence>;
  readonly grounds?: Partial<LossGrounds>;
}

function left(story: Story, loss: Loss) {
  const { resource = disk, points = [], natives = [], vaults = [], locked = [], rules = [] } = story;
  const { evidence, grounds, locksUnread = false, team } = story;
  const table = recoveryPointTable(
    points.map(({ ageMs, ...fields }, i) =>
      point({
        vaultArn: vaultIn().arn,
        arn: `arn:p${String(i)}`,
        resourceArn: resource.arn,
        createdAt: NOW - ageMs,
        ...fields,
      }),
    ),
  );
  const nativeBackups = natives.map((fields) => ({
    ...{ scope: home, resourceArn: resource.arn, mechanism: 'ebs-snapshots' as const, enabled: true, ...fields },
  }));
  const isView = (arn: string): boolean =>
    vaults.some((each) => each.arn === arn && each.vaultType === 'RESTORE_ACCESS_BACKUP_VAULT');
  const lockedSnapshots = locked.map((fields, i) => ({
    ...{ scope: home, arn: `arn:s${String(i)}`, resourceArn: resource.arn, encrypted: false },
    ...{ startedAt: NOW - 3 * DAY, lockedUntil: NOW + 30 * DAY },
    ...fields,
  }));
  const keptDays = binDays(
    rules.map((fields, i) => ({
      ...{ scope: home, id: `r${String(i)}`, keeps: 'EBS_SNAPSHOT' as const, retentionDays: 14, locked: true },
      ...fields,
    })),
  );
  const backups = {
    ...{ resource, points: table.of(resource.arn), nativeBackups, backupJobs: [], isView },
    ...{ lockedSnapshots, binDays: keptDays, locksUnread },
  };
  return survivalOf(
    {
      ...{
        resource: { ...home, arn: resource.arn },
        ways: waysBack(backups, NOW, new Set()),
        replicas: [],
        unread: false,
        unscanned: [],
        restored: new Set(),
      },
      ...evidence,
    },
    loss,
    {
      ...{ now: NOW, guards: deletionGuards(vaults, [], NOW), managedByAws: () => undefined, organization: undefined },
      teamOf: () => team,
      ...grounds,
    },
  );
}

const GONE = { status: 'lost', why: 'native-can-be-deleted' };
const DENIAL = { Effect: 'Deny', Principal: '*', Action: 'backup:*', Resource: '*' };
const daily = [{ ageMs: 30 * HOUR }, { ageMs: 6 * HOUR }];
const copied = (scope: typeof home, fields: Partial<RecoveryPoint> = {}) => ({
  ...{ ageMs: 26 * HOUR, vaultArn: vaultIn(scope).arn, encryptionKeyArn: keyOf(scope.accountId), ...fields },
});
const pitr = { mechanism: 'dynamodb-pitr' as const, latestRestorableAt: NOW - 5 * MINUTE, retentionDays: 35 };
const noPolicy = (...vaults: readonly Vault[]): Pick<LossGrounds, 'guards'> => ({
  guards: deletionGuards(
    vaults,
    vaults.map(({ scope, arn }) => ({ scope, vaultArn: arn })),
    NOW,
  ),
});

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

/** A snapshot as AWS Backup makes them of volumes, in a vault that is not locked. */
const snapshotPoint = { arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1', ageMs: 6 * HOUR, encrypted: false };
const imagePoint = { ...snapshotPoint, arn: 'arn:aws:ec2:eu-west-1::image/ami-1' };

describe('snapshots and images of EC2, under a hostile administrator', () => {
  const unlocked = noPolicy(vaultIn());
  const underKey = { encryptionKeyArn: keyOf(home.accountId), encrypted: true };
  const byCustomer = { ...unlocked, managedByAws: () => false };
  const denying = {
    guards: deletionGuards(
      [vaultIn()],
      [{ scope: home, vaultArn: vaultIn().arn, policy: JSON.stringify({ Statement: [DENIAL] }) }],
      NOW,
    ),
  };

  it.each<[string, Story, object]>([
    ['go with the native backups that nothing keeps', { natives: [{ latestRestorableAt: NOW - DAY }] }, GONE],
    ['stay until their own lock ends', { locked: [{}] }, { status: 'survives', rpoMs: 3 * DAY, until: NOW + 30 * DAY }],
    ['go where their lock has ended', { locked: [{ lockedUntil: NOW - HOUR }] }, { status: 'lost', why: 'nothing' }],
    [
      'stay locked, and go with a customer key',
      { locked: [underKey], grounds: byCustomer },
      { status: 'at-risk', why: 'key-in-the-account' },
    ],
    ['stay locked, under a key that is not known', { locked: [{ encrypted: true }] }, { why: 'key-not-known' }],
    [
      'are recovered from the bin, for as long as the rule cannot be deleted',
      { points: [snapshotPoint], rules: [{}], grounds: unlocked },
      { status: 'survives', rpoMs: 6 * HOUR, until: NOW + 7 * DAY, needs: ['recover-from-bin'] },
    ],
    [
      'are recovered from the bin for as long as the rule says',
      { points: [snapshotPoint], rules: [{ retentionDays: 3 }, { retentionDays: 2 }], grounds: unlocked },
      { status: 'survives', until: NOW + 3 * DAY },
    ],
    [
      'go by a rule that can be deleted first',
      { points: [snapshotPoint], rules: [{ locked: false }], grounds: unlocked },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'go by a rule of another Region',
      { points: [snapshotPoint], rules: [{ scope: elsewhere }], grounds: unlocked },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'are kept in the bin, where their key goes',
      { points: [{ ...snapshotPoint, ...underKey }], rules: [{}], grounds: byCustomer },
      { status: 'at-risk', why: 'key-in-the-account' },
    ],
    [
      'are not known to go where rules were not read',
      { points: [snapshotPoint], grounds: unlocked, locksUnread: true },
      { status: 'unknown', why: 'snapshot-lock-not-read' },
    ],
    [
      'may be locked where nothing else is known of them',
      { evidence: { locksUnread: true } },
      { status: 'unknown', why: 'unread' },
    ],
    [
      'are kept by a rule that was read, whatever was not',
      { points: [snapshotPoint], rules: [{}], grounds: unlocked, locksUnread: true },
      { status: 'survives' },
    ],
    [
      'are kept in the bin if root is not bound by a policy that denies everything',
      { points: [snapshotPoint], rules: [{}], grounds: denying },
      { status: 'survives', needs: ['recover-from-bin'] },
    ],
    [
      'of an instance need rules for both',
      { resource: instance(), points: [imagePoint], rules: [{}], grounds: unlocked },
      { status: 'lost', why: 'vault-not-locked' },
    ],
    [
      'of an instance are kept for as long as both are',
      {
        ...{ resource: instance(), points: [imagePoint], grounds: unlocked },
        rules: [{ retentionDays: 2 }, { keeps: 'EC2_IMAGE', retentionDays: 5 }],
      },
      { status: 'survives', until: NOW + 2 * DAY },
    ],
    [
      'are the native ones of a volume, too',
      { natives: [{ latestRestorableAt: NOW - DAY }], rules: [{}] },
      { status: 'unknown', why: 'key-not-known' },
    ],
    [
      'are the native ones of an encrypted volume, too',
      {
        resource: { ...disk, encryptionKeyArn: keyOf(home.accountId) },
        natives: [{ latestRestorableAt: NOW - DAY }],
        ...{ rules: [{}], grounds: { managedByAws: () => true } },
      },
      { status: 'survives', rpoMs: DAY, needs: ['recover-from-bin'] },
    ],
    [
      'are not what another service keeps',
      { resource: table(), natives: [pitr], rules: [{}], locksUnread: true },
      GONE,
    ],
  ])('%s', (_, story, expected) => {
    expect(left(story, { kind: 'hostile-admin' })).toMatchObject(expected);
  });

  it('stay locked after their volume, and go with their Region', () => {
    expect(left({ locked: [{}] }, { kind: 'deletion' })).toMatchObject({ status: 'survives', rpoMs: 3 * DAY });
    expect(left({ locked: [{}] }, { kind: 'region' })).toMatchObject({ status: 'lost', why: 'in-the-region' });
    expect(left({ locked: [{}] }, { kind: 'late', foundAfterMs: DAY })).toMatchObject({ rpoMs: 2 * DAY });
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
