import type { EstatePart } from '../builders/estate-of.js';
import { inScope } from '../builders/resource.js';
import { virtualMachine } from '../builders/virtual-machine.js';
import { backup, production } from '../company.js';
import { COPIED, copiedPlan, DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

/** VMware virtual machines, whose backups are AWS Backup's own. In one scope, they may not be listed. */
export const virtualMachines: EstatePart = {
  world: [
    inScope(backup.frankfurt, {
      faults: [
        {
          operation: 'backup-gateway:ListVirtualMachines',
          code: 'AccessDeniedException',
          message: 'User is not authorized to perform: backup-gateway:ListVirtualMachines',
          status: 400,
        },
      ],
    }),
  ],
  entries: [
    {
      resource: virtualMachine(ireland, { name: 'erp', tags: COPIED }),
      history: [{ plan: copiedPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it by its tag, and its newest point is from this morning',
      and: {
        'cross-account-copy': { expect: 'copied', why: 'the copy of this morning is in the backup account' },
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support virtual machines' },
        'replication-only': { expect: 'not-replicated', why: 'its API reports no replication' },
      },
    },
    {
      resource: virtualMachine(ireland, { name: 'files', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed',
    },
    {
      resource: virtualMachine(ireland, { name: 'mail', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: virtualMachine(ireland, { name: 'lab' }),
      expect: 'unprotected',
      why: 'no plan selects it, and AWS knows of no other backup',
    },
    {
      resource: virtualMachine(frankfurt, { name: 'opted-out', tags: DAILY }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but virtual machines are opted out in Frankfurt',
    },
  ],
};
