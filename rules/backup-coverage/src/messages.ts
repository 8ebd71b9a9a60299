import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,

  'backed-up': {
    status: 'pass',
    text: '{name} is backed up as of {restorable}, {age} ago.',
    meaning: 'a usable recovery point is young enough',
  },
  degraded: {
    status: 'pass',
    text: '{name} is backed up as of {restorable}, {age} ago, but its last backup completed with issues: {issue}.',
    meaning: 'so it is, but the last backup completed with issues',
  },
  'awaiting-first-backup': {
    status: 'pass',
    promise: true,
    text: '{name} is {age} old; its first backup is due by {due}.',
    meaning: 'the resource is new, and the end of the start window of its first run is still ahead',
  },
  'native-only': {
    status: 'pass',
    text: '{name} is in no backup plan; {mechanism} holds it as of {restorable}.',
    meaning: "in no plan, but the service's own backups can restore a recent moment",
  },

  stale: {
    status: 'fail',
    severity: 'high',
    text: '{name} is in {plan}, but its newest usable backup is of {restorable}, {age} ago; {allowed} is allowed. {job}',
    meaning: 'in a plan, but the newest usable backup is too old',
  },
  'never-backed-up': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plan}, but was never backed up. {job}',
    meaning: 'in a plan, but there is no recovery point',
  },
  'no-usable-point': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plan}, but none of its recovery points is usable: {reasons}. {job}',
    meaning: 'in a plan, but its points are expired, partial, being deleted, ...',
  },
  'continuous-stopped': {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in {plan}, but its continuous backup has stopped and no other backup is usable. {job}',
    meaning: 'in a plan, but its continuous backup has stopped',
  },
  'plan-gone': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan any more; its newest recovery point is of {newest} and {expiry}.',
    meaning: 'in no plan any more; old points remain',
  },
  unprotected: {
    status: 'fail',
    severity: 'critical',
    text: '{name} is in no backup plan and has no other backup. {closest}',
    meaning: 'in no plan, without points or backups of its own',
  },
  'native-stale': {
    status: 'fail',
    severity: 'high',
    text: '{name} is in no backup plan, and {mechanism}, though switched on, holds nothing of the last {allowed}.',
    meaning: "in no plan, and the service's own backups cannot restore a recent moment",
  },
  'native-not-accepted': {
    status: 'fail',
    severity: 'medium',
    text: '{name} is in no backup plan; it has {mechanism} only, which the options do not accept.',
    meaning: "in no plan, and the options do not accept the service's own backups",
  },

  'restorable-time-unknown': {
    status: 'unknown',
    text: '{name} has a continuous backup, but up to when it reaches could not be learnt.',
    meaning: 'a continuous backup, but up to when it reaches could not be learnt',
  },
  'opt-in-unknown': {
    status: 'unknown',
    text: '{name}: {plan} would back it up if {setting} is opted in to AWS Backup, which AWS did not tell.',
    meaning: 'a plan covers it if its type is opted in, which AWS did not tell',
  },
} as const;
