import { UNSUPPORTED } from '@backproof/core';
import { obstacleMessages } from './obstacle-messages.js';
import { placementMessages } from './placement-messages.js';

/** The rule's messages, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  ...placementMessages,
  copied: {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in {vault} of account {account} in {region}. The copy was seen there and is kept {kept}.',
    meaning: 'a recent copy that is kept long enough was seen in another account',
  },
  'air-gapped': {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in the logically air-gapped vault {vault} of its own account {account} in {region}. The copy was seen there and is kept {kept}.',
    meaning: 'the same in a logically air-gapped vault of its own account, which the options accept',
  },
  'copy-reported': {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}, as its copy job reports. That account and Region was not scanned.',
    meaning: 'a completed copy job reports such a copy, in a place that was not scanned',
  },
  'clean-copy': {
    status: 'pass',
    text: '{name} has a clean copy from {asOf}, {age} ago, in {vault} of account {account} in {region}. A malware scan found something in the newer copy from {infected}.',
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
    text: '{plan} copies {name} to {vault} of account {account} in {region} and keeps the copies {kept}. The options ask for no proof of a copy.',
    meaning: 'a plan would make such a copy, nothing is known to prevent it, and the options ask for no more',
  },
  'awaiting-first-copy': {
    status: 'pass',
    promise: true,
    text: '{name} is {age} old, and its first copy is due by {due}. {plan} copies it to {vault} of account {account} in {region}.',
    meaning:
      'the resource, or its attachment to the instance that is judged, is younger than `maxAge`, and a plan copies it',
  },

  'never-copied': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no copy in {vault} of account {account} in {region}, although {plan} copies it there: none was seen, and no completed copy job was found.',
    meaning: 'a plan copies it, but no copy was seen or reported',
  },
  stale: {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recent copy: the newest usable one, in {vault} of account {account} in {region}, is from {asOf}, {age} ago. At most {allowed} is allowed.',
    meaning: 'the data of the newest usable copy is too old',
  },
  'retention-too-short': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} in {vault} of account {account} in {region} are kept {kept}. At least {required} is required.',
    meaning: 'the copy is kept for less than `minRetention`',
  },
  'only-infected': {
    status: 'fail',
    severity: 'high',
    text: '{name} has no clean copy: a malware scan found something in every usable copy, the newest of which, from {asOf}, is in {vault} of account {account} in {region}.',
    meaning:
      'a malware scan found something in every copy that could be used, or in the source of a copy that is reported',
  },
  'no-usable-copy': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no usable copy: copies to {vault} of account {account} in {region} were made, but none of those there can be used.',
    meaning: 'copies were made, and none of them is there and usable any more',
  },
  'not-observed': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has a copy in {vault} of account {account} in {region} by its copy job only: that account and Region was not scanned. Scan it, or set the option proof to reported.',
    meaning: 'a copy is reported, and the options ask for one that was seen',
  },
  ...obstacleMessages,

  'copy-unverified': {
    status: 'unknown',
    text: '{name} has a copy in {vault} of account {account} in {region} by its copy job, but the recovery point that was copied is not there any more, so the age or the retention of the copy is not known. Scan that account and Region.',
    meaning: 'a copy is reported, but its source was not seen, so its age or its end is not known',
  },
  'holds-unread': {
    status: 'unknown',
    text: 'Unknown whether {name} has a usable copy in {vault} of account {account} in {region}: the copy there is past its deletion date, and whether a legal hold keeps it could not be read.',
    meaning: 'a copy past its deletion date would be enough if a legal hold keeps it, and the holds could not be read',
  },
  'promise-unread': {
    status: 'unknown',
    text: 'Unknown whether {plan} can copy {name} to {vault} of account {account} in {region}: not all could be read that could prevent it ({missing}).',
    meaning:
      'the first copy is still due, and its copy jobs, its key or the settings of the organization could not be read',
  },
  'copy-state-unknown': {
    status: 'unknown',
    text: 'Unknown whether {name} has a usable copy in {vault} of account {account} in {region}: AWS reports a state of the copy that this version of Backproof does not know.',
    meaning: 'the copy or its copy job is in a state that AWS added later',
  },
  'capability-unknown': {
    status: 'unknown',
    text: 'Unknown whether {name} can be copied to another account: only advanced DynamoDB backups can, and AWS did not report whether they are enabled.',
    meaning: 'the settings of the Region do not say whether the table has advanced DynamoDB backups',
  },
  'opt-in-unknown': {
    status: 'unknown',
    text: 'Unknown whether {plan} copies {name} to {vault} of account {account} in {region}: AWS did not report whether {setting} is opted in to AWS Backup.',
    meaning: 'a promise would decide, and it rests on an opt-in that the settings of the Region do not name',
  },
  'organization-opt-in-unknown': {
    status: 'unknown',
    text: 'Unknown whether {plan} copies {name} to {vault} of account {account} in {region}: a backup policy of the organization made the plan, and it follows the opt-in of the management account for {setting}, which cannot be read from here.',
    meaning: 'a promise would decide, and it rests on an opt-in of the management account',
  },
} as const;
