import type { Messages } from '@backproof/core';

/** The messages about backups that a service itself keeps in another Region, by id. */
export const replicationMessages = {
  'backups-replicated': {
    status: 'pass',
    text: '{name} has {backups}, {region}: latest restorable time {asOf}, {age} ago, kept {kept}.',
    meaning: 'RDS or Redshift keeps backups of it in another Region, which are recent and kept long enough',
  },
  'replication-too-short': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has {backups}, {region}, that are kept {kept}; at least {required} is required.',
    meaning:
      'backups of it are replicated to another Region, and kept for less than `minRetention`; no other copy is made',
  },
  'replication-stale': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has {backups}, {region}, with the latest restorable time {asOf}, {age} ago; the limit is {allowed}.',
    meaning: 'backups of it are replicated to another Region, and the newest is too old; no other copy is made',
  },
  'replication-elsewhere': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has {backups}, {region}, which is none of the Regions that the options name.',
    meaning: 'backups of it are replicated to a Region that is not among `regions`; no other copy is made',
  },
  'replication-unread': {
    status: 'unknown',
    text: '{name} has {backups}, {region}. Their latest restorable time or their retention is unknown. Scan that Region.',
    meaning: 'backups of it are replicated to another Region, where their age or their retention was not read',
  },
  'native-backups-unread': {
    status: 'unknown',
    text: '{name} has no known copy in another Region as required. Whether it has {backups} is unknown: its native backups could not all be read.',
    meaning: 'backups of its type may be replicated to another Region, and its native backups could not all be read',
  },
} as const satisfies Messages;
