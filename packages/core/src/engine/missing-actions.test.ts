import { expect, it } from '@jest/globals';
import type { Gap, Population } from '../model/population.js';
import { missingActions } from './missing-actions.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const denied = (iamAction: string, message = 'denied'): Gap => {
  return { operation: iamAction, code: 'AccessDenied', message, iamAction };
};
const unread = (kind: Population['kind'], ...gaps: [Gap, ...Gap[]]): Population => {
  return { kind, scope, count: 0, pages: 0, status: 'unavailable', gaps };
};

it('each action is named once, with what it would let a scan read; those that no grant helps are not', () => {
  expect(
    missingActions([
      unread('vaults', denied('backup:ListBackupVaults')),
      unread('recoveryPoints', denied('backup:ListBackupVaults'), denied('backup:A')),
      unread('backupPlans', denied('backup:ListBackupPlans', 'with an explicit deny in a service control policy')),
      { kind: 'backupJobs', scope, count: 1, pages: 1, status: 'complete' },
    ]),
  ).toEqual([
    { iamAction: 'backup:A', kinds: new Set(['recoveryPoints']), scopes: new Set(['111111111111/eu-west-1']) },
    {
      iamAction: 'backup:ListBackupVaults',
      kinds: new Set(['vaults', 'recoveryPoints']),
      scopes: new Set(['111111111111/eu-west-1']),
    },
  ]);
});
