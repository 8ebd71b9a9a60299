import { describe, expect, it } from '@jest/globals';
import type { BackupKey } from '../../model/backup-key.js';
import { DAY, HOUR } from '../../model/instant.js';
import { home, NOW } from '../../model/records.fixture.js';
import { inventoryOf } from '../../engine/inventory.fixture.js';
import { recoverySteps } from '../recovery-step.js';
import { COPIES } from '../../model/types/capability.js';
import { survivalCommon } from './evidence.js';
import type { Loss } from './loss.js';
import { backupAccount, disk, keyOf, left, lock, noPolicy, vaultIn } from './survival.fixture.js';

const keyArn = keyOf(home.accountId);
const otherKey = `${keyArn}2`;
const DELETION: Loss = { kind: 'deletion' };
const ADMIN: Loss = { kind: 'hostile-admin' };

const keyIn = (fields: Partial<BackupKey>): BackupKey => ({
  ...{ scope: home, arn: keyArn, managedByAws: false, state: 'Enabled', ...fields },
});

function groundsOf(...keys: readonly Partial<BackupKey>[]) {
  const inventory = inventoryOf({ backupKeys: [...keys.map(keyIn), keyIn({ arn: otherKey })] });
  return survivalCommon(inventory, { now: NOW, losses: [DELETION] }).grounds;
}

const newest = { ageMs: HOUR, encryptionKeyArn: keyArn };
const older = { ageMs: 3 * DAY, encryptionKeyArn: otherKey };
const inTenDays = { state: 'PendingDeletion', deletionAt: NOW + 10 * DAY };

describe('a backup under a key', () => {
  it.each<[string, Partial<BackupKey>, object]>([
    ['that works comes back', {}, { status: 'survives', rpoMs: HOUR }],
    ['that is being made comes back', { state: 'Creating' }, { status: 'survives' }],
    ...['Disabled', 'PendingReplicaDeletion', 'PendingImport', 'Unavailable', 'NotFound'].map(
      (state) =>
        [`in state ${state} does not`, { state }, { status: 'lost', why: 'key-unusable' }] satisfies [
          string,
          object,
          object,
        ],
    ),
    [
      'that is to be deleted comes back if that is cancelled',
      inTenDays,
      { status: 'at-risk', why: 'key-pending-deletion', until: NOW + 10 * DAY },
    ],
    [
      'that was to be deleted by now does not',
      { state: 'PendingDeletion', deletionAt: NOW - HOUR },
      { status: 'lost', why: 'key-unusable' },
    ],
    ['in a state that AWS added later may', { state: 'Sleeping' }, { status: 'unknown', why: 'key-not-known' }],
  ])('%s', (_, key, expected) => {
    const { faultOf } = groundsOf(key);
    expect(left({ points: [newest], grounds: { faultOf } }, DELETION)).toMatchObject(expected);
  });

  it('that does not work leaves an older one under another', () => {
    const { faultOf } = groundsOf({ state: 'Disabled' });
    expect(left({ points: [newest, older], grounds: { faultOf } }, DELETION)).toMatchObject({
      ...{ status: 'survives', rpoMs: 3 * DAY, atLeast: false },
    });
  });

  it('that does not work is named before a newer one that the loss takes', () => {
    const { faultOf } = groundsOf({ state: 'Disabled' });
    const points = [
      { ...newest, encryptionKeyArn: otherKey },
      { ...older, encryptionKeyArn: keyArn },
    ];
    const late: Loss = { kind: 'late', foundAfterMs: DAY };
    expect(left({ points, grounds: { faultOf } }, late)).toMatchObject({ status: 'lost', why: 'key-unusable' });
  });

  it('of another account, whose state cannot be read, comes back', () => {
    const { faultOf } = groundsOf({ state: 'Disabled' });
    const points = [{ ...newest, encryptionKeyArn: keyOf(backupAccount.accountId) }];
    expect(left({ points, grounds: { faultOf } }, DELETION)).toMatchObject({ status: 'survives' });
  });

  it('may come back where KMS finds none of the keys', () => {
    const inventory = inventoryOf({ backupKeys: [keyIn({ state: 'NotFound' })] });
    const { faultOf } = survivalCommon(inventory, { now: NOW, losses: [DELETION] }).grounds;
    expect(left({ points: [newest], grounds: { faultOf } }, DELETION)).toMatchObject({ status: 'unknown' });
  });

  it('that an administrator could delete is at risk until the first of the two dates', () => {
    const vaults = [vaultIn(home, { lock })];
    const { faultOf, managedByAws } = groundsOf({ ...inTenDays, deletionAt: NOW + 3 * DAY });
    const grounds = { ...noPolicy(...vaults), faultOf, managedByAws };
    expect(left({ points: [newest], vaults, grounds }, ADMIN)).toMatchObject({
      ...{ status: 'at-risk', until: NOW + 3 * DAY, why: 'key-in-the-account' },
    });
  });
});

it.each([{ state: 'Disabled' }, inTenDays])('one step, the key, saves what $state takes', (key) => {
  const grounds = groundsOf(key);
  const lost = left({ points: [newest], grounds }, DELETION);
  const evidence = {
    resource: disk,
    ways: [],
    replicas: [],
    unread: false,
    unscanned: [],
    restored: new Set<string>(),
  };
  const question = { left: lost, evidence, resource: disk, capability: COPIES, grounds };
  expect(recoverySteps({ ...question, loss: DELETION })).toEqual(['enable-key']);
});
