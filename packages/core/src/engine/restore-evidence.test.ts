import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import type { JobHistory, RestoreJob } from '../model/job.js';
import { backupRule, bunker, denied, home, instance, NOW, plan, population, volume } from '../model/records.fixture.js';
import type { RestoreTestingPlan, RestoreTestingSelection } from '../model/restore-testing.js';
import type { Scope } from '../model/scope.js';
import { evidenceGatherers } from './evidence-gatherers.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const bunkerVaultArn = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker';
const copying = plan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] });

describe('the times of which all restore jobs of a resource are known', () => {
  const since = (days: number, scope: Scope = home): JobHistory => {
    return { scope, kind: 'restoreJobs', from: NOW - days * DAY, to: NOW - 30 * DAY, origin: 'inventory' };
  };
  const nameless: RestoreJob = { scope: home, id: 'x', createdAt: NOW - 10 * DAY, status: 'COMPLETED' };
  const days = (contents: Contents) =>
    evidenceGatherers(inventoryOf({ resources: [instance()], ...contents }))
      .restoreHistory(instance())
      .known.map(({ from, to }) => [Math.round((from - NOW) / DAY), Math.round((to - NOW) / DAY)]);

  it.each<[string, Contents, number[][]]>([
    ['are what AWS remembers', {}, [[-30, 0]]],
    ['reach back as far as earlier inventories', { jobHistories: [since(100)] }, [[-100, 0]]],
    ['are not those of other jobs', { jobHistories: [{ ...since(100), kind: 'copyJobs' }] }, [[-30, 0]]],
    ['are not those of other accounts', { jobHistories: [since(100, bunker)] }, [[-30, 0]]],
    ['are as short as where it is copied to', { backupPlans: [copying], jobHistories: [since(100)] }, [[-30, 0]]],
    [
      'are as long as in both places',
      { backupPlans: [copying], jobHistories: [since(100), since(90, bunker)] },
      [[-90, 0]],
    ],
    [
      'do not turn on places that were not scanned',
      { backupPlans: [copying], scopes: [home], jobHistories: [since(100)] },
      [[-100, 0]],
    ],
    ['are none where the jobs could not be read', { populations: [population('restoreJobs', { gap: denied })] }, []],
    [
      'are none where the jobs could not be read in a place that it is copied to',
      { backupPlans: [copying], populations: [population('restoreJobs', { scope: bunker, gap: denied })] },
      [],
    ],
    [
      'are none where the plans could not be read, which tell where it is copied to',
      { populations: [population('backupPlans', { gap: denied })] },
      [],
    ],
    [
      'leave out the moment of a job that may be of any resource',
      { restoreJobs: [nameless] },
      [
        [-30, -10],
        [-10, 0],
      ],
    ],
  ])('%s', (_, contents, expected) => {
    expect(days(contents)).toEqual(expected);
  });

  it('are the same for all resources of a scope', () => {
    const { restoreHistory } = evidenceGatherers(inventoryOf({ resources: [instance(), volume()] }));
    expect(restoreHistory(volume())).toBe(restoreHistory(instance()));
  });
});

describe('the restore-testing plans that may pick a resource', () => {
  const monthly: RestoreTestingPlan = {
    scope: home,
    arn: 'arn:aws:backup:eu-west-1:111111111111:restore-testing-plan:monthly',
    name: 'monthly',
    scheduleExpression: 'cron(0 5 1 * ? *)',
    timezone: 'Etc/UTC',
    algorithm: 'LATEST_WITHIN_WINDOW',
    recoveryPointTypes: ['SNAPSHOT'],
    includeVaults: ['*'],
    excludeVaults: [],
    selectionWindowDays: 30,
  };
  const machines: RestoreTestingSelection = {
    scope: home,
    planName: 'monthly',
    name: 'machines',
    resourceType: 'EC2',
    resourceArns: ['*'],
    stringEquals: [],
    stringNotEquals: [],
    validationWindowHours: 0,
  };
  const inBunker = { ...monthly, scope: bunker, arn: 'arn:bunker' };
  const ofBunker = { ...machines, scope: bunker };

  it.each<[string, Contents, string[]]>([
    ['has a selection of it', { restoreTestingSelections: [machines] }, [monthly.arn]],
    ['is named once', { restoreTestingSelections: [machines, { ...machines, name: 'again' }] }, [monthly.arn]],
    ['has no selection', {}, []],
    ['selects other types', { restoreTestingSelections: [{ ...machines, resourceType: 'EBS' }] }, []],
    ['shares its name with one that selects it', { restoreTestingSelections: [ofBunker] }, []],
    [
      'lies where it is copied to',
      { backupPlans: [copying], restoreTestingSelections: [machines, ofBunker] },
      [monthly.arn, inBunker.arn],
    ],
    ['lies elsewhere', { restoreTestingSelections: [ofBunker] }, []],
  ])('%s', (_, contents, expected) => {
    const inventory = inventoryOf({
      resources: [instance()],
      restoreTestingPlans: [monthly, inBunker, { ...monthly, name: 'idle', arn: 'arn:idle' }],
      ...contents,
    });
    expect(
      evidenceGatherers(inventory)
        .restoreTestingPlans(instance())
        .map(({ arn }) => arn),
    ).toEqual(expected);
  });
});
