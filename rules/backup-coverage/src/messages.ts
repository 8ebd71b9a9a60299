import { UNSUPPORTED } from '@backproof/core';
import { failures } from './failures.js';

const passes = {
  'backed-up': {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago.',
    meaning: 'a usable recovery point is young enough',
  },
  degraded: {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago. Its last backup job completed with issues: {issue}.',
    meaning: 'so it is, but the last backup job completed with issues',
  },
  'older-is-clean': {
    status: 'pass',
    text: '{name} is backed up: its newest clean data is from {restorable}, {age} ago. A malware scan found something in its newest recovery point, from {infected}.',
    meaning: 'the newest recovery point is infected; an older one, in which no malware was found, is young enough',
  },
  held: {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago. A legal hold keeps that recovery point past its deletion date.',
    meaning: 'the recovery point that is young enough exists only because a legal hold keeps it',
  },
  'copy-pending': {
    status: 'pass',
    text: '{name} is backed up as of {restorable}, {age} ago, but this recovery point is temporary: AWS Backup deletes it once its copy is complete.',
    meaning: 'the only recovery point that is young enough is deleted once its copy is complete',
  },
  stopped: {
    status: 'pass',
    text: '{name} has been stopped since {since}, so its data has not changed since then. It can be restored as of {restorable} from {by}.',
    meaning: 'a stopped database whose backups were young enough when it stopped',
  },
  'awaiting-first-backup': {
    status: 'pass',
    promise: true,
    text: '{name} is new, {age} old. Its first backup, from {by}, is due by {due}.',
    meaning: 'the resource is new, and its first backup can come and is not overdue',
  },
  'native-only': {
    status: 'pass',
    text: '{name} is in no backup plan. Its {kind} can restore it as of {restorable}.',
    meaning: 'in no plan, but native backups can restore a recent moment',
  },
} as const;

const unknowns = {
  'restorable-time-unknown': {
    status: 'unknown',
    text: '{name} has a continuous backup, but its latest restorable time was not reported.',
    meaning: 'a continuous backup whose latest restorable time was not reported',
  },
  'opt-in-unknown': {
    status: 'unknown',
    text: '{name} matches backup plan {plan}, but AWS did not report whether {setting} is opted in to AWS Backup.',
    meaning: 'a plan covers it if its type is opted in, which AWS did not report',
  },
  'organization-opt-in-unknown': {
    status: 'unknown',
    text: '{name} is new, {age} old, and in backup plan {plan} of its organization, which backs it up only if the management account is opted in to {setting}. This cannot be read from a member account.',
    meaning: "a new resource that only a plan of its organization covers, which follows the management account's opt-in",
  },
  'stop-time-unknown': {
    status: 'unknown',
    text: '{name} is stopped, but AWS did not report since when. Its newest usable backup is from {restorable}, {age} ago.',
    meaning: 'a stopped database: whether its data has changed since its newest backup is not known',
  },
  'holds-unread': {
    status: 'unknown',
    text: '{name} has a recovery point from {restorable}, {age} ago, that is past its deletion date. Whether a legal hold keeps it could not be read.',
    meaning: 'a point past its deletion date would be enough if a legal hold keeps it, and the holds could not be read',
  },
} as const;

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = { ...UNSUPPORTED, ...passes, ...failures, ...unknowns } as const;
