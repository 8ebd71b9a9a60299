import { defineCollector } from '../../collector.js';
import { backupJobs } from './jobs.js';
import { backupPlans } from './plans.js';
import { backupSettings } from './settings.js';
import { backupVaults } from './vaults.js';
import { legalHolds } from './legal-holds.js';
import { recoveryPoints } from './recovery-points.js';
import { restoreTesting } from './restore-testing.js';

/** AWS Backup: intent (plans, selections, settings) and proof (vaults, recovery points, jobs, restore testing). */
export const backup = defineCollector({
  service: 'backup',
  operations: {
    ...backupPlans.operations,
    ...backupVaults.operations,
    ...recoveryPoints.operations,
    ...legalHolds.operations,
    ...backupJobs.operations,
    ...restoreTesting.operations,
    ...backupSettings.operations,
  },
  readings: [
    ...backupPlans.readings,
    ...backupVaults.readings,
    ...recoveryPoints.readings,
    ...legalHolds.readings,
    ...backupJobs.readings,
    ...restoreTesting.readings,
    ...backupSettings.readings,
  ],
});
