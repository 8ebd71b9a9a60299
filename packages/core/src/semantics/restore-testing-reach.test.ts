import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import { bunker, home, instance, NOW, point, volume } from '../model/records.fixture.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import type { RestoreTestingPlan, RestoreTestingSelection } from '../model/restore-testing.js';
import { mayTest, testingObstacle } from './restore-testing-reach.js';

const selection: RestoreTestingSelection = {
  scope: home,
  planName: 'monthly',
  name: 'machines',
  resourceType: 'EC2',
  resourceArns: ['*'],
  stringEquals: [],
  stringNotEquals: [],
  validationWindowHours: 0,
};

it.each([
  ['every resource of its type', selection, instance(), true],
  ['no resource of another type', selection, volume(), false],
  ['a resource by its ARN', { ...selection, resourceArns: ['arn:x', instance().arn] }, instance(), true],
  ['no resource that it does not name', { ...selection, resourceArns: ['arn:x'] }, instance(), false],
  ['nothing where it names nothing', { ...selection, resourceArns: [] }, instance(), false],
])('a restore-testing selection may pick %s', (_, given, resource, expected) => {
  expect(mayTest(given, resource)).toBe(expected);
});

describe('a restore-testing plan', () => {
  const plan: RestoreTestingPlan = {
    scope: home,
    arn: 'arn:plan',
    name: 'monthly',
    scheduleExpression: 'cron(0 5 1 * ? *)',
    timezone: 'Etc/UTC',
    algorithm: 'LATEST_WITHIN_WINDOW',
    recoveryPointTypes: ['SNAPSHOT'],
    includeVaults: ['*'],
    excludeVaults: [],
    selectionWindowDays: 30,
  };
  const aged = (days: number, fields: Partial<RecoveryPoint> = {}) => point({ createdAt: NOW - days * DAY, ...fields });
  const continuous = aged(60, { continuous: true, status: 'AVAILABLE' });
  const main = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main';
  const obstacle = (fields: Partial<RestoreTestingPlan>, ...points: readonly RecoveryPoint[]) =>
    testingObstacle({ ...plan, ...fields }, recoveryPointTable(points).of(point().resourceArn), NOW);

  it.each([
    ['a young snapshot in any vault', {}, [aged(1)]],
    ['a point in a vault that it names', { includeVaults: ['arn:x', main] }, [aged(1)]],
    ['a point in a vault that a pattern names', { includeVaults: ['arn:aws:backup:*:*:backup-vault:ma*'] }, [aged(1)]],
    ['a point as old as its window', {}, [aged(30)]],
    ['a continuous point, however long it has been there', { recoveryPointTypes: ['CONTINUOUS'] }, [continuous]],
    ['a point with a finding of malware', {}, [aged(1, { infected: true })]],
    ['the only point of many that it may', {}, [aged(40), aged(1, { status: 'EXPIRED' }), aged(2)]],
  ] as const)('may pick %s', (_, fields, points) => {
    expect(obstacle(fields, ...points)).toBeUndefined();
  });

  it.each([
    ['nothing where there is no point', {}, [], 'no-eligible-point'],
    ['no expired point', {}, [aged(1, { status: 'EXPIRED' })], 'no-eligible-point'],
    ['no point past its end', {}, [aged(9, { deleteAt: NOW - DAY })], 'no-eligible-point'],
    ['no point that waits for its copy', {}, [aged(1, { deleteAfterCopy: true })], 'no-eligible-point'],
    ['no point in another vault', { includeVaults: ['arn:aws:backup:*:*:backup-vault:x'] }, [aged(1)], 'vaults'],
    ['no point in a vault that it excludes', { excludeVaults: [main] }, [aged(1)], 'vaults'],
    ['no point in another account', { scope: bunker }, [aged(1)], 'vaults'],
    ['no point of another type', {}, [continuous], 'point-types'],
    ['no point older than its window', { selectionWindowDays: 2 }, [aged(3)], 'window'],
  ] as const)('can pick %s', (_, fields, points, expected) => {
    expect(obstacle(fields, ...points)).toBe(expected);
  });

  it('may pick a point past its end that a legal hold keeps', () => {
    const held = aged(9, { deleteAt: NOW - DAY });
    const points = recoveryPointTable([held]).of(held.resourceArn);
    expect(testingObstacle(plan, points, NOW, new Set([held.arn]))).toBeUndefined();
  });
});
