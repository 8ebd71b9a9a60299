import { DAY, HOUR, outcomesIn, UNSUPPORTED } from '@backproof/core';
import type { Inventory, Vault, VaultLock } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import {
  bunker,
  bunkerVaultArn,
  copyJob,
  ebsVolume,
  fsxFileSystem,
  home,
  inventoryOf,
  nativeBackup,
  NOW,
  outcomeOf,
  readYoungFirst,
  recoveryPoint,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';
import { CALLS, denial } from './estate.fixture.js';
import { defaults } from './options.js';
import type { Options } from './options.js';
import { deletionProtection } from './rule.js';

const resources = [ebsVolume(), fsxFileSystem()];
const places = [
  { scope: home, name: 'main', arn: vaultArn },
  { scope: bunker, name: 'bunker', arn: bunkerVaultArn },
];

const anyLock: fc.Arbitrary<VaultLock | undefined> = fc.constantFrom(
  undefined,
  {},
  { minRetentionDays: 7, immutableFrom: NOW - DAY },
  { minRetentionDays: 30, immutableFrom: NOW - DAY },
  { minRetentionDays: 7, immutableFrom: NOW + DAY },
);

const anyVaultType: fc.Arbitrary<Vault['vaultType']> = fc.constantFrom(
  ...(['BACKUP_VAULT', 'BACKUP_VAULT', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', 'RESTORE_ACCESS_BACKUP_VAULT'] as const),
);

const conditional = denial({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } });

const anyStatements = fc.constantFrom<readonly object[]>(
  [],
  [denial({ Effect: 'Allow' })],
  [denial({ Action: CALLS[0] })],
  [denial({ Action: CALLS.slice(1) })],
  [denial({ Action: CALLS[0] }), denial({ Action: CALLS.slice(1) })],
  [conditional],
  [denial(), conditional],
);

const anyVault = fc.record({
  lock: anyLock,
  vaultType: anyVaultType,
  statements: fc.option(anyStatements, { nil: undefined }),
  ages: fc.subarray(['7h', '31h', '9d', '40d']),
});

const disk = ebsVolume();
const anyLockedSnapshot = fc.record({
  scope: fc.constant(home),
  resourceArn: fc.constant(disk.arn),
  arn: fc.constantFrom('arn:aws:ec2:eu-west-1::snapshot/snap-own', recoveryPoint(disk, { age: '31h' }).arn),
  startedAt: fc.constantFrom(NOW - 31 * HOUR, NOW - 9 * DAY),
  lockedUntil: fc.constantFrom(NOW - DAY, NOW + DAY, NOW + 90 * DAY),
});

const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    resource: fc.constantFrom(...resources),
    drawn: fc.tuple(anyVault, anyVault),
    isCopiedAway: fc.boolean(),
    locks: fc.array(anyLockedSnapshot, { maxLength: 2 }),
  })
  .map(({ resource, drawn, isCopiedAway, locks }) => {
    const vaults = places.map(({ scope, name }, i) => {
      const { lock, vaultType } = drawn[i] ?? {};
      return vault({ scope, name, ...(lock && { lock }), ...(vaultType && { vaultType }) });
    });
    const vaultPolicies = places.map(({ scope, arn }, i) => {
      const statements = drawn[i]?.statements;
      return { scope, vaultArn: arn, ...(statements && { policy: JSON.stringify({ Statement: statements }) }) };
    });
    const recoveryPoints = places.flatMap(({ arn }, i) =>
      (drawn[i]?.ages ?? []).map((age) => recoveryPoint(resource, { age, keepDays: 35, vaultArn: arn })),
    );
    const destinationVaultArn = 'arn:aws:backup:eu-west-1:999999999999:backup-vault:escrow';
    const copyJobs = isCopiedAway ? [copyJob(resource, { destinationVaultArn, createdAt: NOW - DAY })] : [];
    const lockedSnapshots = resource.type === 'EBS' ? locks : [];
    const nativeBackups = lockedSnapshots.map(({ startedAt }) =>
      nativeBackup(resource, { latestRestorableAt: startedAt }),
    );
    const found = { recoveryPoints, copyJobs, lockedSnapshots, nativeBackups: nativeBackups.slice(0, 1) };
    return { resource, vaults, vaultPolicies, ...found, scopes: [home, bunker] };
  });

const anyOptions: fc.Arbitrary<Options> = fc.record({
  ...{ followers: fc.constant(defaults.followers), parts: fc.constant(defaults.parts) },
  mode: fc.constantFrom<Options['mode']>('compliance', 'governance'),
  proof: fc.constantFrom<Options['proof']>('policy', 'lock'),
  points: fc.constantFrom<Options['points']>('newest', 'all'),
  where: fc.constantFrom<Options['where']>('any', 'primary', 'copy'),
  undocumented: fc.constantFrom<Options['undocumented']>('unknown', 'pass'),
  maxAge: fc.constantFrom('7d', '24h'),
  minRetention: fc.constantFrom('0d', '14d'),
  exceptPrincipals: fc.constant([]),
});

const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.subarray<Unread>(
  [
    'vaultPolicies',
    'copyJobs',
    'vaults',
    'backupJobs',
    'lockedSnapshots',
    { kind: 'vaultPolicies', scope: bunker },
    { kind: 'recoveryPoints', of: vaultArn },
    { kind: 'recoveryPoints', of: bunkerVaultArn },
  ],
  { minLength: 1 },
);

const statusOf = (given: Given, options: object) => outcomeOf(deletionProtection, { given, options }).status;

describe('resources of any estate', () => {
  it('are judged as before or not at all where less may be read', () => {
    // The vault in the other account is one of those that its gaps are gaps of.
    const copied = anyGiven.map((given) => ({
      ...given,
      copyJobs: [...(given.copyJobs ?? []), copyJob(given.resource, { destinationVaultArn: bunkerVaultArn })],
    }));
    fc.assert(
      fc.property(copied, anyOptions, anyUnread, (given, options, unread) => {
        const before = statusOf(given, options);
        // A copy job may be the only trace of a copy that was not scanned.
        const isTrace = before === 'unknown' && unread.includes('copyJobs');
        const after = statusOf({ ...given, unread }, options);
        expect(isTrace ? ['unknown', 'fail'] : [before, 'unknown']).toContain(after);
      }),
      { numRuns: 500 },
    );
  });

  it('are judged no worse for a statement that denies everybody everything', () => {
    const order = ['fail', 'unknown', 'pass', 'notApplicable'];
    fc.assert(
      fc.property(anyGiven, anyOptions, (given, options) => {
        const vaultPolicies = (given.vaultPolicies ?? []).map((each) => ({
          ...each,
          policy: JSON.stringify({ Statement: [...statementsOf(each.policy), denial()] }),
        }));
        const [before, after] = [given, { ...given, vaultPolicies }].map((each) =>
          order.indexOf(statusOf(each, options)),
        );
        expect(after).toBeGreaterThanOrEqual(before ?? NaN);
      }),
      { numRuns: 300 },
    );
  });

  it('are judged the same where older points are read of some of them only', () => {
    const crowded = fc.tuple(anyGiven, fc.constantFrom(1, 1500)).map(([given, recoveryPointCount]): Given => {
      return { ...given, vaults: (given.vaults ?? []).map((each) => ({ ...each, recoveryPointCount })) };
    });
    fc.assert(
      fc.property(crowded, anyOptions, (given, options) => {
        const active = { rule: deletionProtection, options };
        const whole = inventoryOf(given);
        const statuses = (inventory: Inventory) =>
          outcomesIn({ inventory, rules: [active], now: NOW }).outcomes.map(({ status }) => status);
        expect(statuses(readYoungFirst(whole, active, NOW))).toEqual(statuses(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('are judged by nearly every message in a sample of them', () => {
    const sample = fc.sample(fc.tuple(anyGiven, anyOptions), { numRuns: 900, seed: 2 });
    const said = new Set(sample.map(([given, options]) => outcomeOf(deletionProtection, { given, options }).messageId));
    const rare = [
      'protected-too-old',
      'native-only',
      'too-new',
      'policy-unread',
      'points-unread',
      'snapshot-locks-unread',
    ];
    const own = Object.keys(deletionProtection.messages).filter((id) => !Object.hasOwn(UNSUPPORTED, id));
    expect(own.filter((id) => !said.has(id) && !rare.includes(id))).toEqual([]);
  });
});

function statementsOf(policy = '{"Statement":[]}'): readonly unknown[] {
  const { Statement } = JSON.parse(policy) as { readonly Statement: readonly unknown[] };
  return Statement;
}
