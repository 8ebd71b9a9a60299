import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'not-replicated': {
    status: 'notApplicable',
    text: '{name} is not replicated: its service reports no replication.',
    meaning: 'its service reports no replication',
  },

  'backed-up': {
    status: 'pass',
    text: '{name} is replicated and can be restored as of {moment} from its {way}.',
    meaning: 'a usable recovery point, or a snapshot, image or backup made by hand',
  },
  'native-window': {
    status: 'pass',
    text: '{name} is replicated and can be restored as of {moment}, but only from its {way}, kept for {window}.',
    meaning: 'only automated backups of its service, which are kept for a number of days (Aurora: at least one)',
  },
  'native-versioning': {
    status: 'pass',
    text: '{name} is replicated, and earlier versions of its objects are {kept}: it can be restored from them object by object.',
    meaning: 'a bucket that keeps earlier versions of its objects long enough',
  },
  'awaiting-first-backup': {
    status: 'pass',
    promise: true,
    text: '{name} is replicated and new, {age} old. Its first restorable time, from its {way}, is due by {due}.',
    meaning: 'the resource is new, and its automated backups, which are switched on, are not overdue',
  },

  'replication-only': {
    status: 'fail',
    severity: 'critical',
    text: '{name} cannot be restored: it is only replicated ({replication}), and replication repeats deletions and corruption. It has none of these: {kinds}.',
    meaning: 'it has no usable backup; the message names the replication and the other resources in it',
  },

  'versions-too-short': {
    status: 'fail',
    severity: 'high',
    text: '{name} is only replicated ({replication}), and replication repeats deletions and corruption. Its earlier versions are {kept}; the option minVersions requires {required}.',
    meaning: 'a bucket whose only way back is earlier versions of its objects, which are removed too soon',
  },

  'versions-unread': {
    status: 'unknown',
    text: '{name} is replicated and keeps earlier versions of its objects. How long it keeps them could not be read.',
    meaning: 'a bucket whose only way back is earlier versions of its objects, and how long they are kept is unknown',
  },

  'status-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} is replicated and has a recovery point from {moment} in a status that this version of Backproof does not know. Update Backproof.',
    meaning: 'a point in a status that this version of Backproof does not know would be enough if it is usable',
  },

  'holds-unread': {
    status: 'unknown',
    text: '{name} has a recovery point from {moment} that is past its deletion date. Whether a legal hold keeps it is unknown: not all legal holds could be read.',
    meaning:
      'a point past its deletion date would be enough if a legal hold keeps it, and not all legal holds could be read',
  },
} as const;
