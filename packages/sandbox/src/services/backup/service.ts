import { restJson } from '../../wire/rest-json.js';
import { backupJobOperations } from './jobs.js';
import { backupPlanOperations } from './plans.js';
import { backupSettingsOperations } from './settings.js';
import { backupVaultOperations } from './vaults.js';
import { legalHoldOperations } from './legal-holds.js';
import type { Service } from '../../service/operation.js';
import { restoreTestingOperations } from './restore-testing.js';
import type { BackupWorld } from './world.js';

/** AWS Backup. */
export const service: Service<BackupWorld> = {
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
