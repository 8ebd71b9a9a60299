import { defineService } from '../../service.js';

/** AWS KMS: who manages the keys behind data whose copies to other accounts fail or were never made, and the state of those that encrypt backups. */
export const kms = defineService({
  name: 'kms',
  open: async (config) => new (await import('@aws-sdk/client-kms')).KMSClient(config),
  operations: {
    DescribeKey: {
      iam: 'kms:DescribeKey',
      perItem:
        'each key of data without a recent copy to another account, if copies go to one; each key of data if a plan backs up to an air-gapped vault; each key of recovery points if a rule asks whether it works',
    },
  },
  readings: [
    {
      yields: [{ kind: 'encryptionKeys' }],
      after: ['backupPlans'],
      // The key of what was not listed decides nothing; without copy jobs, some keys more are asked for.
      follows: ['resources', 'copyJobs'],
      read: async () => (await import('./keys.js')).readKeys,
    },
    {
      yields: [{ kind: 'backupKeys' }],
      follows: ['recoveryPoints'],
      read: async () => (await import('./backup-keys.js')).readBackupKeys,
    },
  ],
});
