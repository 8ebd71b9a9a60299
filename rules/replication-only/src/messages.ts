import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'not-replicated': 'It is not replicated, as far as its service tells',

  'backed-up': '{name} is replicated, and backed up as of {moment} by {way}.',
  'native-window': '{name} is replicated, and backed up as of {moment} by {way} alone: a window of {window}.',
  'replica-of':
    '{name} has no usable backup of its own; {source}, which it follows, is backed up as of {moment} by {way}.',
  'protected-elsewhere':
    '{name} has no usable backup of its own; {source}, another replica of its data, is backed up as of {moment} by {way}.',

  'replication-only':
    '{name} has no usable backup of its own, only {replication}, which repeats deletions and corruption.',

  'source-not-scanned': '{name} has no usable backup of its own, and it cannot be told whether {source} has one.',
} as const;
