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
    DescribeBackupVault: {
      iam: 'backup:DescribeBackupVault',
      perItem: 'each logically air-gapped vault, if a rule asks who can open it',
    },
    GetBackupVaultAccessPolicy: {
      iam: 'backup:GetBackupVaultAccessPolicy',
      perItem: 'each vault that holds recovery points and is not locked for good, if a rule asks who may delete them',
    },
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
    {
      yields: [{ kind: 'backupPlans' }],
      calls: ['GetBackupPlan', 'ListBackupPlans'],
      read: async () => (await import('./plans.js')).readPlans,
    },
    {
      yields: [{ kind: 'backupSelections' }],
      calls: ['GetBackupSelection', 'ListBackupSelections'],
      forEachPlan: async () => (await import('./plans.js')).readSelections,
    },
    {
      yields: [{ kind: 'vaults' }],
      calls: ['ListBackupVaults'],
      read: async () => (await import('./vaults.js')).readVaults,
    },
    {
      yields: [{ kind: 'vaultPolicies' }],
      after: ['vaults'],
      calls: ['GetBackupVaultAccessPolicy'],
      read: async () => (await import('./vault-policies.js')).readVaultPolicies,
    },
    {
      yields: [{ kind: 'vaultApprovals' }],
      after: ['vaults'],
      calls: ['DescribeBackupVault'],
      read: async () => (await import('./vault-approvals.js')).readVaultApprovals,
    },
    {
      yields: [{ kind: 'protectedResources' }],
      calls: ['ListProtectedResources'],
      read: async () => (await import('./vaults.js')).readProtectedResources,
    },
    {
      yields: [{ kind: 'recoveryPoints' }],
      calls: ['ListRecoveryPointsByBackupVault'],
      forEachVault: async () => (await import('./recovery-points.js')).readRecoveryPoints,
    },
    {
      yields: [{ kind: 'legalHolds' }],
      calls: ['ListLegalHolds', 'ListRecoveryPointsByLegalHold'],
      read: async () => (await import('./legal-holds.js')).readLegalHolds,
    },
    {
      yields: [{ kind: 'backupJobs' }],
      calls: ['ListBackupJobs'],
      read: async () => (await import('./jobs.js')).readBackupJobs,
    },
    {
      yields: [{ kind: 'copyJobs' }],
      calls: ['ListCopyJobs'],
      read: async () => (await import('./jobs.js')).readCopyJobs,
    },
    {
      yields: [{ kind: 'restoreJobs' }],
      calls: ['ListRestoreJobs'],
      read: async () => (await import('./jobs.js')).readRestoreJobs,
    },
    {
      yields: [{ kind: 'restoreTestingPlans' }],
      calls: ['GetRestoreTestingPlan', 'ListRestoreTestingPlans'],
      read: async () => (await import('./restore-testing.js')).readPlans,
    },
    {
      yields: [{ kind: 'restoreTestingSelections' }],
      after: ['restoreTestingPlans'],
      calls: ['GetRestoreTestingSelection', 'ListRestoreTestingSelections'],
      read: async () => (await import('./restore-testing.js')).readSelections,
    },
    {
      yields: [{ kind: 'regionSettings' }],
      calls: ['DescribeRegionSettings'],
      read: async () => (await import('./settings.js')).readRegionSettings,
    },
    {
      yields: [{ kind: 'globalSettings' }],
      calls: ['DescribeGlobalSettings'],
      read: async () => (await import('./settings.js')).readGlobalSettings,
    },
    {
      yields: [{ kind: 'frameworks' }],
      calls: ['ListFrameworks'],
      read: async () => (await import('./settings.js')).readFrameworks,
    },
  ],
});
