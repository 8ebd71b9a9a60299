import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists, listsByName, records } from '../../service/join.js';
import type { BackupWorld } from './world.js';

/** AWS Backup. */
export const backup: ServiceDeclaration<BackupWorld> = {
  signingName: 'backup',
  join: joining({
    plans: lists,
    vaults: lists,
    recoveryPoints: listsByName,
    vaultTeams: records,
    vaultPolicies: records,
    legalHolds: lists,
    backupJobs: lists,
    copyJobs: lists,
    restoreJobs: lists,
    restoreTestingPlans: lists,
    restoreTestingSelections: lists,
    protectedResources: lists,
    frameworks: lists,
    reportPlans: lists,
    optIn: records,
    management: records,
  }),
  load: async () => (await import('./service.js')).service,
};
