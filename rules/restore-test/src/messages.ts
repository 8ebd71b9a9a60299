import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  tested: '{name} was restored in a test on {tested}; it took {duration}, and the result was validated.',
  'tested-unvalidated':
    '{name} was restored in a test on {tested}; it took {duration}. The result has not been validated.',
  'tested-leftover':
    '{name} was restored in a test on {tested}; it took {duration}, {validation}. What the test made was not deleted: {leftover}.',
  'restored-manually': '{name} was restored on demand on {tested}; it took {duration}.',
  'restored-with-host':
    '{host}, which {name} is attached to and backed up with, was restored on {tested}; it took {duration}.',
  'tested-by-sample': '{sample} was restored on {tested} and stands for {group}, as does {name}; it took {duration}.',
  'restored-indirectly':
    'A recovery point of {name} was last restored on {tested}, as AWS Backup says of it; no job is known that tells how it went.',
  'not-due-yet': '{name} was created on {created}; its first restore test is due by {due}.',

  'test-failed':
    'The newest restore of {name}, on {tested}, ended {status}: {reason}. No other in the last {within} makes up for it.',
  'validation-failed':
    'The newest restore of {name}, on {tested}, completed, but its validation ended {validation}: {reason}. No other in the last {within} makes up for it.',
  'not-validated':
    'The newest restore of {name}, on {tested}, completed, but its result was not validated. No other in the last {within} makes up for it.',
  'too-slow':
    'The newest restore of {name}, on {tested}, took {duration}; {allowed} is allowed. No other in the last {within} makes up for it.',
  overdue:
    'The last restore of {name} known that counts as a test is of {tested}, {age} ago; {within} is allowed. {plan}',
  'never-tested': 'No restore of {name} is known since {since} that counts as a test. {plan}',
  'nothing-to-restore':
    'No restore of {name} in the last {within} is known that counts as a test, and it has no usable recovery point that could be restored.',

  'history-too-short':
    'No restore of {name} in the last {within} is known that counts as a test, but restore jobs are known since {since} only: AWS keeps them for 30 days. {attempt}{plan} Keep them with "scan --save-inventory FILE" at least every 30 days, and give the files to the next scan with --history FILE.',
  'restore-jobs-unread':
    'No restore of {name} in the last {within} is known that counts as a test, but not all restore jobs of the last 30 days could be read or joined to their resources. {attempt}{plan}',
  'validation-pending':
    'The newest restore of {name}, on {tested}, completed, but its validation had not ended when it was read.',
  'group-unknown':
    '{sample} was restored on {tested}, but whether it stands for {name} by its {group} cannot be told: tags or an opt-in could not be learnt.',

  'not-testable': 'Restore testing does not support its type, and no restore of it on demand is known',
} as const;
