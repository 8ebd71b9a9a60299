import { UNSUPPORTED } from '@backproof/core';
import { failures } from './failures.js';

const passes = {
  'backed-up': {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago.',
    meaning: 'a usable recovery point is recent enough',
  },
  degraded: {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago. Its last backup job completed with issues: {issue}.',
    meaning: 'a usable recovery point is recent enough, but the last backup job completed with issues',
  },
  'older-is-clean': {
    status: 'pass',
    text: '{name} is backed up: its newest clean data is from {restorable}, {age} ago. A malware scan found something in its newest recovery point, from {infected}.',
    meaning: 'the newest recovery point is infected; an older one, in which no malware was found, is recent enough',
  },
  held: {
    status: 'pass',
    text: '{name} is backed up: its newest restorable data is from {restorable}, {age} ago. A legal hold keeps that recovery point past its deletion date.',
    meaning: 'the recovery point that is recent enough exists only because a legal hold keeps it',
  },
  'copy-pending': {
    status: 'pass',
    text: '{name} is backed up as of {restorable}, {age} ago, but this recovery point is temporary: AWS Backup deletes it once its copy is complete.',
    meaning: 'the only recovery point that is young enough is deleted once its copy is complete',
  },
  stopped: {
    status: 'pass',
    text: '{name} has been stopped since {since}, so its data has not changed since then. It can be restored as of {restorable} from {by}.',
    meaning: 'a stopped database whose backups were recent enough when it stopped',
  },
  'awaiting-first-backup': {
    status: 'pass',
    promise: true,
    text: '{name} is new, {age} old. Its first backup, from {by}, is due by {due}.',
    meaning: 'the resource is new, and its first backup can come and is not overdue',
  },
  'native-only': {
    status: 'pass',
    text: '{name} is in no backup plan. It can be restored as of {restorable} from its {kind}.',
    meaning: 'in no plan, but native backups can restore a recent moment',
  },
  'native-versioning': {
    status: 'pass',
    text: '{name} is in no backup plan. Earlier versions of its objects are {kept}, and it can be restored from them object by object.',
    meaning: 'a bucket in no plan that keeps earlier versions of its objects, which the options accept',
  },
  'service-backed-up': {
    status: 'pass',
    text: '{name} can be restored as of {restorable}, {age} ago, from its {kind}. AWS Backup does not support its type.',
    meaning: 'of a type that AWS Backup does not support, and backups of its service can restore a recent moment',
  },
} as const;

const unknowns = {
  'setting-unknown': {
    status: 'unknown',
    text: '{name} is new, {age} old, and in {plans}. AWS Backup backs it up only if its {setting} is enabled, which could not be read.',
    meaning: 'a new resource in a plan: whether a setting that AWS Backup requires of it is enabled could not be read',
  },
  'restorable-time-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has a continuous backup, but AWS did not report its latest restorable time.',
    meaning: 'a continuous backup whose latest restorable time AWS did not report',
  },
  'opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} matches backup plan {plan}, but AWS did not report whether {setting} is opted in to AWS Backup.',
    meaning: 'a plan covers it if its type is opted in to AWS Backup, which AWS did not report',
  },
  'organization-opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is new, {age} old, and in backup plan {plan} of its organization. The plan backs it up only if the management account has opted {setting} in to AWS Backup, which a member account cannot read.',
    meaning:
      "a new resource that only a plan of its organization covers, which follows the management account's opt-in",
  },
  'key-unknown': {
    status: 'unknown',
    text: '{name} is new, {age} old, and in backup plan {plan}. Whether AWS manages its KMS key is unknown, which decides the vault that its backups go to. In one of the two cases no backup can be made: {problem}.',
    meaning:
      'a new resource that its plan can back up or not, depending on whether its KMS key is managed by AWS, which is not known',
  },
  'vault-state-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is new, {age} old, and in backup plan {plan}, but whether a backup can be made is unknown: {state}, which this version of Backproof does not know. Update Backproof.',
    meaning: 'a new resource whose plan writes to a vault in a state that this version of Backproof does not know',
  },
  'stop-time-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is stopped, but AWS did not report since when, so its data may have changed since its newest backup. Its newest usable backup is from {restorable}, {age} ago.',
    meaning: 'a stopped database: whether its data has changed since its newest backup is not known',
  },
  'stopped-without-time': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is stopped, but AWS reported neither since when nor a restorable time of its {kind}, so whether they contain its last data is unknown.',
    meaning: 'a stopped database with native backups: whether they contain its last data is unknown',
  },
  'status-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has a recovery point from {restorable}, {age} ago, in a status that this version of Backproof does not know. Update Backproof.',
    meaning: 'a point in a status that this version of Backproof does not know would be enough if it is usable',
  },
  'holds-unread': {
    status: 'unknown',
    text: '{name} has a recovery point from {restorable}, {age} ago, that is past its deletion date. Whether a legal hold keeps it is unknown: not all legal holds could be read.',
    meaning:
      'a point past its deletion date would be enough if a legal hold keeps it, and not all legal holds could be read',
  },
} as const;

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = { ...UNSUPPORTED, ...passes, ...failures, ...unknowns } as const;
