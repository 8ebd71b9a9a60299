import type { Gap, Outcome, OutcomeSubject, Run } from '@backproof/core';

/** What a report is made of, complete; a test names what matters to it. */
export function subject(fields: Partial<OutcomeSubject> = {}): OutcomeSubject {
  const name = fields.name ?? 'orders';
  const arn = `arn:aws:rds:eu-west-1:111111111111:db:${name}`;
  return { arn, type: 'RDS', name, accountId: '111111111111', region: 'eu-west-1', ...fields };
}

export function outcome(fields: Partial<Outcome> = {}): Outcome {
  return {
    ruleId: 'backup-coverage',
    subject: subject(),
    status: 'fail',
    severity: 'high',
    messageId: 'unprotected',
    message: 'orders is in no backup plan.',
    data: { name: 'orders' },
    evidence: [],
    gaps: [],
    fingerprint: '0'.repeat(64),
    ...fields,
  };
}

export const denied: Gap = {
  operation: 'backup:ListBackupJobs',
  code: 'AccessDeniedException',
  message: 'User is not authorized.',
  iamAction: 'backup:ListBackupJobs',
};

export function run(fields: Partial<Run> = {}): Run {
  const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
  return {
    schemaVersion: 1,
    tool: { name: 'backproof', version: '1.2.3' },
    now: '2026-11-22T12:00:00.000Z',
    inventory: { schemaVersion: 1, sha256: 'ab'.repeat(32), takenAt: '2026-11-22T12:00:00.000Z' },
    rules: [
      {
        id: 'backup-coverage',
        version: '1.0.0',
        title: 'Every resource is really backed up',
        severity: 'high',
        remediation: 'Assign it to a plan.',
        controls: [],
        options: {},
      },
    ],
    scopes: [scope],
    populations: [{ kind: 'vaults', scope, status: 'complete', count: 1, pages: 1 }],
    excluded: [],
    outcomes: [],
    calls: [{ scope, operation: 'backup:ListBackupVaults', calls: 1_234, retries: 1 }],
    ...fields,
  };
}
