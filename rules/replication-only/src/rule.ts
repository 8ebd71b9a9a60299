import { defineRule } from '@backproof/core';
import { judge } from './judge.js';
import { fixes } from './fixes.js';
import { messages } from './messages.js';
import { defaults, relations, schema, strict } from './options.js';

/** The rule that a replicated resource can also be restored: from its own backups, or from those of its source. */
export const replicationOnly = defineRule({
  id: 'replication-only',
  version: '2.0.0',
  title: 'Every replicated resource has a backup, too',
  recommended: true,
  rationale:
    'A standby, a read replica or a copy in another Region follows its source within seconds, deletions and corruption included. It lowers downtime; it restores nothing.',
  remediation:
    'Back up the resource by an AWS Backup plan, or enable the automated backups or the point-in-time recovery of its service.',
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
  needs: { replicas: 'all', recoveryPoints: 'enough', nativeBackups: 'enough', legalHolds: 'context' },
  messages,
  fixes,
  options: { schema, defaults, strict },
  relations,
  judge,
});
