import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NativeBackup } from '../model/evidence.js';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import type { BackupJob } from '../model/job.js';
import { RECOVERY_POINT_STATUSES } from '../model/recovery-point.js';
import type { RecoveryPoint, RecoveryPoints } from '../model/recovery-point.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import { newestRestorable, newestUsable, tallyUnusable, usability } from './usable-points.js';

const NOW = Date.UTC(2026, 6, 1);
const RESOURCE = 'arn:aws:rds:eu-west-1:111111111111:db:orders';

function point(fields: Partial<RecoveryPoint>): RecoveryPoint {
  return {
    arn: 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1',
    vaultArn: 'arn:aws:backup:eu-west-1:111111111111:backup-vault:prod',
    resourceArn: RESOURCE,
    resourceType: 'RDS',
    status: 'COMPLETED',
    createdAt: NOW - 6 * HOUR,
    deleteAfterCopy: false,
    continuous: false,
    isParent: false,
    ...fields,
  };
}

function pointsOf(...points: readonly Partial<RecoveryPoint>[]): RecoveryPoints {
  return recoveryPointTable(points.map(point)).of(RESOURCE);
}

const CONTINUOUS_ARN = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:db-1';
const CONTINUOUS = { arn: CONTINUOUS_ARN, continuous: true, createdAt: NOW - 20 * DAY };

function automatedBackup(fields: Partial<NativeBackup> = {}): NativeBackup {
  return {
    scope: { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' },
    resourceArn: RESOURCE,
    mechanism: 'rds-automated-backups',
    enabled: true,
    latestRestorableAt: NOW - 6 * MINUTE,
    recoveryPointArn: CONTINUOUS_ARN,
    ...fields,
  };
}

describe('usability', () => {
  it('of a point past its deletion is kept by a legal hold that names it', () => {
    const points = pointsOf({ deleteAt: NOW - DAY });
    expect(usability(points, 0, NOW, new Set([points.arn(0)]))).toBe('usable');
    expect(usability(points, 0, NOW, new Set(['another']))).toBe('past-deletion');
    expect(newestUsable(points, NOW, new Set([points.arn(0)]))).toBe(0);
  });

  it.each([
    ['completed', {}, 'usable'],
    ['available', { status: 'AVAILABLE' }, 'usable'],
    ['a composite that is complete', { isParent: true }, 'usable'],
    ['to be deleted tomorrow', { deleteAt: NOW + DAY }, 'usable'],
    ['still being made', { status: 'CREATING' }, 'creating'],
    ['a composite that lacks parts', { status: 'PARTIAL', isParent: true }, 'partial'],
    ['being deleted', { status: 'DELETING' }, 'deleting'],
    ['expired', { status: 'EXPIRED' }, 'expired'],
    ['a continuous backup that was interrupted', { status: 'STOPPED', continuous: true }, 'stopped'],
    ['a status of the future', { status: 'UNKNOWN' }, 'unknown-status'],
    ['a malware scan found something in it', { infected: true }, 'infected'],
    ['completed but due for deletion', { deleteAt: NOW }, 'past-deletion'],
    ['kept only until its copy exists', { deleteAfterCopy: true, deleteAt: NOW + DAY }, 'temporary'],
    ['a status says more than a date', { status: 'EXPIRED', deleteAt: NOW - DAY }, 'expired'],
  ] as const)('%s', (_, fields, expected) => {
    expect(usability(pointsOf(fields), 0, NOW)).toBe(expected);
  });
});

describe('newestUsable', () => {
  it('looks past the points that nobody can count on', () => {
    const points = pointsOf(
      { arn: 'a:1', createdAt: NOW - 3 * DAY },
      { arn: 'a:2', createdAt: NOW - 2 * DAY },
      { arn: 'a:3', createdAt: NOW - DAY, deleteAt: NOW - HOUR },
      { arn: 'a:4', status: 'CREATING' },
    );
    expect(newestUsable(points, NOW)).toBe(1);
    expect(tallyUnusable(points, NOW)).toEqual(
      new Map([
        ['past-deletion', 1],
        ['creating', 1],
      ]),
    );
  });

  it('finds none where there is none', () => {
    expect(newestUsable(pointsOf(), NOW)).toBeUndefined();
    expect(newestUsable(pointsOf({ status: 'EXPIRED' }), NOW)).toBeUndefined();
    expect(tallyUnusable(pointsOf(), NOW).size).toBe(0);
  });
});

describe('newestRestorable', () => {
  const snapshot = { arn: 'a:1', createdAt: NOW - 5 * DAY };

  it.each([
    ['a snapshot restores its creation', [snapshot], [], { at: NOW - 5 * DAY, continuous: false, atLeast: false }],
    [
      'a continuous point restores what its service says',
      [CONTINUOUS],
      [automatedBackup()],
      { at: NOW - 6 * MINUTE, continuous: true, atLeast: false },
    ],
    [
      'an old continuous point beats a newer snapshot',
      [snapshot, CONTINUOUS],
      [automatedBackup()],
      { at: NOW - 6 * MINUTE, continuous: true, atLeast: false },
    ],
    [
      'no service tells: at least the snapshot',
      [snapshot, CONTINUOUS],
      [],
      { at: NOW - 5 * DAY, continuous: false, atLeast: true },
    ],
    [
      'no service tells and there is nothing else: at least its creation',
      [CONTINUOUS],
      [automatedBackup({ recoveryPointArn: 'a:other' })],
      { at: NOW - 20 * DAY, continuous: true, atLeast: true },
    ],
    [
      'a stopped continuous point restores nothing, whatever the service says',
      [snapshot, { ...CONTINUOUS, status: 'STOPPED' as const }],
      [automatedBackup()],
      { at: NOW - 5 * DAY, continuous: false, atLeast: false },
    ],
  ])('%s', (_, fields, nativeBackups, expected) => {
    const points = pointsOf(...fields);
    const newest = newestRestorable(points, nativeBackups, NOW);
    expect(newest).toMatchObject({
      restorableAt: expected.at,
      continuous: expected.continuous,
      atLeast: expected.atLeast,
    });
    expect(points.continuous(newest?.row ?? NaN)).toBe(expected.continuous);
  });

  it('finds none where nothing is usable', () => {
    expect(newestRestorable(pointsOf({ ...CONTINUOUS, status: 'STOPPED' }), [automatedBackup()], NOW)).toBeUndefined();
  });
});

describe('whatever the points', () => {
  const arbitraryPoint = fc.record({
    createdAt: fc.integer({ min: NOW - 40 * DAY, max: NOW }),
    status: fc.constantFrom(...RECOVERY_POINT_STATUSES, 'COMPLETED', 'COMPLETED'),
    deleteAt: fc.option(fc.integer({ min: NOW - DAY, max: NOW + 30 * DAY }), { nil: undefined }),
    continuous: fc.boolean(),
    deleteAfterCopy: fc.boolean(),
  });
  const arbitraryPoints = fc
    .array(arbitraryPoint, { maxLength: 12 })
    .map((points) =>
      points.map(({ deleteAt, ...fields }, index) =>
        point({ ...fields, arn: `a:${index}`, ...(deleteAt !== undefined && { deleteAt }) }),
      ),
    );
  const heads = [automatedBackup({ recoveryPointArn: 'a:0' }), automatedBackup({ recoveryPointArn: 'a:3' })];

  it('one more never makes the newest older', () => {
    fc.assert(
      fc.property(arbitraryPoints, (points) => {
        const fewer = pointsOf(...points.slice(0, -1));
        const all = pointsOf(...points);
        const created = (of: RecoveryPoints): number => of.createdAt(newestUsable(of, NOW) ?? NaN);
        const restorable = (of: RecoveryPoints): number => newestRestorable(of, heads, NOW)?.restorableAt ?? -Infinity;
        if (newestUsable(fewer, NOW) !== undefined) expect(created(all)).toBeGreaterThanOrEqual(created(fewer));
        expect(restorable(all)).toBeGreaterThanOrEqual(restorable(fewer));
      }),
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(arbitraryPoints, (points) => {
        const seen = (of: RecoveryPoints): unknown[] => [
          newestUsable(of, NOW),
          newestRestorable(of, heads, NOW),
          tallyUnusable(of, NOW),
        ];
        expect(seen(pointsOf(...points.toReversed()))).toEqual(seen(pointsOf(...points)));
      }),
    );
  });

  it('each is usable or counted', () => {
    fc.assert(
      fc.property(arbitraryPoints, (points) => {
        const all = pointsOf(...points);
        const unusable = [...tallyUnusable(all, NOW).values()].reduce((sum, count) => sum + count, 0);
        const usable = points.filter((_, row) => usability(all, row, NOW) === 'usable').length;
        expect(usable + unusable).toBe(points.length);
        expect(newestUsable(all, NOW) === undefined).toBe(usable === 0);
        expect(newestRestorable(all, heads, NOW) === undefined).toBe(usable === 0);
      }),
    );
  });
});

describe('a continuous point whose restorable time no service reports', () => {
  const pitr = point({ continuous: true, createdAt: NOW - 20 * DAY });
  const job = {
    scope: { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' },
    id: 'update',
    resourceArn: RESOURCE,
    state: 'COMPLETED',
    createdAt: NOW - 6 * HOUR,
    recoveryPointArn: pitr.arn,
  };
  const newest = (...jobs: readonly BackupJob[]) => newestRestorable(pointsOf(pitr), [], NOW, undefined, jobs);

  it('restores at least the start of the last job that updated it', () => {
    expect(newest({ ...job, createdAt: NOW - 9 * HOUR }, job)).toMatchObject({
      restorableAt: NOW - 6 * HOUR,
      atLeast: true,
    });
  });

  it('restores no more by jobs that failed or made another point', () => {
    const others = [
      { ...job, state: 'FAILED' },
      { ...job, recoveryPointArn: 'another' },
    ];
    expect(newest(...others)).toMatchObject({ restorableAt: NOW - 20 * DAY, atLeast: true });
  });
});
