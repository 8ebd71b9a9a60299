import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  tested: {
    status: 'pass',
    text: '{name} was restored in a test on {tested}; it took {duration}, and the result was validated.',
    meaning: 'restored by a restore-testing plan, and the result was validated',
  },
  'tested-unvalidated': {
    status: 'pass',
    text: '{name} was restored in a test on {tested}; it took {duration}. The result has not been validated.',
    meaning: 'restored by a restore-testing plan, without a validation, or before it ended',
  },
  'tested-leftover': {
    status: 'pass',
    text: '{name} was restored in a test on {tested}; it took {duration}, {validation}. What the test made was not deleted: {leftover}.',
    meaning: 'so it was, but what the test made was not deleted and still costs',
  },
  'restored-manually': {
    status: 'pass',
    text: '{name} was restored on demand on {tested}; it took {duration}.',
    meaning: 'restored on demand',
  },
  'restored-with-host': {
    status: 'pass',
    text: '{host}, which {name} is attached to and backed up with, was restored on {tested}; it took {duration}.',
    meaning: 'a volume whose instance was restored',
  },
  'tested-by-sample': {
    status: 'pass',
    text: '{sample} was restored on {tested} and stands for {group}, as does {name}; it took {duration}.',
    meaning: 'another resource was restored that stands for it by `scope`',
  },
  'restored-indirectly': {
    status: 'pass',
    text: 'A recovery point of {name} was last restored on {tested}, as AWS Backup says of it; no job is known that tells how it went.',
    meaning: 'a recovery point says that it was restored; no job tells how that went',
  },
  'not-due-yet': {
    status: 'pass',
    text: '{name} was created on {created}; its first restore test is due by {due}.',
    meaning: 'younger than `within`, all its restore jobs are known, and there are none that ended',
  },

  'test-failed': {
    status: 'fail',
    severity: 'medium',
    text: 'The newest restore of {name}, on {tested}, ended {status}: {reason}. No other in the last {within} makes up for it.',
    meaning: 'the newest restore failed or was aborted',
  },
  'validation-failed': {
    status: 'fail',
    severity: 'medium',
    text: 'The newest restore of {name}, on {tested}, completed, but its validation ended {validation}: {reason}. No other in the last {within} makes up for it.',
    meaning: 'the newest restore completed, but its validation failed or timed out',
  },
  'not-validated': {
    status: 'fail',
    severity: 'medium',
    text: 'The newest restore of {name}, on {tested}, completed, but its result was not validated. No other in the last {within} makes up for it.',
    meaning: 'the newest restore completed without the validation that the options ask for',
  },
  'too-slow': {
    status: 'fail',
    severity: 'medium',
    text: 'The newest restore of {name}, on {tested}, took {duration}; {allowed} is allowed. No other in the last {within} makes up for it.',
    meaning: 'the newest restore took longer than `maxRestoreTime`',
  },
  overdue: {
    status: 'fail',
    severity: 'medium',
    text: 'The last restore of {name} known that counts as a test is of {tested}, {age} ago; {within} is allowed. {plan}',
    meaning: 'the last restore that counts is older than `within`',
  },
  'never-tested': {
    status: 'fail',
    severity: 'medium',
    text: 'No restore of {name} is known since {since} that counts as a test. {plan}',
    meaning: 'no restore that counts is known at all',
  },
  'nothing-to-restore': {
    status: 'fail',
    severity: 'medium',
    text: 'No restore of {name} in the last {within} is known that counts as a test, and it has no usable recovery point that could be restored.',
    meaning: 'no restore in `within`, and no usable recovery point to restore',
  },

  'history-too-short': {
    status: 'unknown',
    text: 'No restore of {name} in the last {within} is known that counts as a test, but restore jobs are known since {since} only: AWS keeps them for 30 days. {attempt}{plan} Keep them in a ledger: scan with --ledger FOLDER at least every 30 days.',
    meaning: 'no restore that counts is known, but AWS may have forgotten one',
  },
  'restore-jobs-unread': {
    status: 'unknown',
    text: 'No restore of {name} in the last {within} is known that counts as a test, but not all restore jobs of the last 30 days could be read or joined to their resources. {attempt}{plan}',
    meaning: 'no restore that counts is known, but not all jobs that AWS remembers could be read',
  },
  'end-unknown': {
    status: 'unknown',
    text: 'No restore of {name} in the last {within} is known that counts as a test. One of {sample} was started on {started}, as an event of CloudTrail tells; how it ended is not known. {plan} Import the restore job report of that day with: backproof ledger import FILE',
    meaning: 'no restore that counts is known, and of one it is known only that it was started',
  },
  'validation-pending': {
    status: 'unknown',
    text: 'The newest restore of {name}, on {tested}, completed, but its validation had not ended when it was read.',
    meaning: 'the newest restore completed, and the validation that the options ask for has not ended',
  },
  'group-unknown': {
    status: 'unknown',
    text: '{sample} was restored on {tested}, but whether it stands for {name} by its {group} cannot be told: tags or an opt-in could not be learnt.',
    meaning: 'a resource was restored that may stand for it, but tags or an opt-in could not be learnt',
  },

  'not-testable': {
    status: 'notApplicable',
    text: 'Restore testing does not support its type, and no restore of it on demand is known',
  },
} as const;
