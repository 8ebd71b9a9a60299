import { defineRule, evidenceOfNative, evidenceOfReplica, unsupportedReason } from '@backproof/core';
import { messages } from './messages.js';
import { defaults, schema, strict } from './options.js';
import { isPeer, isSnapMirrorDestination, replicationText, unseenSource } from './replication.js';
import { wayBack } from './way-back.js';

/** What is replicated must also be able to go back in time: by backups of its own, or by those of what it follows. */
export const replicationOnly = defineRule({
  id: 'replication-only',
  version: '1.0.0',
  title: 'Replication is not taken for backup',
  recommended: true,
  rationale:
    'A standby, a read replica or a copy in another Region follows its source within seconds, deletions and corruption included. It lowers downtime; it brings nothing back.',
  remediation:
    'Back the resource up by an AWS Backup plan, or switch on the automated backups or the point-in-time recovery of its service.',
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
  needs: { replicas: 'all', recoveryPoints: 'enough', nativeBackups: 'enough' },
  messages,
  options: { schema, defaults, strict },

  evaluate({ dossier, options, now, pass, fail, unknown, notApplicable }) {
    const { resource, replicas } = dossier;
    const { name } = resource;
    const reason = unsupportedReason(resource);
    if (reason !== undefined && !isSnapMirrorDestination(resource)) return notApplicable(reason, {});
    if (replicas.length === 0) return notApplicable('not-replicated', {});
    const replication = replicas.map(evidenceOfReplica);
    const lacking = dossier.nativeBackups.filter(({ enabled }) => !enabled).map(evidenceOfNative);

    const own = wayBack(dossier, now);
    if (own !== undefined) {
      const { way, window, evidence } = own;
      const data = { name, moment: new Date(own.moment), way };
      if (window === undefined) return pass('backed-up', data, [...evidence, ...replication]);
      return pass('native-window', { ...data, window }, [...evidence, ...replication]);
    }

    const only = { name, replication: replicationText(dossier) };
    const amongPeers = isPeer(dossier);
    if (amongPeers && !options.acceptElsewhere) return fail('replication-only', only, [...replication, ...lacking]);
    for (const source of dossier.sources) {
      const ofSource = wayBack(source, now);
      if (ofSource === undefined) continue;
      const { moment, way, evidence } = ofSource;
      const data = { name, source: source.resource.arn, moment: new Date(moment), way };
      return pass(amongPeers ? 'protected-elsewhere' : 'replica-of', data, [...evidence, ...replication]);
    }
    const source = unseenSource(dossier);
    if (source !== undefined) return unknown('source-not-scanned', { name, source }, replication);
    return fail('replication-only', only, [...replication, ...lacking]);
  },
});
