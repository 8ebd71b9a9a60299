import { defineRule, relationsBy } from '@backproof/core';
import { horizon, prepare } from './context.js';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';

/** The rule that every resource is in a backup plan and can be restored from what the plan has made. */
export const backupCoverage = defineRule({
  id: 'backup-coverage',
  version: '2.0.0',
  title: 'Every resource is really backed up',
  recommended: true,
  rationale:
    'A backup plan is an intent. Opt-ins that are off, selections that miss by one letter and jobs that fail every night leave resources with nothing to restore from.',
  remediation:
    'Assign the resource to a backup plan by its ARN or its tags, opt its type in to AWS Backup in its Region, and fix the cause of failed jobs.',
  controls: [
    'soc2/A1.2',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-9',
    'nist-csf-2.0/PR.DS-11',
    'hipaa/164.308(a)(7)(ii)(A)',
    'cis-8.1/11.2',
    'dora/Art.12(1)',
    'nis2/Art.21(2)(c)',
  ],
  answers: ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', 'BACKUP_LAST_RECOVERY_POINT_CREATED'],
  page: new URL('../README.md', import.meta.url),
  needs: {
    assignments: 'all',
    recoveryPoints: 'enough',
    nativeBackups: 'enough',
    backupJobs: 'context',
    lifecyclePolicies: 'context',
    legalHolds: 'context',
    regionSettings: 'context',
    encryptionKeys: 'context',
  },
  messages,
  fixes,
  options: { schema, defaults, strict },
  relations: relationsBy,
  horizon,
  prepare,
  judge,
});
