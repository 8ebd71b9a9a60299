import { DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createCallLog } from './call-log.js';
import { stderrOf } from './fresh-node.fixture.js';
import nock from './nock.fixture.js';
import { openClient, openServices } from './open-service.js';
import { REQUESTS_AT_ONCE } from './service.js';
import { backup } from './services/backup/service.js';
import { ec2 } from './services/ec2/service.js';
import { clientConfig, expectAllAsked } from './services/reading.fixture.js';

afterEach(expectAllAsked);

function openingAt(endpointUrl?: string) {
  return {
    connection: { ...clientConfig, endpointUrl },
    log: createCallLog(),
    signal: new AbortController().signal,
  };
}

function backupAt(endpointUrl: string) {
  const opening = openingAt(endpointUrl);
  return { log: opening.log, ...openServices(opening).open(backup) };
}

describe('the services of a scope', () => {
  it('all go to the endpoint that was named', async () => {
    nock('http://localhost:4566').get('/account-settings').reply(200, {});
    await backupAt('http://localhost:4566').call(new DescribeRegionSettingsCommand());
  });

  it('send no more requests at once than the service takes', async () => {
    let open = 0;
    let most = 0;
    nock('http://localhost:4566')
      .get('/account-settings')
      .times(20)
      .reply(200, async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 10));
        open--;
        return {};
      });
    const { call } = backupAt('http://localhost:4566');

    await Promise.all(Array.from({ length: 20 }, () => call(new DescribeRegionSettingsCommand())));

    expect(most).toBe(REQUESTS_AT_ONCE);
  });

  it('count what is sent and know which operation an error came from', async () => {
    nock('http://localhost:4566').get('/account-settings').reply(500).get('/account-settings').reply(403, {});
    const { call, log } = backupAt('http://localhost:4566');

    const error: unknown = await call(new DescribeRegionSettingsCommand()).catch((thrown: unknown) => thrown);

    expect(log.counts()).toEqual([{ operation: 'backup:DescribeRegionSettings', calls: 2, retries: 1 }]);
    expect(log.operationOf(error)).toBe('backup:DescribeRegionSettings');
    expect(log.operationOf(new Error('another'))).toBeUndefined();
  });

  it('are each opened once', () => {
    const services = openServices(openingAt());
    expect(services.open(backup)).toBe(services.open(backup));
  });

  it('do without the middleware that formats logs for nobody', async () => {
    const client = await openClient(ec2, openingAt());
    expect(client.middlewareStack.identify().join('\n')).not.toContain('loggerMiddleware');
  });
});

it("keeps the SDK's word on old versions of Node to itself", async () => {
  const script = `
    import { BackupClient } from '@aws-sdk/client-backup';
    import { silenceNodeVersionWarning } from './connection.js';
    if (process.argv[1] === 'silenced') silenceNodeVersionWarning();
    Object.defineProperty(process, 'version', { value: 'v18.0.0' });
    new BackupClient({ region: 'eu-west-1' });`;
  expect(await stderrOf(script, 'loud')).toContain('NodeVersionSupportWarning');
  expect(await stderrOf(script, 'silenced')).toBe('');
});
