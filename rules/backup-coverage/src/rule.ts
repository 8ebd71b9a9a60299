import { defineRule, unsupportedReason } from '@backproof/core';
import { judgeAlone } from './judge.js';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';

/** A resource is backed up if a plan covers it and what the plan brought forth can be restored today. */
export const backupCoverage = defineRule({
  id: 'backup-coverage',
  version: '1.0.0',
  title: 'Every resource is really backed up',
  recommended: true,
  rationale:
    'A backup plan is an intent. Opt-ins that are off, selections that miss by a letter and jobs that fail every night leave resources without anything to restore from.',
  remediation:
    'Assign the resource to a backup plan by its ARN or its tags, opt its type in to AWS Backup in its Region, and look into its failed jobs.',
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
  page: new URL('../README.md', import.meta.url),
  needs: {
    assignments: 'all',
    recoveryPoints: 'enough',
    nativeBackups: 'enough',
    backupJobs: 'context',
    lifecyclePolicies: 'context',
  },
  messages,
  options: { schema, defaults, strict },

  evaluate(context) {
    const { dossier, pass, notApplicable } = context;
    const { resource, hosts } = dossier;
    const reason = unsupportedReason(resource);
    if (reason !== undefined) return notApplicable(reason, {});
    const verdict = judgeAlone(context);
    if (verdict.status === 'pass') return verdict;
    for (const host of hosts) {
      const ofHost = judgeAlone({ ...context, dossier: host });
      if (ofHost.status === 'pass')
        return pass('covered-by', { name: resource.name, host: host.resource.name }, ofHost.evidence);
    }
    return verdict;
  },
});
