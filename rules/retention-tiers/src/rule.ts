import { defineRule, relationsBy } from '@backproof/core';
import { judgeTiers } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema } from './options.js';
import { prepared } from './prepared.js';

/** Recovery points are kept in tiers: many from the last weeks, some from the last months, few from the last years. */
export const retentionTiers = defineRule({
  id: 'retention-tiers',
  version: '2.0.0',
  title: 'Every retention tier is met',
  recommended: true,
  rationale:
    'Damage is often found weeks after it was done. Then a backup from before the damage counts, not the newest one. Schedules that skip days, lifecycles that end too soon and recovery points deleted by hand go unnoticed until a restore is needed.',
  remediation:
    'Give the plan a rule for each tier that runs often enough and whose lifecycle is at least as long as the tier, within the bounds of the vault lock, and fix the cause of failed jobs on the days of the gaps.',
  controls: [
    'soc2/A1.2',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-9',
    'nist-800-53-r5/SI-12',
    'nist-csf-2.0/PR.DS-11',
    'hipaa/164.308(a)(7)(ii)(A)',
    'cis-8.1/11.2',
    'dora/Art.12(1)',
    'nis2/Art.21(2)(c)',
  ],
  answers: ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK'],
  page: new URL('../README.md', import.meta.url),
  needs: {
    assignments: 'all',
    regionSettings: 'all',
    vaults: 'all',
    recoveryPoints: 'enough',
    nativeBackups: 'enough',
    legalHolds: 'context',
    encryptionKeys: 'context',
    backupJobs: 'context',
    copyJobs: 'context',
  },
  relations: relationsBy,
  messages,
  fixes,
  options: { schema, defaults },
  prepare: prepared,
  judge: judgeTiers,
});
