import { DAY } from '@backproof/core';
import { bunkerVaultArn, ebsVolume, home, NOW, outcomeOf, recoveryPoint, vault, vaultArn } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encryption } from './rule.js';

const disk = ebsVolume();
const keyArn = (id: number): string => `arn:aws:kms:eu-west-1:111111111111:key/${id}`;

const anyPoint = fc
  .record({
    age: fc.constantFrom('7h', '31h', '9d', '40d'),
    vaultArn: fc.constantFrom(vaultArn, bunkerVaultArn),
    key: fc.constantFrom(undefined, 1, 2, 3),
    encrypted: fc.constantFrom(undefined, true, false),
  })
  .map(({ age, vaultArn, key, encrypted }) =>
    recoveryPoint(disk, {
      ...{ age, vaultArn, keepDays: 35 },
      ...(key !== undefined && { encryptionKeyArn: keyArn(key) }),
      ...(encrypted !== undefined && { encrypted }),
    }),
  );

const anyKeys = fc.tuple(
  ...[1, 2, 3].map((id) =>
    fc.record({
      scope: fc.constant(home),
      arn: fc.constant(keyArn(id)),
      managedByAws: fc.boolean(),
      state: fc.constantFrom('Enabled', 'Enabled', 'Disabled', 'Resting'),
    }),
  ),
);

const anyGiven = fc.record({
  resource: fc.constant(disk),
  recoveryPoints: fc.uniqueArray(anyPoint, { maxLength: 4, selector: ({ arn }) => arn }),
  backupKeys: anyKeys,
  vaults: fc.constantFrom([vault()], [vault({ lock: { immutableFrom: NOW - DAY } })]),
});

const anyOptions = fc.record({ key: fc.constantFrom('any', 'customer') });

it('a resource passes for no key that is known less of, and for no point that is added', () => {
  fc.assert(
    fc.property(anyGiven, anyOptions, anyPoint, fc.nat(2), (given, options, added, left) => {
      const statusOf = (some: object): string =>
        outcomeOf(encryption, { given: { ...given, ...some }, options }).status;
      // A point of the same ARN would replace the other.
      fc.pre(given.recoveryPoints.every(({ arn }) => arn !== added.arn));
      const before = statusOf({});
      if (before === 'pass' || given.recoveryPoints.length === 0) return;
      expect(statusOf({ backupKeys: given.backupKeys.filter((_, i) => i !== left) })).not.toBe('pass');
      expect(statusOf({ recoveryPoints: [...given.recoveryPoints, added] })).not.toBe(
        before === 'notApplicable' ? 'nothing' : 'pass',
      );
    }),
    { numRuns: 400 },
  );
});
