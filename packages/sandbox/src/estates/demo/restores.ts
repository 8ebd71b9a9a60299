import { dynamoDbTable } from '../builders/dynamodb.js';
import type { EstatePart } from '../builders/estate-of.js';
import type { Entry } from '../builders/entry.js';
import { daysAgo } from '../builders/moment.js';
import { production } from '../company.js';
import { dailyPlan, tieredPlan } from './plans.js';
import { thoroughTestsHere } from './restore-testing.js';

const { ireland } = production;

const backedUp = { expect: 'backed-up', why: 'its newest point is from this morning' } as const;

const table = (name: string) => ({
  ...backedUp,
  resource: dynamoDbTable(ireland, { name, tags: { backup: 'daily' } }),
  history: [{ plan: dailyPlan, since: 100 }],
});

/** A restored table that AWS could not delete, and somebody has deleted since. */
const leftover = 'arn:aws:dynamodb:eu-west-1:111111111111:table/awsbackup-restore-test-gift-cards';

/** Younger than AWS's memory of jobs: all that was ever restored of it is known. */
const newTable = (name: string) => ({
  ...backedUp,
  resource: dynamoDbTable(ireland, { name, tags: { backup: 'daily' }, createdAt: daysAgo(20) }),
  history: [{ plan: dailyPlan, since: 19 }],
});

const entries: readonly Entry[] = [
  {
    ...table('addresses'),
    restores: [{ by: thoroughTestsHere, day: 10 }],
    and: {
      'restore-test': {
        expect: 'tested-unvalidated',
        why: 'it was restored, and the result was not validated',
      },
    },
  },
  {
    ...newTable('deliveries'),
    restores: [{ by: thoroughTestsHere, day: 10, validation: 'FAILED', validationMessage: 'It has no rows' }],
    and: {
      'restore-test': { expect: 'validation-failed', why: 'what was restored was not what it should be' },
    },
  },
  {
    ...newTable('returns'),
    restores: [{ by: thoroughTestsHere, day: 10, validation: 'TIMED_OUT' }],
    and: {
      'restore-test': { expect: 'validation-failed', why: 'the validation did not report in time' },
    },
  },
  {
    ...newTable('refunds'),
    restores: [
      { by: thoroughTestsHere, day: 10, failure: 'The restore role may not call dynamodb:RestoreTableFromAwsBackup' },
    ],
    and: {
      'restore-test': { expect: 'test-failed', why: 'the role of the test lacks a permission' },
    },
  },
  {
    ...table('reviews'),
    restores: [{ day: 12 }],
    and: {
      'restore-test': { expect: 'restored-manually', why: 'somebody restored it on demand' },
    },
  },
  {
    ...table('testimonials'),
    restores: [{ by: thoroughTestsHere, day: 45, validation: 'SUCCESSFUL' }],
    and: {
      'restore-test': {
        expect: 'restored-in-events',
        why: 'AWS Backup no longer lists the job, and CloudTrail has its events',
      },
    },
  },
  {
    ...table('surveys'),
    restores: [],
    and: {
      'restore-test': { expect: 'never-restored', why: 'neither jobs nor CloudTrail show a restore of it' },
    },
  },
  {
    ...backedUp,
    resource: dynamoDbTable(ireland, { name: 'ratings', tags: { backup: 'tiered' } }),
    history: [{ plan: tieredPlan, since: 100, restored: { 42: 40 } }],
    restores: [],
    and: {
      'restore-test': {
        expect: 'restored-indirectly',
        why: 'its point says that it was restored 40 days ago; AWS has forgotten the job',
      },
    },
  },
  {
    ...table('wishlists'),
    restores: [{ by: thoroughTestsHere, day: 10, validation: 'SUCCESSFUL', unnamed: true }],
    and: {
      'restore-test': {
        expect: 'tested',
        why: 'the job names the point that was restored, not the table',
      },
    },
  },
  {
    ...table('gift-cards'),
    restores: [{ by: thoroughTestsHere, day: 10, validation: 'SUCCESSFUL', deletion: 'FAILED', into: leftover }],
    and: {
      'restore-test': { expect: 'tested-leftover', why: 'the restored table could not be deleted' },
    },
  },
];

/** Was a restore tested, and how did it go? */
export const restores: EstatePart = { entries };
