import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import {
  backupJob,
  bunker,
  copyJob,
  denied,
  home,
  instance,
  NOW,
  point,
  population,
  vault,
} from '../model/records.fixture.js';
import { buildVaultArn } from '../semantics/arn.js';
import { goneStory } from './gone-story.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const arn = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders';
const domain = 'arn:aws:es:eu-west-1:111111111111:domain/search';
const of = { resourceArn: arn, resourceType: 'DynamoDB' } as const;
const storyOf = (contents: Contents, about = arn) =>
  goneStory(inventoryOf({ vaults: [vault()], ...contents }), { now: new Date(NOW).toISOString() }, about);

describe('a resource that the scan did not list', () => {
  it('is told by what it left: points by vault, its own first, jobs and restores', () => {
    const story = storyOf({
      points: [
        point({ ...of, arn: 'copy', vaultArn: buildVaultArn(bunker, 'bunker') }),
        point({ ...of, arn: 'old', createdAt: NOW - 40 * DAY, status: 'EXPIRED' }),
        point({ ...of, arn: 'new' }),
      ],
      backupJobs: [
        backupJob({ id: 'a', resourceArn: arn, createdAt: NOW - DAY }),
        backupJob({ id: 'b', resourceArn: arn, createdAt: NOW }),
        backupJob({ id: 'other', resourceArn: domain }),
      ],
      copyJobs: [copyJob({ resourceArn: arn })],
      restoreJobs: [{ scope: home, id: 'r', createdAt: NOW, status: 'COMPLETED', recoveryPointArn: 'new' }],
      nativeBackups: [{ scope: home, resourceArn: arn, mechanism: 'dynamodb-backups', enabled: true }],
    });
    expect(story).toMatchObject({
      ...{ arn, type: 'DynamoDB', absence: 'gone', isPartial: false },
      points: { points: 3, usable: 2, expired: 1 },
      vaults: [
        { vaultArn: vault().arn, points: 2 },
        { vaultArn: buildVaultArn(bunker, 'bunker'), points: 1 },
      ],
      backupJobs: [{ id: 'b' }, { id: 'a' }],
      copyJobs: [{ id: copyJob().id }],
      restores: [{ id: 'r' }],
      nativeBackups: [{ mechanism: 'dynamodb-backups' }],
    });
  });

  it('is unknown if nothing of it was seen', () => {
    expect(storyOf({})).toBeUndefined();
  });

  const points = [point(of)];
  it.each([
    ['gone where its type was listed', storyOf({ points }), 'gone'],
    [
      'unread where its type was not',
      storyOf({ points, populations: [population('resources', { of: 'DynamoDB', gap: denied })] }),
      'unread',
    ],
    ['not scanned in another Region', storyOf({ points, scopes: [bunker] }), 'not-scanned'],
    [
      'not judged where no rule knows its type',
      storyOf({ points: [point({ resourceArn: domain, resourceType: 'OpenSearch' })] }, domain),
      'not-judged',
    ],
    [
      'not judged where only its jobs are known',
      storyOf({ backupJobs: [backupJob({ resourceArn: domain })] }, domain),
      'not-judged',
    ],
    [
      'gone where its jobs alone are known and its ARN shows its type',
      storyOf({ backupJobs: [backupJob({ resourceArn: arn })] }),
      'gone',
    ],
  ])('is %s', (_, story, absence) => {
    expect(story?.absence).toBe(absence);
  });

  it('may have left more where points or jobs could not be read', () => {
    const populations = [population('backupJobs', { gap: denied })];
    expect(storyOf({ points, populations, resources: [instance()] })?.isPartial).toBe(true);
  });
});
