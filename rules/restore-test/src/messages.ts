import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  tested: {
    status: 'pass',
    text: '{name} was restored in a test on {tested}. The restore took {duration}, and its result was validated.',
    meaning: 'restored by a restore-testing plan, and the result was validated',
  },
  'tested-unvalidated': {
    status: 'pass',
    text: '{name} was restored in a test on {tested}. The restore took {duration}. Its result has not been validated.',
    meaning: 'restored by a restore-testing plan, without a validation, or before the validation ended',
  },
  'tested-leftover': {
    status: 'pass',
    text: '{name} was restored in a test on {tested}. The restore took {duration}; validation: {validation}. The restored resource was not deleted ({leftover}) and still costs money: delete it.',
    meaning: 'restored by a restore-testing plan, but what the test made was not deleted and still costs money',
  },
  'restored-manually': {
    status: 'pass',
    text: '{name} was restored on demand on {tested}. The restore took {duration}.',
    meaning: 'restored on demand',
  },
  'restored-in-events': {
    status: 'pass',
    text: '{name} was restored on {tested}, as CloudTrail recorded. The restore took {duration}. AWS Backup no longer lists the job, so whether a restore-testing plan started it is unknown.',
    meaning: 'restored, as events of CloudTrail show; AWS Backup no longer lists the job',
  },
  'tested-by-sample': {
    status: 'pass',
    text: '{name} counts as tested because {sample} was restored on {tested} and the option scope ({group}) lets one stand for the other. The restore took {duration}.',
    meaning: 'another resource was restored that stands for it by the option `scope`',
  },
  'restored-indirectly': {
    status: 'pass',
    text: '{name} has a recovery point that AWS Backup reports as last restored on {tested}. No restore job is known that shows how that restore ended.',
    meaning: 'a recovery point reports that it was restored; no job shows how that ended',
  },
  'restored-natively': {
    status: 'pass',
    text: '{name} was restored without AWS Backup on {tested}, as CloudTrail recorded by the call {call}. Whether the restore completed is unknown.',
    meaning: 'restored without AWS Backup: CloudTrail shows that it began, and nothing shows how it ended',
  },
  'restored-natively-by-sample': {
    status: 'pass',
    text: '{name} counts as tested because {sample} was restored without AWS Backup on {tested} and the option scope ({group}) lets one stand for the other. CloudTrail recorded the call {call}. Whether the restore completed is unknown.',
    meaning: 'another resource was restored without AWS Backup that stands for it by the option `scope`',
  },
  'not-due-yet': {
    status: 'pass',
    promise: true,
    text: '{name} was created on {created}. Its first restore test is due by {due}.',
    meaning: 'younger than `within`, all its restore jobs are known, and none has ended',
  },

  'test-failed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no successful restore test in the last {within}. The most recent finished restore, on {tested}, ended {status}: {reason}.',
    meaning: 'the most recent restore failed or was aborted',
  },
  'validation-failed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no successful restore test in the last {within}. The validation of the most recent finished restore, on {tested}, ended {validation}: {reason}.',
    meaning: 'the most recent restore completed, but its validation failed or timed out',
  },
  'not-validated': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no validated restore in the last {within}. The result of the most recent finished restore, on {tested}, was not validated.',
    meaning: 'the most recent restore completed without the validation that the options ask for',
  },
  'too-slow': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no restore in the last {within} that was fast enough. The most recent finished restore, on {tested}, took {duration}; the limit is {allowed}.',
    meaning: 'the most recent restore took longer than `maxRestoreTime`',
  },
  overdue: {
    status: 'fail',
    severity: 'medium',
    text: '{name} is overdue for a restore test. Its last known qualifying restore was on {tested}, {age} ago; the limit is {within}. Restore-testing plans that may pick it: {plans}.',
    meaning: 'the last restore that counts is older than `within`',
  },
  'never-tested': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no qualifying restore since {since}, when the known restore history begins. CloudTrail shows no restore without AWS Backup either. Restore-testing plans that may pick it: {plans}.',
    meaning: 'no restore that counts is known at all, by AWS Backup or without it',
  },
  'never-restored': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no qualifying restore since {since}: neither the restore jobs of AWS Backup nor the event history of CloudTrail shows one, by AWS Backup or without it. Restore-testing plans that may pick it: {plans}.',
    meaning:
      'no restore that counts is in the list of restore jobs or in the event history of CloudTrail, by AWS Backup or without it',
  },
  'not-restored-by-backup': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no qualifying restore by AWS Backup since {since}. Restores without AWS Backup do not count, or were not searched for; known ones: {others}. Restore-testing plans that may pick it: {plans}.',
    meaning:
      'no restore by AWS Backup that counts is known; restores without it do not count by the options, leave no event for this type, or were not searched for',
  },
  'nothing-to-restore': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no qualifying restore in the last {within}, and AWS Backup has no usable recovery point of it to restore.',
    meaning: 'no restore in `within`, and no usable recovery point to restore',
  },

  'history-too-short': {
    status: 'unknown',
    kind: 'forgotten',
    text: '{name} has no known qualifying restore in the last {within}, but its restore history begins only on {since}: AWS keeps restore jobs for 30 days. Restore-testing plans that may pick it: {plans}. If scans with --ledger FOLDER keep the jobs, at least every 30 days, it is known on {knownFrom}.',
    meaning: 'no restore that counts is known, but AWS may have forgotten one',
  },
  'last-restore-failed': {
    status: 'unknown',
    kind: 'forgotten',
    text: '{name} has no known qualifying restore in the last {within}. Its most recent finished restore, on {tested}, ended {result}: {reason}. An earlier one may have succeeded, but the restore history begins only on {since}: AWS keeps restore jobs for 30 days. If scans with --ledger FOLDER keep them, at least every 30 days, it is known on {knownFrom}.',
    meaning: 'the most recent restore failed, but AWS may have forgotten an earlier one that counts',
  },
  'restore-jobs-unread': {
    status: 'unknown',
    text: '{name} has no known qualifying restore in the last {within}, but its restore history is incomplete: not all restore jobs of the last 30 days could be read or matched to a resource. Restore-testing plans that may pick it: {plans}.',
    meaning:
      'no restore that counts is known, but not all jobs that AWS remembers could be read or matched to what they restored',
  },
  'native-restores-unread': {
    status: 'unknown',
    text: '{name} has no known qualifying restore in the last {within}, but restores without AWS Backup are not all known: the event history of CloudTrail could not be read completely (cloudtrail:LookupEvents).',
    meaning:
      'no restore that counts is known, but the events of restores without AWS Backup could not all be read, or there are more than 2,000 of a call',
  },
  'native-source-unknown': {
    status: 'unknown',
    kind: 'forgotten',
    text: '{name} has no known qualifying restore in the last {within}, but {call} restored something of its type without AWS Backup on {tested}. Whether that was {name} is unknown: the source no longer exists ({point}).',
    meaning:
      'no restore that counts is known, but something of its type was restored without AWS Backup from a snapshot that no longer exists',
  },
  'end-unknown': {
    status: 'unknown',
    kind: 'forgotten',
    text: '{name} has no known qualifying restore in the last {within}, but a restore of {sample} started on {started}. How it ended is unknown: the event history of CloudTrail has its start and not its end. Import the restore job report of that day with: backproof ledger import FILE',
    meaning: 'no restore that counts is known, and of one only its start is known',
  },
  'creator-unknown': {
    status: 'unknown',
    kind: 'forgotten',
    text: '{name} has no known restore test in the last {within}, but a restore of {sample} started on {started} and completed, as CloudTrail recorded. AWS Backup no longer lists the job, so whether a restore-testing plan started it is unknown.',
    meaning: 'no test is known, and of a restore that events of CloudTrail show it is unknown whether it was one',
  },
  'word-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has no known qualifying restore in the last {within}, but restore job {job} of {sample}, started on {started}, has {field} {word}, which this version of Backproof does not know. Update Backproof.',
    meaning: 'no restore that counts is known, and AWS reports one with a status that this version does not know',
  },
  'duration-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has no known qualifying restore in the last {within}, but a restore of {sample} started on {started} and completed. AWS did not report when, so whether it took {allowed} at most is unknown.',
    meaning: 'no restore that counts is known, and of one that completed AWS does not report how long it took',
  },
  'validation-pending': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has no validated restore in the last {within}. The validation of its most recent restore, on {tested}, had not ended when the job was read.',
    meaning: 'the validation that the options ask for has not ended for the most recent restore',
  },
  'group-unknown': {
    status: 'unknown',
    text: '{name} has no qualifying restore of its own. {sample} was restored on {tested}, but whether it stands for {name} by the option scope ({group}) is unknown: tags or an opt-in setting could not be read.',
    meaning: 'a resource was restored that may stand for it, but tags or an opt-in setting could not be read',
  },

  'not-testable': {
    status: 'notApplicable',
    text: '{name} is of a type that AWS Backup restore testing does not support, and no restore on demand of it is known.',
    meaning: 'restore testing does not support its type, and no restore on demand is known',
  },
} as const;
