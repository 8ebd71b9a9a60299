import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const describeWithOpenssl = hasOpenssl ? describe : describe.skip;

const CONFIG = `
[req]
distinguished_name = name
prompt = no
[name]
CN = backproof
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[tsa_certificate]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
serial = ./serial
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

let folder: string;
let ledger: string;
let server: Server;
let url: string;
/** The file of a response that is sent whatever is asked. */
let canned: string | undefined;

const inFolder = (name: string): string => join(folder, name);

function openssl(...args: readonly string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function makeAuthority(name: string): void {
  const subject = ['-subj', `/CN=${name}`, '-config', 'openssl.cnf'];
  const key = (file: string) => ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file];
  openssl('req', '-x509', ...key(`${name}.key`), '-out', `${name}.pem`, '-days', '30', ...subject, '-extensions', 'ca');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-timestamp-'));
  ledger = inFolder('ledger');
  if (!hasOpenssl) return;
  await writeFile(inFolder('openssl.cnf'), CONFIG);
  await writeFile(inFolder('serial'), '01\n');
  for (const name of ['ca', 'other']) makeAuthority(name);
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr', '-config', 'openssl.cnf');
  const signing = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  const until = ['-days', '30', '-extfile', 'openssl.cnf', '-extensions', 'tsa_certificate'];
  openssl(...signing, '-out', 'tsa.pem', ...until);
  server = createServer((request, response) => {
    void buffer(request).then(async (query) => {
      await writeFile(inFolder('query.tsq'), query);
      const reply = ['ts', '-reply', '-config', 'openssl.cnf', '-section', 'tsa'];
      if (canned === undefined) openssl(...reply, '-queryfile', 'query.tsq', '-out', 'reply.tsr');
      response.setHeader('content-type', 'application/timestamp-reply');
      response.end(await readFile(canned ?? inFolder('reply.tsr')));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}/tsa`;
  expect((await backproof(['scan', '--sandbox', 'china', '--ledger', ledger])).status).toBe(1);
});
afterAll(async () => {
  if (hasOpenssl) server.close();
  await rm(folder, { recursive: true });
});

async function timestampFile(): Promise<string> {
  const names = await readdir(join(ledger, '_manifests'));
  return join(ledger, '_manifests', names.find((name) => name.endsWith('.tsr')) ?? '');
}

const verify = (...args: readonly string[]) => backproof(['ledger', 'verify', '--ledger', ledger, ...args]);

describeWithOpenssl('a timestamp of a ledger', () => {
  it('is asked for and kept', async () => {
    const { status, stdout, stderr } = await backproof(['ledger', 'timestamp', '--ledger', ledger, '--tsa', url]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^timestamped manifest 1 of the ledger, SHA-256 [0-9a-f]{64}, at 20.*Z\n$/);
  });

  it('is verified by openssl, offline', async () => {
    const manifest = join(ledger, '_manifests/000000000001.json');
    const args = ['ts', '-verify', '-data', manifest, '-in', await timestampFile(), '-CAfile', 'ca.pem'];
    expect(openssl(...args)).toContain('Verification: OK');
  });

  it('is verified by the command, offline', async () => {
    const { status, stdout } = await verify('--tsa-ca', inFolder('ca.pem'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^manifest 1 existed at 20.*Z, by its timestamp\nintact: /);
    expect((await verify()).status).toBe(0);
  });

  it('is on the page of an audit', async () => {
    const args = ['audit', '--ledger', ledger, '--quarter', '2026-Q4', '--out', inFolder('audit.html')];
    await backproof([...args, '--tsa-ca', inFolder('ca.pem')]);
    expect(await readFile(inFolder('audit.html'), 'utf8')).toMatch(/1 timestamp; manifest 1 existed at 20/);
    const other = await backproof([...args, '--tsa-ca', inFolder('other.pem')]);
    expect(other.stdout).toContain('the ledger is not intact: 1 fault');
    await backproof(args);
    expect(await readFile(inFolder('audit.html'), 'utf8')).toContain('no certificate of a timestamp authority');
  });

  it('does not count by the certificate of another authority', async () => {
    const { status, stdout } = await verify('--tsa-ca', inFolder('other.pem'));
    expect(status).toBe(1);
    expect(stdout).toContain('_manifests: no manifest has a timestamp of a given authority\n');
  });

  it('of another manifest is not valid', async () => {
    const other = inFolder('other-ledger');
    await backproof(['scan', '--sandbox', 'china', '--rule', 'backup-coverage', '--ledger', other]);
    const file = await timestampFile();
    await copyFile(file, join(other, '_manifests', basename(file)));
    const args = ['ledger', 'verify', '--ledger', other, '--tsa-ca', inFolder('ca.pem')];
    const { status, stdout } = await backproof(args);
    expect(status).toBe(1);
    expect(stdout).toContain('it is not a valid timestamp of manifest 1\n');
  });

  it('whose signature was changed does not count', async () => {
    const file = await timestampFile();
    const bytes = await readFile(file);
    const changed = Buffer.from(bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    try {
      await writeFile(file, changed);
      expect((await verify('--tsa-ca', inFolder('ca.pem'))).status).toBe(1);
      await writeFile(file, 'nonsense');
      expect((await verify('--tsa-ca', inFolder('ca.pem'))).stdout).toContain('it is not a valid timestamp');
    } finally {
      await writeFile(file, bytes);
    }
  });

  it('is not taken from a response to another query, or from one that is none', async () => {
    canned = inFolder('reply.tsr');
    const again = await backproof(['ledger', 'timestamp', '--ledger', ledger, '--tsa', url]);
    expect(again).toMatchObject({
      status: 2,
      stderr: 'backproof: the response of the timestamp authority is not about this query\n',
    });
    canned = inFolder('openssl.cnf');
    const none = await backproof(['ledger', 'timestamp', '--ledger', ledger, '--tsa', url]);
    expect(none).toMatchObject({ status: 2, stderr: 'backproof: not a valid timestamp response of RFC 3161\n' });
    canned = undefined;
  });
});

it('an authority that is not there is named', async () => {
  const args = ['ledger', 'timestamp', '--ledger', ledger, '--tsa', 'http://127.0.0.1:9/'];
  const { status, stderr } = await backproof(args);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^backproof: no (timestamp from http:\/\/127\.0\.0\.1:9|ledger in )/);
  const wrong = await backproof(['ledger', 'timestamp', '--ledger', ledger, '--tsa', 'tsa']);
  expect(wrong.stderr).toBe('backproof: "tsa" is not a valid URL. Write --tsa https://tsa.example.com.\n');
});
