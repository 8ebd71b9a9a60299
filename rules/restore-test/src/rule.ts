import { defineRule, relationsBy, unsupportedReason } from '@backproof/core';
import { contextOf } from './context.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, nativeRestoresWithin, schema, strict } from './options.js';
import { prepare } from './prepared.js';
import { provenAlone, provenBySample, provenIndirectly } from './proven.js';
import { judgeUnproven, judgeUntestable } from './unproven.js';

/** A resource is tested if one of its backups was restored recently, and the restore is not known to have failed. */
export const restoreTest = defineRule({
  id: 'restore-test',
  version: '2.2.0',
  title: 'Every resource was recently restored in a test',
  recommended: true,
  rationale:
    'A backup that was never restored may not be restorable. Missing permissions, lost keys and damaged data show only in a restore, and a disaster is the wrong time to find out.',
  remediation:
    'Create an AWS Backup restore-testing plan that runs at least every quarter, select the resource in it, and have a validation report the result. Let the scan read the event history of CloudTrail (cloudtrail:LookupEvents), or keep the jobs that each scan reads in a ledger: AWS deletes their records after 30 days.',
  controls: [
    'soc2/CC7.5',
    'soc2/A1.3',
    'iso27001-2022/A.5.30',
    'iso27001-2022/A.8.13',
    'nist-800-53-r5/CP-4',
    'nist-800-53-r5/CP-9(1)',
    'nist-800-53-r5/CP-9(2)',
    'nist-800-53-r5/CP-10',
    'nist-csf-2.0/PR.DS-11',
    'nist-csf-2.0/RC.RP-03',
    'nist-csf-2.0/RC.RP-05',
    'hipaa/164.308(a)(7)(ii)(B)',
    'hipaa/164.308(a)(7)(ii)(D)',
    'cis-8.1/11.5',
    'dora/Art.12(2)',
    'nis2/Art.21(2)(c)',
  ],
  answers: ['RESTORE_TIME_FOR_RESOURCES_MEET_TARGET'],
  page: new URL('../README.md', import.meta.url),
  needs: {
    restoreJobs: 'enough',
    restoreHistory: 'enough',
    restoreEvents: 'context',
    nativeRestores: 'context',
    peerRestores: 'enough',
    recoveryPoints: 'enough',
    restoreTestingPlans: 'context',
    legalHolds: 'context',
  },
  messages,
  fixes,
  options: { schema, defaults, strict },

  relations: relationsBy,
  nativeRestoresWithin,
  prepare,

  judge(given) {
    const reason = unsupportedReason(given.dossier.resource);
    if (reason !== undefined) return given.notApplicable(reason, { name: given.dossier.resource.name });
    const context = contextOf(given);
    return (
      provenAlone(context) ??
      judgeUntestable(context) ??
      provenBySample(context) ??
      provenIndirectly(context) ??
      judgeUnproven(context)
    );
  },
});
