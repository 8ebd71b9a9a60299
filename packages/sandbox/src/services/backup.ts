import { restJson } from '../wire/rest-json.js';
import { backupJobOperations } from './backup-jobs.js';
import { backupPlanOperations } from './backup-plans.js';
import { backupSettingsOperations } from './backup-settings.js';
import { backupVaultOperations } from './backup-vaults.js';
import { legalHoldOperations } from './legal-holds.js';
import type { Service } from './operation.js';
import { restoreTestingOperations } from './restore-testing.js';

/** AWS Backup. */
export const backup: Service = {
  protocol: restJson('Code'),
  operations: [
    ...backupPlanOperations,
    ...backupVaultOperations,
    ...legalHoldOperations,
    ...backupJobOperations,
    ...restoreTestingOperations,
    ...backupSettingsOperations,
  ],
};
