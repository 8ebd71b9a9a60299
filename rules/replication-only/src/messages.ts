import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'not-replicated': {
    status: 'notApplicable',
    text: 'Its service reports no replication of it.',
  },

  'backed-up': {
    status: 'pass',
    text: '{name} is replicated, and can be restored as of {moment} from its {way}.',
    meaning: 'a usable recovery point, or a snapshot, image or backup made by hand',
  },
  'native-window': {
    status: 'pass',
    text: '{name} is replicated, and can be restored as of {moment}, but only from its {way}, kept for {window}.',
    meaning: 'automated backups of its service alone, kept for a number of days: Aurora always has at least one',
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
    text: '{name} cannot be restored: it is only replicated ({replication}), and replication repeats deletions and corruption. It has no usable backup among {kinds}.',
    meaning: 'it has no usable backup; the message names the replication and its ends',
  },

  'holds-unread': {
    status: 'unknown',
    text: '{name} has a recovery point from {moment} that is past its deletion date. Whether a legal hold keeps it could not be read.',
    meaning: 'a point past its deletion date would be enough if a legal hold keeps it, and the holds could not be read',
  },
} as const;
