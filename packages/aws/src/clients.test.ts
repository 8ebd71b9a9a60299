import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { createCallLog } from './call-log.js';
import { openClients, requestsAtOnce } from './clients.js';
import { clientConfig, expectAllAsked } from './services/reading.fixture.js';

afterEach(expectAllAsked);

function clientsAt(endpointUrl?: string) {
  const log = createCallLog();
  return { log, clients: openClients({ ...clientConfig, endpointUrl }, log, new AbortController().signal) };
}

describe('the clients of a scope', () => {
  it('all go to the endpoint that was named', async () => {
    nock('http://localhost:4566').get('/account-settings').reply(200, {});
    const { clients } = clientsAt('http://localhost:4566');

    await clients.backup.send(new DescribeRegionSettingsCommand());
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
    const { clients } = clientsAt('http://localhost:4566');

    await Promise.all(Array.from({ length: 20 }, () => clients.backup.send(new DescribeRegionSettingsCommand())));

    expect(most).toBe(requestsAtOnce('backup'));
  });

  it('count what is sent and know which operation an error came from', async () => {
    nock('http://localhost:4566').get('/account-settings').reply(500).get('/account-settings').reply(403, {});
    const { clients, log } = clientsAt('http://localhost:4566');

    const error: unknown = await clients.backup
      .send(new DescribeRegionSettingsCommand())
      .catch((thrown: unknown) => thrown);

    expect(log.counts()).toEqual([{ operation: 'backup:DescribeRegionSettings', calls: 2, retries: 1 }]);
    expect(log.operationOf(error)).toBe('backup:DescribeRegionSettings');
    expect(log.operationOf(new Error('another'))).toBeUndefined();
  });

  it('do without the middleware that formats logs for nobody', () => {
    const { clients } = clientsAt();
    expect(clients.ec2.middlewareStack.identify().join('\n')).not.toContain('loggerMiddleware');
  });
});

it("keeps the SDK's word on old versions of Node to itself", async () => {
  const script = `
    const { BackupClient } = await import('@aws-sdk/client-backup');
    const { silenceNodeVersionWarning } = await import('./dist/clients.js');
    if (process.argv[1] === 'silenced') silenceNodeVersionWarning();
    Object.defineProperty(process, 'version', { value: 'v18.0.0' });
    new BackupClient({ region: 'eu-west-1' });`;
  const stderrOf = async (mode: string) => {
    const cwd = new URL('..', import.meta.url);
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, mode], {
      cwd,
    });
    return stderr;
  };

  expect(await stderrOf('loud')).toContain('NodeVersionSupportWarning');
  expect(await stderrOf('silenced')).toBe('');
});
