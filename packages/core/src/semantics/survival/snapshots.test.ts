import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../../model/instant.js';
import { home, instance, NOW, table } from '../../model/records.fixture.js';
import { deletionGuards } from '../deletion-guard.js';
import {
  DENIAL,
  GONE,
  disk,
  elsewhere,
  imagePoint,
  keyOf,
  left,
  noPolicy,
  pitr,
  snapshotPoint,
  vaultIn,
} from './survival.fixture.js';
import type { Story } from './survival.fixture.js';

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
