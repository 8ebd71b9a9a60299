import { UNSUPPORTED } from '../semantics/unsupported.js';
import type { Message } from '../rule/message.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { obstacleMessages } from './obstacle-messages.js';
import type { Misplacement } from './placement.js';

type Text<Status extends VerdictStatus, Of extends string> = Extract<Message, { readonly status: Status }> & {
  readonly text: Of;
};
type Place = '{vault}{account}{region}';
type Found = Text<'pass', `{name}{asOf}{age}${Place}{kept}`>;

/**
 * The messages about copies whose words say where the copies must lie, with the placeholders that they may have: each
 * rule about copies has its own, but for `air-gapped` and the misplacements that it does not know.
 */
export type DirectedMessages = Readonly<Record<'copied' | 'air-gapped', Found>> &
  Readonly<Record<Misplacement, Text<'fail', `{name}${Place}`>>> & {
    readonly 'no-copy-action': Text<'fail', '{name}'>;
    readonly 'aws-cannot-copy': Text<'notApplicable', '{name}{kind}{region}'>;
    readonly 'capability-unknown': Text<'unknown', '{name}'>;
  };

/**
 * The messages of all rules about copies, by id, wherever the copies must lie. The reasons why AWS Backup cannot back up
 * a resource are AWS Backup's own.
 */
export const copyMessages = {
  ...UNSUPPORTED,
  'copy-reported': {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}, according to its completed copy job. That account and Region was not scanned.',
    meaning: 'a completed copy job reports such a copy, in a place that was not scanned',
  },
  'clean-copy': {
    status: 'pass',
    text: '{name} has a clean copy from {asOf}, {age} ago, in {vault} of account {account} in {region}. A malware scan found something in the newer copy from {infected} or in the backup that it is a copy of.',
    meaning: 'the newest copy is infected, and an older one that is recent and kept long enough is not',
  },
  'copy-held': {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in {vault} of account {account} in {region}. Its lifecycle ended on {end}; a legal hold keeps it.',
    meaning: 'the copy is past the end of its lifecycle, and a legal hold keeps it',
  },
  'copied-before-stop': {
    status: 'pass',
    text: '{name} has a copy from {asOf} in {vault} of account {account} in {region}. {name} has been stopped since {stopped}, so its data has not changed since then.',
    meaning: 'the resource is stopped, and the copy was recent when it stopped',
  },
  'copy-configured': {
    status: 'pass',
    promise: true,
    text: '{name} is copied by backup plan {plan} to {vault} of account {account} in {region}, where copies are kept {kept}. The option proof does not require a completed copy.',
    meaning: 'a plan would make such a copy, nothing is known to prevent it, and the options require no more',
  },
  'awaiting-first-copy': {
    status: 'pass',
    promise: true,
    text: '{name} is new, {age} old. Its first copy, by backup plan {plan}, is due by {due} in {vault} of account {account} in {region}.',
    meaning:
      'the resource, or its attachment to the instance that is judged, is younger than `maxAge`, and a plan copies it',
  },

  'never-copied': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no copy in {vault} of account {account} in {region}, although backup plan {plan} copies it there: the scan found no copy and no completed copy job.',
    meaning: 'a plan copies it, but the scan found no copy and no completed copy job',
  },
  stale: {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recent copy: the newest usable one, in {vault} of account {account} in {region}, is from {asOf}, {age} ago; the limit is {allowed}.',
    meaning: 'the data of the newest usable copy is too old',
  },
  'retention-too-short': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has copies in {vault} of account {account} in {region} that are kept {kept}; at least {required} is required.',
    meaning: 'the copy is kept for less than `minRetention`',
  },
  'only-infected': {
    status: 'fail',
    severity: 'high',
    text: '{name} has no clean copy: a malware scan found something in every usable copy or in the backup that it is a copy of. The newest copy, from {asOf}, is in {vault} of account {account} in {region}.',
    meaning: 'a malware scan found something in every copy that could be used, or in the backup that it is a copy of',
  },
  'no-usable-copy': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no usable copy: copies were made to {vault} of account {account} in {region}, but none of them can be used now.',
    meaning: 'copies were made, but none of them exists and is usable now',
  },
  'not-observed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has a copy in {vault} of account {account} in {region} according to its copy job only: that account and Region was not scanned. Scan it, or set the option proof to reported.',
    meaning: 'only a copy job reports the copy, and the options require that the scan finds the copy itself',
  },
  ...obstacleMessages,

  'copy-unverified': {
    status: 'unknown',
    text: '{name} has a copy in {vault} of account {account} in {region} according to its copy job, but the copied recovery point no longer exists, so the age or the retention of the copy is unknown. Scan that account and Region.',
    meaning:
      'a copy job reports the copy, but the scan did not find its source, so its age or its retention is unknown',
  },
  'holds-unread': {
    status: 'unknown',
    text: '{name} has a copy in {vault} of account {account} in {region} that is past its deletion date. Whether a legal hold keeps it is unknown: not all legal holds could be read.',
    meaning:
      'a copy past its deletion date would be enough if a legal hold keeps it, and not all legal holds could be read',
  },
  'promise-unread': {
    status: 'unknown',
    text: 'Whether backup plan {plan} can copy {name} to {vault} of account {account} in {region} is unknown: {missing} could not be read completely.',
    meaning:
      'the first copy is still due or only asked to be planned, and its copy jobs, who manages its KMS key or the settings of the organization could not be read',
  },
  'vault-state-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether backup plan {plan} can copy {name} to {vault} of account {account} in {region} is unknown: {state}, which this version of Backproof does not know. Update Backproof.',
    meaning:
      'the first copy is still due or only asked to be planned, and goes to or comes from a vault in a state that this version of Backproof does not know',
  },
  'one-vault-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether backup plan {plan} can copy {name} to {vault} of account {account} in {region} is unknown: the continuous and the periodic backups of {name} go to different vaults, and AWS Backup wants them in one. AWS does not document which of them fail. Name the same vault in the rules.',
    meaning:
      'the first copy is still due or only asked to be planned, but continuous and periodic backups of a bucket are to go to different vaults, of which AWS Backup refuses some, and AWS does not document which',
  },
  'copy-state-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has a copy in {vault} of account {account} in {region} in a state that this version of Backproof does not know. Update Backproof.',
    meaning: 'the copy or its copy job is in a state that AWS added later',
  },
  'opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is copied to {vault} of account {account} in {region} by backup plan {plan} only if {setting} is opted in to AWS Backup, which AWS did not report.',
    meaning: 'a plan would make the copy if its type is opted in to AWS Backup, which AWS did not report',
  },
  'organization-opt-in-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is copied to {vault} of account {account} in {region} by backup plan {plan} of its organization only if the management account has opted {setting} in to AWS Backup, which a member account cannot read.',
    meaning: 'a plan of the organization would make the copy if its management account has opted the type in',
  },
} as const;
