import { defineRule } from '@backproof/core';
import { retentionJudge } from './judge.js';
import { messages } from './messages.js';
import { defaults, schema } from './options.js';

const judgeAlone = retentionJudge();

/** Recovery points are kept in tiers: many of the last weeks, some of the last months, few of the last years. */
export const retentionTiers = defineRule({
  id: 'retention-tiers',
  version: '1.0.0',
  title: 'Every retention tier is kept',
  recommended: true,
  rationale:
    'Damage is often found weeks after it was done. Then what counts is not the newest backup but one from before, and schedules that skip days, lifecycles that end too soon and points deleted by hand show only when it is looked for.',
  remediation:
    'Give the plan a rule for each tier that runs often enough and whose lifecycle is at least as long as the tier, within the bounds of the vault lock, and look into failed jobs on the days of the gaps.',
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
  page: new URL('../README.md', import.meta.url),
  needs: {
    assignments: 'all',
    regionSettings: 'all',
    vaults: 'all',
    recoveryPoints: 'enough',
    nativeBackups: 'enough',
    backupJobs: 'context',
  },
  messages,
  options: { schema, defaults },

  evaluate(context) {
    const { dossier, pass } = context;
    const { resource, hosts } = dossier;
    const verdict = judgeAlone(context);
    if (verdict.status === 'pass' || verdict.status === 'notApplicable') return verdict;
    const ofHosts = hosts.map((host) => ({ host, verdict: judgeAlone({ ...context, dossier: host }) }));
    const covering = ofHosts.find((each) => each.verdict.status === 'pass');
    if (covering === undefined) return ofHosts.find((each) => each.verdict.status === 'unknown')?.verdict ?? verdict;
    const data = { name: resource.name, host: covering.host.resource.name };
    return pass('covered-by', data, covering.verdict.evidence);
  },
});
