import { DAY } from '@backproof/core';
import {
  bunker,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  efsFileSystem,
  home,
  NOW,
  outcomeOf,
  recoveryPoint,
  restoreJob,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recoveryObjectives } from './rule.js';

const files = efsFileSystem({ createdAt: daysAgo(400) });
const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';

const anyPoint = fc
  .record({
    age: fc.constantFrom('7h', '31h', '9d', '40d'),
    vaultArn: fc.constantFrom(vaultArn, bunkerVaultArn),
    status: fc.constantFrom('COMPLETED' as const, 'COMPLETED' as const, 'EXPIRED' as const, 'UNKNOWN' as const),
    keyed: fc.boolean(),
  })
  .map(({ keyed, ...fields }) =>
    recoveryPoint(files, { ...fields, keepDays: 60, ...(keyed && { encryptionKeyArn: keyArn }) }),
  );

const anyGiven = fc
  .record({
    points: fc.uniqueArray(anyPoint, { maxLength: 4, selector: ({ arn }) => arn }),
    isLocked: fc.boolean(),
    isCopied: fc.boolean(),
    hasRestored: fc.boolean(),
    managedByAws: fc.constantFrom(true, false),
  })
  .map(({ points, isLocked, isCopied, hasRestored, managedByAws }): Given => {
    const key = { scope: home, arn: keyArn, state: 'Enabled', managedByAws };
    return {
      resource: files,
      recoveryPoints: points,
      vaults: [vault(isLocked ? { lock: { immutableFrom: NOW - DAY } } : {})],
      vaultPolicies: [{ scope: home, vaultArn }],
      backupKeys: [key],
      copyJobs: isCopied
        ? [copyJob(files, { destinationVaultArn: 'arn:aws:backup:us-east-1:333333333333:backup-vault:far' })]
        : [],
      restoreJobs: hasRestored ? [restoreJob(files, { createdAt: daysAgo(2), completedAt: daysAgo(1.9) })] : [],
      scopes: [home, bunker],
    };
  });

const anyObjective = fc.record(
  { rpo: fc.constantFrom('12h', '2d', '30d'), rto: fc.constantFrom('1h', '12h') },
  { requiredKeys: [] },
);

const anyOptions = fc.record({
  objectives: fc.record(
    {
      deletion: anyObjective,
      late: anyObjective.map((objective) => ({ ...objective, foundAfter: '20d' })),
      region: anyObjective,
      account: anyObjective,
      'hostile-admin': anyObjective,
      organization: anyObjective,
    },
    { requiredKeys: ['deletion'] },
  ),
  reactionTime: fc.constantFrom('0d', '2d'),
});

const UNREAD: readonly Unread[] = [
  'recoveryPoints',
  'nativeBackups',
  'copyJobs',
  'restoreJobs',
  'vaultPolicies',
  'backupKeys',
  { kind: 'recoveryPoints', scope: home, of: vaultArn },
];

const statusOf = (given: Given, options: object): string => outcomeOf(recoveryObjectives, { given, options }).status;

it('what is not read never yields another verdict that somebody would act on', () => {
  fc.assert(
    fc.property(anyGiven, anyOptions, fc.constantFrom(...UNREAD), (given, options, unread) => {
      const before = statusOf(given, options);
      const after = statusOf({ ...given, unread: [unread] }, options);
      expect([before, 'unknown']).toContain(after);
    }),
    { numRuns: 300 },
  );
});

it('without a recovery point, or with one objective more, no resource passes that did not', () => {
  fc.assert(
    fc.property(anyGiven, anyOptions, fc.nat(3), anyObjective, (given, options, left, added) => {
      if (statusOf(given, options) === 'pass') return;
      const recoveryPoints = (given.recoveryPoints ?? []).filter((_, i) => i !== left);
      expect(statusOf({ ...given, recoveryPoints }, options)).not.toBe('pass');
      const { objectives } = options;
      const more = { ...options, objectives: { region: added, account: added, ...objectives } };
      expect(statusOf(given, more)).not.toBe('pass');
    }),
    { numRuns: 300 },
  );
});
