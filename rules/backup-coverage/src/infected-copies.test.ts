import { bunkerVaultArn, daysAgo, ec2Instance, hoursAgo, inPlan, outcomeOf, recoveryPoint } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { backupCoverage } from './rule.js';

// This is no story of the rule's table: there a verdict must stay where evidence cannot be read, and a scan that was not
// read counts as one that was not done.
it('a copy of an infected recovery point is not clean, although only its source was scanned', () => {
  const vm = ec2Instance();
  const points = [
    recoveryPoint(vm, { age: '5d' }),
    recoveryPoint(vm, { age: '6h', infected: true }),
    recoveryPoint(vm, { age: '6h', vaultArn: bunkerVaultArn }),
  ];
  expect(outcomeOf(backupCoverage, { given: { resource: vm, ...inPlan(vm), recoveryPoints: points } })).toMatchObject({
    status: 'fail',
    messageId: 'stale-since-infected',
    data: { restorable: new Date(daysAgo(5)).toISOString(), infected: new Date(hoursAgo(6)).toISOString() },
  });
});
