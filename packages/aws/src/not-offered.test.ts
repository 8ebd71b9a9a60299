import type { PopulationKind } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { collect } from './collect.js';
import { accessTo, answerGet, populationLines, takenAt } from './collecting.fixture.js';
import nock from './nock.fixture.js';
import { backup } from './services/backup/service.js';
import { redshiftserverless } from './services/redshiftserverless/service.js';
import type { Service } from './service.js';
import { expectAllAsked } from './services/reading.fixture.js';

const settings = { ...backup, readings: backup.readings.filter(({ yields }) => yields[0]?.kind === 'regionSettings') };

const { someRegions: _, ...everywhere } = redshiftserverless;

async function linesWhere(code: string, service: Service = redshiftserverless): Promise<readonly string[]> {
  nock('https://redshift-serverless.eu-west-1.amazonaws.com')
    .post('/')
    .replyWithError(Object.assign(new Error(), { code }));
  const populations = new Set<PopulationKind>(['resources', 'nativeBackups']);
  const services = [settings, service];
  return populationLines(
    await collect({ scopes: [accessTo()], services, populations, takenAt, limits: { attempts: 1 } }),
  );
}

function answerSettings(optIn: Readonly<Record<string, boolean>>, status = 200): void {
  answerGet('/account-settings', {}, { ResourceTypeOptInPreference: optIn }, status);
}

afterEach(expectAllAsked);

describe('a service without a DNS name in a Region', () => {
  it('is not offered there, if the settings of AWS Backup do not name its type', async () => {
    answerSettings({ EBS: true });
    expect(await linesWhere('ENOTFOUND')).toEqual([
      'nativeBackups of Redshift Serverless complete 0',
      'regionSettings complete 1',
      'resources of Redshift Serverless complete 0',
    ]);
  });

  it.each([
    [
      'the settings name its type',
      () => {
        answerSettings({ 'Redshift Serverless': false });
      },
      'ENOTFOUND',
      redshiftserverless,
    ],
    [
      'the settings were not read',
      () => {
        answerSettings({}, 403);
      },
      'ENOTFOUND',
      redshiftserverless,
    ],
    [
      'the call failed otherwise',
      () => {
        answerSettings({ EBS: true });
      },
      'ECONNREFUSED',
      redshiftserverless,
    ],
    [
      'AWS offers it everywhere',
      () => {
        answerSettings({ EBS: true });
      },
      'ENOTFOUND',
      everywhere,
    ],
  ])('is not known where %s', async (_story, answer, code, service) => {
    answer();
    expect(await linesWhere(code, service)).toContain('resources of Redshift Serverless unavailable 0');
  });
});
