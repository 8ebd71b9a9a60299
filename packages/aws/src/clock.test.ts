import { afterEach, describe, expect, it } from '@jest/globals';
import { collect } from './collect.js';
import { accessTo, gapsOf, populationLines } from './collecting.fixture.js';
import nock from './nock.fixture.js';
import { expectAllAsked } from './services/reading.fixture.js';

afterEach(expectAllAsked);

const MINUTES = 60_000;

async function readAt(takenAt: number, answeredAt: number) {
  const headers = { date: new Date(answeredAt).toUTCString() };
  const backup = nock('https://backup.eu-west-1.amazonaws.com');
  backup.get('/copy-jobs').query(true).reply(200, { CopyJobs: [] }, headers);
  backup.get('/backup-vaults').query(true).reply(200, { BackupVaultList: [] }, headers);
  return collect({ scopes: [accessTo()], populations: new Set(['vaults', 'copyJobs']), takenAt });
}

describe("this machine's clock", () => {
  it.each([
    { minutes: 11, words: '11 minutes ahead of' },
    { minutes: -600, words: '600 minutes behind' },
  ])('$words that of AWS is a gap of what is judged by its age', async ({ minutes, words }) => {
    const inventory = await readAt(Date.now(), Date.now() - minutes * MINUTES);
    expect(populationLines(inventory)).toEqual(['copyJobs unavailable 0', 'vaults complete 0']);
    const [gap] = gapsOf(inventory.populations[0]);
    expect(gap).toMatchObject({
      code: 'ClockDifference',
      message: `the clock of this machine is ${words} that of AWS, so ages are wrong`,
    });
  });

  it.each([
    { story: 'that differs by a few minutes does no harm', takenAt: () => Date.now(), minutes: 4 },
    { story: 'does not matter to whoever names the time', takenAt: () => Date.now() - 20 * MINUTES, minutes: 20 },
  ])('$story', async ({ takenAt, minutes }) => {
    const inventory = await readAt(takenAt(), Date.now() - minutes * MINUTES);
    expect(populationLines(inventory)).toEqual(['copyJobs complete 0', 'vaults complete 0']);
  });
});
