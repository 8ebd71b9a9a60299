import { durationText } from '../config/duration.js';
import type { Loss, RestoreStep, Why } from '../semantics/survival/index.js';

/** The name of a loss at the beginning of a row. */
export function lossName(loss: Loss): string {
  switch (loss.kind) {
    case 'deletion':
      return 'resource deleted';
    case 'late':
      return `corruption found ${durationText(loss.foundAfterMs)} later`;
    case 'region':
      return 'Region lost';
    case 'account':
      return 'account closed';
    case 'hostile-admin':
      return 'hostile administrator';
    case 'organization':
      return 'organization closed';
    case 'key':
      return 'key lost';
  }
}

/** A loss as a condition: `the account 111111111111 is closed`. */
export function lossClause(loss: Loss): string {
  switch (loss.kind) {
    case 'deletion':
      return 'a resource is deleted';
    case 'late':
      return `data was corrupted ${durationText(loss.foundAfterMs)} ago and that is found today`;
    case 'region':
      return loss.region === undefined ? 'the Region of a resource is lost' : `the Region ${loss.region} is lost`;
    case 'account':
      return loss.accountId === undefined
        ? 'the account of a resource is closed'
        : `the account ${loss.accountId} is closed`;
    case 'hostile-admin':
      return loss.accountId === undefined
        ? 'an administrator of the account of a resource turns hostile'
        : `an administrator of the account ${loss.accountId} turns hostile`;
    case 'organization':
      return 'the management account closes all accounts of its organization';
    case 'key':
      return `the key ${loss.keyArn} is lost`;
  }
}

/** The reasons for which something is lost, at risk or unknown, as clauses. */
export const LOSS_REASONS: Readonly<Record<Why | 'nothing' | 'unread', string>> = {
  nothing: 'there is no usable backup at all',
  unread: 'recovery points or native backups that may survive could not be read',
  'status-not-known': 'its newest backup is in a status that this version of Backproof does not know',
  'too-new': 'its newest backup reaches back to no moment before the corruption',
  'older-not-listed': 'how far back its backups reach is not known',
  'in-the-region': 'its newest backup lies in the lost Region',
  'in-the-account': 'its newest backup lies in the account',
  'key-in-the-account': 'its newest backup is encrypted with a key of the account',
  'key-lost': 'its newest backup is encrypted with the lost key',
  'key-not-known': 'the key of its newest backup, or who manages it, is not known',
  'image-disabled': 'its newest backup is an image that is disabled, of which EC2 launches nothing',
  'image-not-read': 'whether the image that is its newest backup is disabled was not read',
  'key-unusable': 'its newest backup is encrypted with a key that does not work now, as it is disabled or gone',
  'key-pending-deletion': 'its newest backup is encrypted with a key that is to be deleted',
  'goes-with-the-resource': 'its newest backup is deleted together with it',
  'stops-with-the-bucket': 'AWS does not document what becomes of the continuous backup of a deleted bucket',
  'vault-not-locked': 'no lock in compliance mode protects the vault of its newest backup',
  'vault-not-read': 'the vault or its access policy could not be read',
  'policy-against-root': 'AWS does not document whether an access policy that denies everything stops the root user',
  'deleted-by-its-service': 'AWS does not document whether the API of its own service can delete such a backup',
  'native-can-be-deleted': 'its newest backup is a native one, which the account can delete',
  'snapshot-lock-not-read': 'whether Snapshot Lock or a locked Recycle Bin rule keeps its newest backup was not read',
  'approval-team-not-read':
    'an approval team may open the air-gapped vault for 90 days, and whether there is one was not read',
  'no-approval-team': 'its newest backup lies in an air-gapped vault of the account, which no approval team can open',
  'approval-team-in-the-account':
    'AWS does not document whether an approval team of a closed account can still open an air-gapped vault',
  'organization-not-read': 'whether the account of the copies is in the same organization was not read',
  'in-the-organization': 'its newest backup lies in an account of the organization',
};

/** The steps before a restore, and what to know of it. */
export const RESTORE_STEPS: Readonly<Record<RestoreStep, string>> = {
  'in-its-region': 'restore it in the Region of the copy',
  'in-its-account': 'restore it in the account of the copy, or copy it back first',
  'refuse-deletion': 'the database service refuses the deletion unless its automated backups are retained',
  'system-backup': 'restore the system backup that DynamoDB makes of a deleted table',
  'approval-team': 'let the approval team of the air-gapped vault open it to another account, within 90 days',
  'recover-from-bin': 'recover it from Recycle Bin',
  'enable-image': 'enable the image again if it was disabled',
};
