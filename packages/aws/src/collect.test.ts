import { wayOutOf } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { accessTo, answerGet, collected, gapsOf, populationLines, scope, takenAt } from './collecting.fixture.js';
import { collect } from './collect.js';
import nock from './nock.fixture.js';
import { defineService } from './service.js';
import { expectAllAsked } from './services/reading.fixture.js';
import type { Progress } from './progress.js';

afterEach(expectAllAsked);

const settings = '/account-settings';
const preferences = { ResourceTypeOptInPreference: { EC2: true } };

describe('collect', () => {
  it('reads what is asked for, and nothing else', async () => {
    answerGet(settings, {}, preferences);

    const inventory = await collected('regionSettings');

    expect(inventory.regionSettings).toEqual([{ scope, optIn: { EC2: true }, management: {} }]);
    expect(inventory.scopes).toEqual([{ ...scope, principalArn: 'arn:aws:iam::111111111111:role/scanner' }]);
    expect(populationLines(inventory)).toEqual(['regionSettings complete 1']);
    expect(inventory.calls).toEqual([{ scope, operation: 'backup:DescribeRegionSettings', calls: 1, retries: 0 }]);
    expect(inventory.takenAt).toBe(takenAt);
  });

  it('says how to go on where the credentials end', async () => {
    const expired = new Error('The SSO session associated with this profile has expired.');
    const credentials = () => Promise.reject(Object.assign(expired, { name: 'CredentialsProviderError' }));
    const access = accessTo();
    const scopes = [{ ...access, connection: { ...access.connection, credentials } }];
    const { populations } = await collect({ scopes, populations: new Set(['vaults']), takenAt });
    const gaps = gapsOf(populations[0]);
    expect(gaps).toMatchObject([{ operation: 'backup:ListBackupVaults', code: 'CredentialsProviderError' }]);
    expect(gaps.map((gap) => wayOutOf(gap))).toEqual([expect.stringContaining('aws sso login --profile')]);
  });

  it('begins with further scopes while others wait for the rate of a service', async () => {
    const regions = Array.from({ length: 20 }, (_, index) => `eu-west-${String(index)}`);
    let [begun, goOn] = [0, (): void => undefined];
    const allBegan = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow = defineService({
      name: 'slow',
      open: () => Promise.reject(new Error('it is not called')),
      requestsPerSecond: 1,
      operations: {},
      readings: [
        {
          yields: [{ kind: 'vaults' }],
          calls: [],
          read: () =>
            Promise.resolve(async function* waiting() {
              begun += 1;
              if (begun === regions.length) goOn();
              await allBegan;
              yield {};
            }),
        },
      ],
    });
    const options = { services: [slow], populations: new Set(['vaults'] as const), takenAt };
    const { populations } = await collect({ ...options, scopes: regions.map(accessTo) });
    expect(populations.map(({ status }) => status)).toEqual(regions.map(() => 'complete'));
  });

  it('counts retries as calls', async () => {
    answerGet(settings, {}, {}, 503);
    answerGet(settings, {}, preferences);

    const { calls } = await collected('regionSettings');

    expect(calls).toEqual([{ scope, operation: 'backup:DescribeRegionSettings', calls: 2, retries: 1 }]);
  });

  it('goes on where one operation is denied', async () => {
    answerGet(settings, {}, { message: 'not authorized to perform backup:DescribeRegionSettings' }, 403);
    answerGet('/backup-vaults', { maxResults: '1000' }, { BackupVaultList: [] });

    const inventory = await collected('regionSettings', 'vaults');

    expect(populationLines(inventory)).toEqual(['regionSettings unavailable 0', 'vaults complete 0']);
    expect(gapsOf(inventory.populations[0])).toEqual([
      {
        operation: 'backup:DescribeRegionSettings',
        code: 'AccessDeniedException',
        message: 'not authorized to perform backup:DescribeRegionSettings',
        iamAction: 'backup:DescribeRegionSettings',
        requestId: 'request-1',
        httpStatus: 403,
      },
    ]);
  });

  it('goes on where a Region is switched off', async () => {
    nock('https://backup.ap-east-1.amazonaws.com').get(settings).reply(
      403,
      { message: 'The security token included in the request is invalid.' },
      {
        'x-amzn-errortype': 'UnrecognizedClientException',
      },
    );
    answerGet(settings, {}, preferences);

    const scopes = [accessTo('ap-east-1'), accessTo()];
    const inventory = await collect({ scopes, populations: new Set(['regionSettings']), takenAt });

    expect(populationLines(inventory)).toEqual(['ap-east-1 regionSettings unavailable 0', 'regionSettings complete 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([{ code: 'UnrecognizedClientException' }]);
    expect(gapsOf(inventory.populations[0])[0]).not.toHaveProperty('iamAction');
  });

  it('calls an answer that is not from AWS a gap', async () => {
    nock('https://backup.eu-west-1.amazonaws.com').get(settings).reply(404, '<!DOCTYPE html><html>No such page</html>');

    const inventory = await collected('regionSettings');

    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { operation: 'backup:DescribeRegionSettings', code: 'UnreadableAnswer', httpStatus: 404 },
    ]);
  });

  it('takes for missing what rests on something missing', async () => {
    answerGet('/restore-testing/plans', { MaxResults: '1000' }, {}, 403);

    const inventory = await collected('restoreTestingSelections');

    expect(populationLines(inventory)).toEqual([
      'restoreTestingPlans unavailable 0',
      'restoreTestingSelections unavailable 0',
    ]);
    expect(gapsOf(inventory.populations[1])).toMatchObject([{ operation: 'backup:ListRestoreTestingPlans' }]);
  });

  it('tells how far it is', async () => {
    answerGet(settings, {}, preferences);
    const seen: Progress[] = [];

    await collect({
      scopes: [accessTo()],
      populations: new Set(['regionSettings']),
      takenAt,
      onProgress: (progress) => seen.push(progress),
    });

    expect(seen).toMatchObject([
      { type: 'started', readings: 1 },
      { type: 'scopeStarted', scope, readings: 1 },
      { type: 'pageRead', scope, service: 'backup', kinds: ['regionSettings'] },
      { type: 'populationRead', scope, population: { kind: 'regionSettings', status: 'complete', count: 1 } },
      { type: 'readingRead', scope, service: 'backup' },
      { type: 'scopeRead', scope, calls: 1 },
    ]);
  });

  it('counts the calls that found the scopes', async () => {
    answerGet(settings, {}, preferences);
    const calls = () => [{ operation: 'sts:GetCallerIdentity', calls: 1, retries: 0 }];

    const scopes = [{ ...accessTo(), calls }];
    const inventory = await collect({ scopes, populations: new Set(['regionSettings']), takenAt });

    expect(inventory.calls.map(({ operation }) => operation)).toEqual([
      'backup:DescribeRegionSettings',
      'sts:GetCallerIdentity',
    ]);
  });
});

describe('an aborted collect', () => {
  function collectUntil(signal: AbortSignal) {
    return collect({ scopes: [accessTo()], populations: new Set(['regionSettings']), takenAt, signal });
  }

  it('asks nothing if it was aborted before', async () => {
    await expect(collectUntil(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('does not wait for an answer', async () => {
    nock('https://backup.eu-west-1.amazonaws.com').get(settings).delay(20_000).reply(200, preferences);
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => {
      controller.abort();
    }, 200);

    await expect(collectUntil(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });

    expect(performance.now() - started).toBeLessThan(2_000);
    nock.abortPendingRequests();
  });

  it('does not wait for a retry', async () => {
    nock('https://backup.eu-west-1.amazonaws.com').persist().get(settings).reply(503, {}, { 'retry-after': '20' });
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => {
      controller.abort();
    }, 200);

    await expect(collectUntil(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });

    expect(performance.now() - started).toBeLessThan(2_000);
    nock.cleanAll();
  });
});
