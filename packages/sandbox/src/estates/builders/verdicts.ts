import type { LabelVerdict } from '../estate.js';

/** What the rules say in the estates: the verdict behind each message id and, for coverage, behind each exclusion. */
export const VERDICTS = {
  'backup-coverage': {
    'backed-up': 'pass',
    degraded: 'pass',
    'awaiting-first-backup': 'pass',
    'covered-by': 'pass',
    'native-only': 'pass',
    'native-stale': 'fail',
    stale: 'fail',
    'never-backed-up': 'fail',
    unprotected: 'fail',
    'plan-gone': 'fail',
    'no-usable-point': 'fail',
    'continuous-stopped': 'fail',
    'evidence-incomplete': 'unknown',
    'opt-in-unknown': 'unknown',
    'ontap-file-system': 'notApplicable',
    'ontap-volume-type': 'notApplicable',
    'scratch-file-system': 'notApplicable',
    'rds-custom': 'notApplicable',
    'rds-on-outpost': 'notApplicable',
    'cluster-member': 'excluded',
    'restore-test-leftover': 'excluded',
    'auto-scaling': 'excluded',
    spot: 'excluded',
    'instance-store': 'excluded',
    'service-managed': 'excluded',
  },
  'retention-tiers': {
    'tiers-held': 'pass',
    'on-track': 'pass',
    'lifecycle-invalid': 'fail',
    'lock-conflict': 'fail',
    'never-fires': 'fail',
    'design-falls-short': 'fail',
    gaps: 'fail',
    'proof-contradicts-plan': 'fail',
    'evidence-incomplete': 'unknown',
  },
  'cross-account-copy': {
    copied: 'pass',
    'copy-reported': 'pass',
    'never-copied': 'fail',
    'same-account': 'fail',
    'blocked-by-key': 'fail',
    'copy-failing': 'fail',
    stale: 'fail',
    'retention-too-short': 'fail',
    'wrong-account': 'fail',
    'air-gapped-same-account': 'fail',
    suppressed: 'fail',
    'evidence-incomplete': 'unknown',
    'aws-cannot-copy': 'notApplicable',
    china: 'notApplicable',
  },
  'restore-test': {
    tested: 'pass',
    'tested-unvalidated': 'pass',
    'tested-leftover': 'pass',
    'tested-by-sample': 'pass',
    'restored-manually': 'pass',
    'restored-indirectly': 'pass',
    'validation-failed': 'fail',
    'test-failed': 'fail',
    'too-slow': 'fail',
    overdue: 'fail',
    'history-too-short': 'unknown',
    'not-testable': 'notApplicable',
  },
  'replication-only': {
    'native-window': 'pass',
    'replica-of': 'pass',
    'protected-elsewhere': 'pass',
    'replication-only': 'fail',
    'evidence-incomplete': 'unknown',
    'source-not-scanned': 'unknown',
    'not-replicated': 'notApplicable',
  },
} as const satisfies Record<string, Record<string, LabelVerdict | 'excluded'>>;

type Verdicts = typeof VERDICTS;

/** A rule that labels tell of. */
export type RuleId = keyof Verdicts;

/** What a rule says of a resource of an estate. */
export type MessageOf<Rule extends RuleId> = keyof Verdicts[Rule];
