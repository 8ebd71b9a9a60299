import { describe, expect, it } from '@jest/globals';
import type { RestoreJob } from '../model/job.js';
import {
  bunker,
  denied,
  home,
  instance,
  NOW,
  plan,
  population,
  selection,
  table,
  volume,
} from '../model/records.fixture.js';
import type { Resource } from '../model/resource.js';
import type { PeerGroup } from '../rule/evidence-kind.js';
import { evidenceGatherers } from './evidence-gatherers.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const daily = { backup: 'daily' };
const [web, mail] = [instance({ tags: daily }), instance({ name: 'mail', tags: daily })];
const far = instance({ name: 'far', tags: daily, accountId: bunker.accountId, region: bunker.region });
const disk = volume({ tags: daily });
const unread = table();

function restoreOf(resource: Resource, id = resource.name, createdAt = NOW): RestoreJob {
  return { scope: home, id, createdAt, status: 'COMPLETED', sourceResourceArn: resource.arn };
}

const estate: Contents = {
  resources: [web, mail, far, disk, unread],
  backupPlans: [plan()],
  backupSelections: [selection()],
  regionSettings: [{ scope: home, optIn: { EC2: true }, management: {} }],
  populations: [population('tags', { of: 'DynamoDB', gap: denied })],
  restoreJobs: [web, mail, far, disk, unread].map((each) => restoreOf(each)),
};

/** The ids of the jobs by group, and of the doubtful ones. */
function peersOf(resource: Resource, group: PeerGroup, contents: Contents = estate) {
  const { jobs, doubtful } = evidenceGatherers(inventoryOf(contents)).peerRestores(resource)(group);
  return [jobs.map((list) => list.map(({ id }) => id)), doubtful.map(({ id }) => id)];
}

describe('the restores of what is like a resource', () => {
  it.each<[string, Resource, PeerGroup, string[][], string[]]>([
    ['by type: in its own account and Region', web, 'type', [['mail', 'web']], []],
    ['by type: of another type', disk, 'type', [[disk.name]], []],
    [
      'by plan: which backs both up; of the volume an opt-in is not told, of the table its tags',
      web,
      'plan',
      [['mail', 'web']],
      ['data', unread.name],
    ],
    ['by tag: of any type, but for what has unread tags', web, 'tag:backup', [['data', 'mail', 'web']], [unread.name]],
    ['by a tag that it does not have', web, 'tag:team', [], [unread.name]],
    ['by a word that every object inherits', web, 'tag:constructor', [], [unread.name]],
    ['whose own tags are unread: any may be like it', unread, 'tag:backup', [], ['data', 'mail', unread.name, 'web']],
  ])('%s', (_, resource, group, jobs, doubtful) => {
    expect(peersOf(resource, group)).toEqual([jobs, doubtful.toSorted()]);
  });

  it('come newest first, and once for each plan that backs both up', () => {
    const weekly = plan({ id: 'weekly', arn: 'arn:weekly' });
    const contents: Contents = {
      ...estate,
      backupPlans: [plan(), weekly],
      backupSelections: [selection(), selection({ id: 'again' }), selection({ planId: 'weekly' })],
      restoreJobs: [restoreOf(web, 'a', NOW - 2), restoreOf(mail, 'b', NOW - 1), restoreOf(web, 'c', NOW - 1)],
    };
    const list = ['b', 'c', 'a'];
    expect(peersOf(web, 'plan', contents)).toEqual([[list, list], []]);
  });

  it('are the same lists for all that share them', () => {
    const { peerRestores } = evidenceGatherers(inventoryOf(estate));
    expect(peerRestores(web)('type').jobs[0]).toBe(peerRestores(mail)('type').jobs[0]);
  });

  it('are none where nothing of its kind was restored', () => {
    expect(peersOf(web, 'type', { ...estate, restoreJobs: [] })).toEqual([[[]], []]);
  });
});
