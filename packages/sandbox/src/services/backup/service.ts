import { restJson } from '../../wire/rest-json.js';
import { backupAuditOperations } from './audits.js';
import { backupJobRecordOperations } from './job-records.js';
import { backupJobSummaryOperations } from './job-summaries.js';
import { backupJobOperations } from './jobs.js';
import { backupPlanOperations } from './plans.js';
import { recoveryPointOperations } from './points.js';
import { protectedResourceOperations } from './protected-resources.js';
import { backupSettingsOperations } from './settings.js';
import { backupTagOperation } from './tags.js';
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
    ...recoveryPointOperations,
    ...protectedResourceOperations,
    ...legalHoldOperations,
    ...backupJobOperations,
    ...backupJobRecordOperations,
    ...backupJobSummaryOperations,
    ...restoreTestingOperations,
    ...backupSettingsOperations,
    ...backupAuditOperations,
    backupTagOperation,
  ],
};
