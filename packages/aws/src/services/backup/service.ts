import { byNextToken, defineService } from '../../service.js';

const paging = byNextToken(1000);

/** AWS Backup: intent (plans, selections, settings) and proof (vaults, recovery points, jobs, restore testing). */
export const backup = defineService({
  name: 'backup',
  open: async (config) => new (await import('@aws-sdk/client-backup')).BackupClient(config),
  operations: {
    ListBackupPlans: { iam: 'backup:ListBackupPlans', paging },
    GetBackupPlan: { iam: 'backup:GetBackupPlan', perItem: 'each plan' },
    ListBackupSelections: { iam: 'backup:ListBackupSelections', paging, perItem: 'each plan' },
    GetBackupSelection: { iam: 'backup:GetBackupSelection', perItem: 'each selection' },
    ListBackupVaults: { iam: 'backup:ListBackupVaults', paging },
    ListProtectedResources: { iam: 'backup:ListProtectedResources', paging },
    ListRecoveryPointsByBackupVault: { iam: 'backup:ListRecoveryPointsByBackupVault', paging },
    ListLegalHolds: { iam: 'backup:ListLegalHolds', paging },
    ListRecoveryPointsByLegalHold: {
      iam: 'backup:ListRecoveryPointsByLegalHold',
      paging,
      perItem: 'each active legal hold',
    },
    ListBackupJobs: { iam: 'backup:ListBackupJobs', paging },
    ListCopyJobs: { iam: 'backup:ListCopyJobs', paging },
    ListRestoreJobs: { iam: 'backup:ListRestoreJobs', paging },
    ListRestoreTestingPlans: { iam: 'backup:ListRestoreTestingPlans', paging },
    GetRestoreTestingPlan: { iam: 'backup:GetRestoreTestingPlan', perItem: 'each restore-testing plan' },
    ListRestoreTestingSelections: {
      iam: 'backup:ListRestoreTestingSelections',
      paging,
      perItem: 'each restore-testing plan',
    },
    GetRestoreTestingSelection: { iam: 'backup:GetRestoreTestingSelection', perItem: 'each restore-testing selection' },
    DescribeRegionSettings: { iam: 'backup:DescribeRegionSettings' },
    DescribeGlobalSettings: { iam: 'backup:DescribeGlobalSettings' },
    ListFrameworks: { iam: 'backup:ListFrameworks', paging },
  },
  readings: [
    { yields: [{ kind: 'backupPlans' }], read: async () => (await import('./plans.js')).readPlans },
    { yields: [{ kind: 'backupSelections' }], forEachPlan: async () => (await import('./plans.js')).readSelections },
    { yields: [{ kind: 'vaults' }], read: async () => (await import('./vaults.js')).readVaults },
    {
      yields: [{ kind: 'protectedResources' }],
      read: async () => (await import('./vaults.js')).readProtectedResources,
    },
    {
      yields: [{ kind: 'recoveryPoints' }],
      forEachVault: async () => (await import('./recovery-points.js')).readRecoveryPoints,
    },
    { yields: [{ kind: 'legalHolds' }], read: async () => (await import('./legal-holds.js')).readLegalHolds },
    { yields: [{ kind: 'backupJobs' }], read: async () => (await import('./jobs.js')).readBackupJobs },
    { yields: [{ kind: 'copyJobs' }], read: async () => (await import('./jobs.js')).readCopyJobs },
    { yields: [{ kind: 'restoreJobs' }], read: async () => (await import('./jobs.js')).readRestoreJobs },
    { yields: [{ kind: 'restoreTestingPlans' }], read: async () => (await import('./restore-testing.js')).readPlans },
    {
      yields: [{ kind: 'restoreTestingSelections' }],
      after: ['restoreTestingPlans'],
      read: async () => (await import('./restore-testing.js')).readSelections,
    },
    { yields: [{ kind: 'regionSettings' }], read: async () => (await import('./settings.js')).readRegionSettings },
    { yields: [{ kind: 'globalSettings' }], read: async () => (await import('./settings.js')).readGlobalSettings },
    { yields: [{ kind: 'frameworks' }], read: async () => (await import('./settings.js')).readFrameworks },
  ],
});
