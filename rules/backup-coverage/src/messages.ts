import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'backed-up': '{name} can be restored to {restorable}, {age} ago.',
  degraded: '{name} can be restored to {restorable}, {age} ago, but its last backup completed with issues: {issue}.',
  'awaiting-first-backup': '{name} is {age} old; its first backup is due by {due}.',
  'covered-by': '{name} is backed up together with {host}, which it is attached to.',
  'native-only': '{name} is in no backup plan, but {mechanism} can restore it to {restorable}.',

  stale:
    '{name} is in {plan}, but the newest it can be restored to is {restorable}, {age} ago; {allowed} is allowed. {job}',
  'never-backed-up': '{name} is in {plan}, but was never backed up. {job}',
  'no-usable-point': '{name} is in {plan}, but none of its {count} recovery points is usable: {reasons}. {job}',
  'continuous-stopped':
    '{name} is in {plan}, but its continuous backup has stopped and nothing newer can be restored. {job}',
  'plan-gone': '{name} is in no backup plan any more; its newest recovery point is of {newest} and {expiry}.',
  unprotected: '{name} is in no backup plan and has no other backup. {closest}',
  'native-stale':
    '{name} is in no backup plan, and {mechanism}, though switched on, cannot restore the last {allowed}.',
  'native-not-accepted': '{name} is in no backup plan; it has {mechanism} only, which the options do not accept.',

  'restorable-time-unknown': '{name} has a continuous backup, but up to when it can be restored could not be learnt.',
  'opt-in-unknown': '{name}: {plan} would back it up if {setting} is opted in to AWS Backup, which AWS did not tell.',
} as const;
