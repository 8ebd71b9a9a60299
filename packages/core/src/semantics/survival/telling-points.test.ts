import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR } from '../../model/instant.js';
import { home, instance, NOW, point, volume } from '../../model/records.fixture.js';
import type { RecoveryPointStatus } from '../../model/recovery-point.js';
import { recoveryPointTable } from '../../model/recovery-point-table-builder.js';
import { deletionGuards } from '../deletion-guard.js';
import type { Loss } from './loss.js';
import { airGapped, backupAccount, DENIAL, elsewhere, keyOf, left, lock, vaultIn } from './survival.fixture.js';
import { tellingRows } from './telling-points.js';

const losses: readonly Loss[] = [
  { kind: 'deletion' },
  { kind: 'late', foundAfterMs: 3 * DAY },
  { kind: 'late', foundAfterMs: 30 * DAY },
  { kind: 'region' },
  { kind: 'account' },
  { kind: 'hostile-admin' },
  { kind: 'organization' },
  { kind: 'key', keyArn: keyOf(home.accountId) },
];

describe('the points that an answer can rest on', () => {
  it('are few of many that are alike, whatever their number', () => {
    const points = Array.from({ length: 5_000 }, (_, i) =>
      point({
        arn: `arn:aws:ec2:eu-west-1::snapshot/s-${String(i)}`,
        createdAt: NOW - i * HOUR,
        resourceArn: volume().arn,
      }),
    );
    const table = recoveryPointTable(points).of(volume().arn);
    const rows = points.map((_, i) => i);
    const asked = { now: NOW, losses, guards: deletionGuards([], [], NOW), restored: new Set<string>() };
    expect(tellingRows(table, rows, asked).length).toBeLessThanOrEqual(8);
  });

  it('give the same answers as all points', () => {
    const locked = vaultIn(elsewhere, { lock });
    const vaults = [vaultIn(home), locked, vaultIn(backupAccount), { ...airGapped, arn: `${airGapped.arn}-gapped` }];
    const kinds = [
      'arn:aws:ec2:eu-west-1::snapshot/',
      'arn:aws:ec2:eu-west-1::image/',
      'arn:aws:backup:eu-west-1:1:p:',
    ];
    const anyAlike = fc.record(
      {
        vaultArn: fc.constantFrom(...vaults.map(({ arn }) => arn)),
        status: fc.constantFrom<RecoveryPointStatus>('COMPLETED', 'COMPLETED', 'COMPLETED', 'UNKNOWN'),
        kind: fc.constantFrom(...kinds),
        continuous: fc.constantFrom(false, false, false, true),
        encryptionKeyArn: fc.constantFrom(keyOf(home.accountId), keyOf(backupAccount.accountId)),
        encrypted: fc.boolean(),
      },
      { requiredKeys: ['vaultArn', 'status', 'kind', 'continuous'] },
    );
    const anyMoments = fc.record(
      {
        ageMs: fc.integer({ min: -1, max: 40 }).map((days) => days * DAY),
        deleteAt: fc.integer({ min: -1, max: 90 }).map((days) => NOW + days * DAY),
        expired: fc.constantFrom(false, false, false, true),
      },
      { requiredKeys: ['ageMs', 'expired'] },
    );
    const anyPoints = fc.array(anyAlike, { minLength: 1, maxLength: 3 }).chain((alike) =>
      fc.array(
        fc.tuple(fc.constantFrom(...alike), anyMoments).map(([fields, { expired, ...moments }]) => ({
          ...fields,
          ...moments,
          ...(expired && { status: 'EXPIRED' as const }),
        })),
        { maxLength: 24 },
      ),
    );
    const { scope, arn: vaultArn } = vaultIn(home);
    const ofPolicy = ['backup:PutBackupVaultAccessPolicy', 'backup:DeleteBackupVaultAccessPolicy'];
    const denials = [
      { ...DENIAL, Resource: '*1' },
      { ...DENIAL, Action: ofPolicy, Resource: vaultArn },
    ];
    const policies = [{ scope, vaultArn, policy: JSON.stringify({ Statement: denials }) }];
    const grounds = {
      guards: deletionGuards(vaults, policies, NOW),
      managedByAws: (arn: string) => arn === keyOf(backupAccount.accountId),
    };
    fc.assert(
      fc.property(
        anyPoints,
        fc.constantFrom(volume(), instance()),
        fc.array(fc.nat(23), { maxLength: 4 }),
        fc.boolean(),
        fc.constantFrom(...losses),
        (drawn, resource, tested, locksUnread, loss) => {
          const points = drawn.map(({ kind, ...fields }, i) => ({ ...fields, arn: `${kind}${String(i)}` }));
          const restored = new Set(tested.flatMap((i) => points[i]?.arn ?? []));
          const natives = points
            .slice(0, 2)
            .map(({ arn }) => ({ recoveryPointArn: arn, latestRestorableAt: NOW - DAY }));
          const story = { resource, points, natives, vaults, locksUnread, grounds, evidence: { restored } };
          expect(left({ ...story, asked: losses }, loss)).toEqual(left(story, loss));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
