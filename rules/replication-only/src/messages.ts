import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'not-replicated': {
    verdict: 'notApplicable',
    text: 'It is not replicated, as far as its service tells',
  },

  'backed-up': {
    verdict: 'pass',
    text: '{name} is replicated, and backed up as of {moment} by {way}.',
    meaning: 'a usable recovery point, or a snapshot or backup that somebody took',
  },
  'native-window': {
    verdict: 'pass',
    text: '{name} is replicated, and backed up as of {moment} by {way} alone: a window of {window}.',
    meaning: 'automated backups of its service alone, which keep so many days: Aurora has at least one, always',
  },
  'replica-of': {
    verdict: 'pass',
    text: '{name} has no usable backup of its own; {source}, which it follows, is backed up as of {moment} by {way}.',
    meaning: 'a replica without backups, whose source has one',
  },
  'protected-elsewhere': {
    verdict: 'pass',
    text: '{name} has no usable backup of its own; {source}, another replica of its data, is backed up as of {moment} by {way}.',
    meaning: 'a Region of a global table without backups, of which another Region has one',
  },

  'replication-only': {
    verdict: 'fail',
    text: '{name} has no usable backup of its own, only {replication}, which repeats deletions and corruption.',
    meaning: 'neither it nor anything it follows has a usable backup; the message names the replication and its ends',
  },

  'source-not-scanned': {
    verdict: 'unknown',
    text: '{name} has no usable backup of its own, and it cannot be told whether {source} has one.',
    meaning: 'a replica without backups, whose source is not in the scan or is not told by AWS',
  },
} as const;
