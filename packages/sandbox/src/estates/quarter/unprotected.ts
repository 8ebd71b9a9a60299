import { dynamoDbTable } from '../builders/dynamodb.js';
import { daysAgo, dayOn } from '../builders/moment.js';
import { dbInstance } from '../builders/rds.js';
import { turn, type Story } from '../builders/story.js';
import { production } from '../company.js';
import { allWell, BEFORE } from './good-turns.js';
import { DAILY, dailyPlan, tested } from './plans.js';

const { ireland } = production;

/** Not protected until the end of August. */
const wiki: Story = {
  resource: [
    { from: BEFORE, is: dynamoDbTable(ireland, { name: 'wiki' }) },
    { from: '2026-08-31', is: dynamoDbTable(ireland, { name: 'wiki', tags: DAILY }) },
  ],
  history: [{ plan: dailyPlan, since: dayOn('2026-09-01') }],
  restores: [tested('2026-09-10')],
  rules: {
    ...allWell,
    'backup-coverage': [
      turn(BEFORE, 'unprotected', 'no plan selects it'),
      turn('2026-08-31', 'never-backed-up', 'a plan selects it by its new tag, and has not run since'),
      turn('2026-09-01', 'backed-up', 'its first point is from this morning'),
    ],
    'retention-tiers': [
      turn(BEFORE, 'no-points', 'it was never backed up'),
      turn('2026-08-31', 'not-backed-up', 'a plan selects it by its new tag, and has not run since'),
      turn('2026-09-01', 'gaps', 'its points begin today'),
      turn('2026-09-14', 'tiers-held', 'there are two weeks of them'),
    ],
    'cross-account-copy': [
      turn(BEFORE, 'no-copy-action', 'no plan selects it'),
      turn('2026-08-31', 'never-copied', 'a plan selects it that copies, and has not run since'),
      turn('2026-09-01', 'copied', 'its first point was copied'),
    ],
    'restore-test': [
      turn(BEFORE, 'nothing-to-restore', 'CloudTrail shows no restore of it, and it has no points'),
      turn('2026-09-01', 'never-restored', 'it has points, of which none was restored'),
      turn('2026-09-03', 'never-tested', 'all restores of the last 90 days are known, and it is in none'),
      turn('2026-09-11', 'tested', 'the plan of each month has picked it'),
    ],
  },
};

const campaignTable = dynamoDbTable(ireland, {
  name: 'campaign',
  tags: DAILY,
  createdAt: daysAgo(dayOn('2026-07-14')),
});

/** It comes and goes, and all is well with it. */
const campaign: Story = {
  resource: [
    { from: '2026-07-14', is: campaignTable },
    { from: '2026-08-20', is: undefined },
  ],
  history: [{ plan: dailyPlan, since: dayOn('2026-07-15'), until: dayOn('2026-08-20') }],
  restores: [tested('2026-08-10')],
  rules: {
    ...allWell,
    'backup-coverage': [
      turn('2026-07-14', 'awaiting-first-backup', 'it is new, and its first backup is due tomorrow'),
      turn('2026-07-15', 'backed-up', 'its newest point is from this morning'),
    ],
    'retention-tiers': [
      turn('2026-07-14', 'awaiting-first-backup', 'it is new, and its first backup is due tomorrow'),
      turn('2026-07-15', 'on-track', 'every point since its creation is there'),
      turn('2026-07-28', 'tiers-held', 'there are two weeks of them'),
    ],
    'cross-account-copy': [
      turn('2026-07-14', 'awaiting-first-copy', 'it is new, and its first copy is due tomorrow'),
      turn('2026-07-15', 'copied', 'every point is copied to the backup account'),
    ],
    'restore-test': [
      turn('2026-07-14', 'not-due-yet', 'it is younger than 90 days'),
      turn('2026-08-11', 'tested', 'the plan of each month has picked it'),
    ],
  },
};

const kioskDb = (tags: { readonly backup?: string }) =>
  dbInstance(ireland, {
    name: 'kiosk-db',
    tags: { ...tags },
    createdAt: daysAgo(dayOn('2026-08-04')),
    multiAz: true,
    retentionDays: 0,
  });

/** Its standby is taken for a backup. */
const kiosk: Story = {
  resource: [
    { from: '2026-08-04', is: kioskDb({}) },
    { from: '2026-08-20', is: kioskDb(DAILY) },
  ],
  history: [{ plan: dailyPlan, since: dayOn('2026-08-21') }],
  restores: [],
  rules: {
    ...allWell,
    'backup-coverage': [
      turn('2026-08-04', 'unprotected', 'no plan selects it, and its own backups are off'),
      turn('2026-08-20', 'never-backed-up', 'a plan selects it by its new tag, and has not run since'),
      turn('2026-08-21', 'backed-up', 'its first point is from this morning'),
    ],
    'retention-tiers': [
      turn('2026-08-04', 'no-points', 'it was never backed up'),
      turn('2026-08-20', 'not-backed-up', 'a plan selects it by its new tag, and has not run since'),
      turn('2026-08-21', 'gaps', 'its points begin today'),
      turn('2026-09-03', 'tiers-held', 'there are two weeks of them'),
    ],
    'cross-account-copy': [
      turn('2026-08-04', 'no-copy-action', 'no plan selects it'),
      turn('2026-08-20', 'never-copied', 'a plan selects it that copies, and has not run since'),
      turn('2026-08-21', 'copied', 'its first point was copied'),
    ],
    'restore-test': [turn('2026-08-04', 'not-due-yet', 'it is younger than 90 days')],
    'replication-only': [
      turn('2026-08-04', 'replication-only', 'the standby repeats every deletion'),
      turn('2026-08-21', 'backed-up', 'there are recovery points now'),
    ],
  },
};

/** Resources that are created, deleted, and protected late. */
export const unprotected: readonly Story[] = [wiki, campaign, kiosk];
