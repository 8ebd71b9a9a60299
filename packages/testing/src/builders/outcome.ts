import { sha256 } from '@backproof/core';
import type { Failure, Gap, Outcome, OutcomeSubject } from '@backproof/core';
import { home } from './place.js';

/** The fields of every outcome, whatever its status. */
type AboutOutcome = Omit<Failure, 'status' | 'disposition' | 'inBaseline'>;

/** The database `orders` at home, or what is named; its ARN follows from its name. */
export function subject(fields: Partial<OutcomeSubject> = {}): OutcomeSubject {
  const { name = 'orders', accountId = home.accountId, region = home.region } = fields;
  const arn = `arn:aws:rds:${region}:${accountId}:db:${name}`;
  return { arn, type: 'RDS', name, accountId, region, ...fields };
}

/** A violation of `backup-coverage`, open unless it says otherwise. */
export function failure(fields: Partial<Failure> = {}): Failure {
  return { ...about(fields), status: 'fail', disposition: { kind: 'open' }, ...fields };
}

/** An outcome that is not a failure. */
export function outcome(status: Exclude<Outcome['status'], 'fail'>, fields: Partial<AboutOutcome> = {}): Outcome {
  return { ...about(fields), status, ...fields };
}

/** An access that was denied. */
export function gap(fields: Partial<Gap> = {}): Gap {
  return {
    operation: 'backup:ListBackupJobs',
    code: 'AccessDeniedException',
    message: 'User is not authorized.',
    iamAction: 'backup:ListBackupJobs',
    ...fields,
  };
}

function about({ ruleId = 'backup-coverage', subject: given = subject() }: Partial<AboutOutcome>): AboutOutcome {
  return {
    ruleId,
    subject: given,
    severity: 'high',
    messageId: 'unprotected',
    message: `${given.name} is in no backup plan.`,
    data: { name: given.name },
    evidence: [],
    gaps: [],
    fingerprint: sha256([ruleId, '\n', given.arn]),
  };
}
