import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'backed-up': '{name} is backed up as of {restorable}, {age} ago.',
  degraded: '{name} is backed up as of {restorable}, {age} ago, but its last backup completed with issues: {issue}.',
  'awaiting-first-backup': '{name} is {age} old; its first backup is due by {due}.',
  'covered-by': '{name} is backed up together with {host}, which it is attached to.',
  'native-only': '{name} is in no backup plan; {mechanism} holds it as of {restorable}.',

  stale: '{name} is in {plan}, but its newest usable backup is of {restorable}, {age} ago; {allowed} is allowed. {job}',
  'never-backed-up': '{name} is in {plan}, but was never backed up. {job}',
  'no-usable-point': '{name} is in {plan}, but none of its recovery points is usable: {reasons}. {job}',
  'continuous-stopped':
    '{name} is in {plan}, but its continuous backup has stopped and no other backup is usable. {job}',
  'plan-gone': '{name} is in no backup plan any more; its newest recovery point is of {newest} and {expiry}.',
  unprotected: '{name} is in no backup plan and has no other backup. {closest}',
  'native-stale':
    '{name} is in no backup plan, and {mechanism}, though switched on, holds nothing of the last {allowed}.',
  'native-not-accepted': '{name} is in no backup plan; it has {mechanism} only, which the options do not accept.',

  'restorable-time-unknown': '{name} has a continuous backup, but up to when it reaches could not be learnt.',
  'opt-in-unknown': '{name}: {plan} would back it up if {setting} is opted in to AWS Backup, which AWS did not tell.',
} as const;
