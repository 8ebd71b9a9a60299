import { gateOf, openBySeverity, STRICTEST_GATE, tallyOf } from '@backproof/core';
import type { Failure, Gap, Outcome, OutcomeSubject, RuleInRun, Run } from '@backproof/core';

/** What a report is made of, complete; a test names what matters to it. */
export function subject(fields: Partial<OutcomeSubject> = {}): OutcomeSubject {
  const name = fields.name ?? 'orders';
  const arn = `arn:aws:rds:eu-west-1:111111111111:db:${name}`;
  return { arn, type: 'RDS', name, accountId: '111111111111', region: 'eu-west-1', ...fields };
}

/** A failure, open unless it says otherwise. */
export function failure(fields: Partial<Failure> = {}): Failure {
  return { ...about, status: 'fail', disposition: { kind: 'open' }, ...fields };
}

/** What is no failure. */
export function outcome(status: Exclude<Outcome['status'], 'fail'>, fields: Partial<typeof about> = {}): Outcome {
  return { ...about, status, ...fields };
}

const about: Omit<Failure, 'status' | 'disposition' | 'inBaseline'> = {
  ruleId: 'backup-coverage',
  subject: subject(),
  severity: 'high',
  messageId: 'unprotected',
  message: 'orders is in no backup plan.',
  data: { name: 'orders' },
  evidence: [],
  gaps: [],
  fingerprint: '0'.repeat(64),
};

export const denied: Gap = {
  operation: 'backup:ListBackupJobs',
  code: 'AccessDeniedException',
  message: 'User is not authorized.',
  iamAction: 'backup:ListBackupJobs',
};

/** A run as an evaluation would leave it: what it counts and means follows from what it holds. */
export function run({
  rules = [{}],
  ...fields
}: Partial<Omit<Run, 'rules'>> & { rules?: readonly Partial<RuleInRun>[] } = {}): Run {
  const { outcomes = [] } = fields;
  const seen = {
    rules: rules.map((given): RuleInRun => {
      const rule = { ...aRule, ...given };
      return { ...rule, tally: tallyOf(outcomes.filter(({ ruleId }) => ruleId === rule.id)) };
    }),
    open: openBySeverity(outcomes),
    scopes: [scope],
    populations: [{ kind: 'vaults', scope, status: 'complete', count: 1, pages: 1 }] as const,
    ...fields,
  };
  return {
    schemaVersion: 2,
    id: 'cd'.repeat(32),
    tool: { name: 'backproof', version: '1.2.3' },
    now: '2026-11-22T12:00:00.000Z',
    inventory: { schemaVersion: 1, sha256: 'ab'.repeat(32), takenAt: '2026-11-22T12:00:00.000Z' },
    settings: { sha256: 'ef'.repeat(32), subjects: {} },
    gate: gateOf(seen, STRICTEST_GATE),
    excluded: [],
    waivers: [],
    outcomes,
    calls: [{ scope, operation: 'backup:ListBackupVaults', calls: 1_234, retries: 1 }],
    ...seen,
  };
}

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

const aRule: Omit<RuleInRun, 'tally'> = {
  id: 'backup-coverage',
  version: '1.0.0',
  title: 'Every resource is really backed up',
  severity: 'high',
  rationale: 'A plan is an intent.',
  remediation: 'Assign it to a plan.',
  controls: [],
  options: {},
  off: false,
  overrides: [],
  switchedOff: 0,
};
