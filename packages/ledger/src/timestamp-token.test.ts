import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Certificate } from 'pkijs';
import { isSignedBy, readTimestamp, timestampQuery } from './timestamp-token.js';
import type { TimestampToken } from './timestamp-token.js';

const describeWithOpenssl = spawnSync('openssl', ['version']).status === 0 ? describe : describe.skip;

const CONFIG = `
[req]
distinguished_name = name
prompt = no
[name]
CN = backproof
[ca]
basicConstraints = critical, CA:TRUE
[stamping]
extendedKeyUsage = critical, timeStamping
[serving]
extendedKeyUsage = serverAuth
[tsa]
serial = ./serial
signer_cert = ./stamping.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

const CONTENT = Buffer.from('a manifest');
let folder: string;

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
}

async function authority(): Promise<string> {
  return readFile(join(folder, 'ca.pem'), 'utf8');
}

async function tokenOf(response: string): Promise<TimestampToken> {
  return readTimestamp(await readFile(join(folder, response)));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-token-'));
});
afterAll(() => rm(folder, { recursive: true }));

describeWithOpenssl('a timestamp token', () => {
  beforeAll(async () => {
    await writeFile(join(folder, 'openssl.cnf'), CONFIG);
    await writeFile(join(folder, 'serial'), '01\n');
    const request = ['req', '-newkey', 'rsa:2048', '-nodes', '-config', 'openssl.cnf'];
    openssl(...request, '-x509', '-keyout', 'ca.key', '-out', 'ca.pem', '-extensions', 'ca', '-subj', '/CN=ca');
    openssl(...request, '-keyout', 'tsa.key', '-out', 'tsa.csr');
    for (const [name, use, days] of [
      ['stamping', 'stamping', '30'],
      ['serving', 'serving', '30'],
      ['expired', 'stamping', '-1'],
    ] as const) {
      const from = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '7'];
      openssl(...from, '-out', `${name}.pem`, '-days', days, '-extfile', 'openssl.cnf', '-extensions', use);
    }
    const query = await timestampQuery(createHash('sha256').update(CONTENT).digest(), Buffer.from('7f00000001', 'hex'));
    await writeFile(join(folder, 'query.tsq'), query);
    openssl(
      'ts',
      '-reply',
      '-config',
      'openssl.cnf',
      '-section',
      'tsa',
      '-queryfile',
      'query.tsq',
      '-out',
      'reply.tsr',
    );
  });

  it('says what existed when, and to which query', async () => {
    const { at, digest, nonce } = await tokenOf('reply.tsr');
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
    expect(digest).toBe(createHash('sha256').update(CONTENT).digest('hex'));
    expect(nonce).toBe('7f00000001');
  });

  it('counts for its content, by the certificate of its authority', async () => {
    const token = await tokenOf('reply.tsr');
    expect(await isSignedBy(token, CONTENT, [await authority()])).toBe(true);
    expect(await isSignedBy(token, Buffer.from('another'), [await authority()])).toBe(false);
  });

  // These have the key, the issuer and the serial number of the certificate that signed it.
  it.each([
    ['is not for timestamps', 'serving'],
    ['was not valid at that time', 'expired'],
  ])('does not count if its certificate %s', async (_, name) => {
    const token = await tokenOf('reply.tsr');
    const { raw } = new X509Certificate(await readFile(join(folder, `${name}.pem`)));
    token.signed.certificates = [Certificate.fromBER(Uint8Array.from(raw))];
    expect(await isSignedBy(token, CONTENT, [await authority()])).toBe(false);
  });

  it.each(['', 'nonsense', '\u0030\u0003\u0002\u0001\u0002'])('is refused if it is %j', async (text) => {
    await expect(readTimestamp(Buffer.from(text))).rejects.toThrow('not a valid timestamp response');
  });

  it('is refused if the authority did not grant it', async () => {
    const rejection = Buffer.from('300530030201020500', 'hex').subarray(0, 7);
    await expect(readTimestamp(rejection)).rejects.toThrow('did not grant a timestamp');
  });
});
