import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '@backproof/core';
import { estates, startSandbox } from '@backproof/sandbox';
import type { Sandbox } from '@backproof/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';
import { CERTIFICATE, startConnectProxy } from './support/connect-proxy.js';
import type { ConnectProxy } from './support/connect-proxy.js';
import { credentialsIn } from './support/estate-scan.js';

const SECRET = 'ch@nge';
const AUTHORIZATION = `Basic ${Buffer.from(`ci:${SECRET}`).toString('base64')}`;

const org = estates.get('org');
if (org === undefined) throw new Error('there is no estate org');
const now = new Date(org.world.now).toISOString();

let sandbox: Sandbox;
let proxy: ConnectProxy;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox({ world: org.world, throttles: false });
  proxy = await startConnectProxy(sandbox.url, AUTHORIZATION);
  folder = await mkdtemp(join(tmpdir(), 'backproof-proxy-'));
});
afterAll(async () => {
  proxy.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const url = (user = `ci:${encodeURIComponent(SECRET)}@`): string => `http://${user}127.0.0.1:${proxy.port}`;
const environment = () => ({ ...credentialsIn(sandbox), AWS_REGION: 'eu-west-1', AWS_MAX_ATTEMPTS: '1' });

/** Scans AWS by its own names, which no name server knows here. */
async function scan(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  return backproof(['scan', '--now', now, '--rule', 'replication-only', ...args], { ...environment(), ...env });
}

describe('through a proxy that only speaks CONNECT', () => {
  it('everything is read: the accounts, the roles and all services', async () => {
    const before = proxy.hosts.length;
    const file = join(folder, 'run.json');
    const args = ['--org', '--json', file];
    const { stderr } = await scan({ HTTPS_PROXY: url(), AWS_CA_BUNDLE: CERTIFICATE }, args);
    expect(stderr).toMatch(/^(read \d{12} eu-west-1 with \d+ calls\n){5}$/);
    const { populations } = JSON.parse(await readFile(file, 'utf8')) as Run;
    const failed = populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps));
    expect(failed).toEqual([]);
    const hosts = new Set(proxy.hosts.slice(before));
    expect([...hosts]).toEqual(
      expect.arrayContaining(
        ['sts', 'backup', 'ec2', 'rds', 'dynamodb'].map((name) => `${name}.eu-west-1.amazonaws.com`),
      ),
    );
    expect(hosts).toContain('organizations.us-east-1.amazonaws.com');
    expect(new Set(proxy.authorizations.slice(before))).toEqual(new Set([AUTHORIZATION]));
  });

  it('a certificate that Node is told to trust is trusted', async () => {
    const lower = { https_proxy: url().replace('http://', ''), NODE_EXTRA_CA_CERTS: CERTIFICATE };
    expect((await scan(lower)).stderr).toMatch(/^read \d{12} eu-west-1 with \d+ calls\n$/);
  });

  it('a host that NO_PROXY excepts is not asked for', async () => {
    const before = proxy.hosts.length;
    const env = { HTTPS_PROXY: url(), AWS_CA_BUNDLE: CERTIFICATE, NO_PROXY: '.amazonaws.com' };
    expect(await scan(env)).toMatchObject({ status: 2, stderr: expect.stringMatching(/cannot reach AWS/) });
    expect(proxy.hosts.length).toBe(before);
  });

  it('an endpoint on this machine is not asked for through it', async () => {
    const before = proxy.hosts.length;
    expect((await scan({ HTTP_PROXY: url(), HTTPS_PROXY: url() }, ['--endpoint-url', sandbox.url])).status).toBe(0);
    expect(proxy.hosts.length).toBe(before);
  });
});

describe('what is wrong is said, without the password', () => {
  it.each([
    [
      'a certificate that nothing trusts',
      () => ({ HTTPS_PROXY: url() }),
      /is not trusted: [A-Z_]+\. .* set AWS_CA_BUNDLE/,
    ],
    [
      'a proxy that requires other credentials',
      () => ({ HTTPS_PROXY: url(`ci:${SECRET.replace('@', '')}@`), AWS_CA_BUNDLE: CERTIFICATE }),
      /the proxy does not accept the request: HTTP 407/,
    ],
    [
      'a proxy that is not there',
      () => ({ HTTPS_PROXY: 'http://ci:chnge@127.0.0.1:1' }),
      /cannot reach AWS .*ECONNREFUSED/,
    ],
    ['no URL', () => ({ HTTPS_PROXY: 'socks5://ci:chnge@127.0.0.1:1' }), /HTTPS_PROXY is not the URL of an HTTP proxy/],
    [
      'no bundle',
      () => ({ AWS_CA_BUNDLE: '/nowhere/ca.pem' }),
      /cannot read \/nowhere\/ca.pem, which AWS_CA_BUNDLE names: ENOENT/,
    ],
  ])('%s', async (_story, env, line) => {
    const { status, stderr } = await scan(env());
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(line) });
    expect(stderr).toMatch(/^backproof: [^\n]*\n$/);
    expect(stderr).not.toMatch(/ch%?4?0?@?nge|Y2k6/);
  });

  it('a bundle without a certificate', async () => {
    const file = join(folder, 'empty.pem');
    await writeFile(file, 'nothing');
    expect((await scan({ AWS_CA_BUNDLE: file })).stderr).toBe(
      `backproof: ${file}, which AWS_CA_BUNDLE names, has no certificate in PEM.\n`,
    );
  });
});
