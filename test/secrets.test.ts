import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REPORTERS } from 'backproof';
import { backproof } from './support/cli.js';

const EXTERNAL_ID = 'canary-external-id';
const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'AKIACANARYCANARYCANA',
  AWS_SECRET_ACCESS_KEY: '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',
  AWS_SESSION_TOKEN: `IQoJ${'canary'.repeat(20)}==`,
};
const ASSUMED = {
  AccessKeyId: 'ASIACANARYCANARYCANB',
  SecretAccessKey: 'assumed/secret+wJalrXUtnFEMIK7MDENGbPxRf',
  SessionToken: `IQoJ${'assumed'.repeat(20)}==`,
};

let folder: string;
let server: Server;
let url: string;
/** What a message must not repeat, as it was given or as the server was sent it. */
const secrets = new Set([EXTERNAL_ID, ...Object.values(ENVIRONMENT), ...Object.values(ASSUMED)]);

/** A proxy that lets nobody but STS through, and tells what it was sent. */
async function answerTo(request: IncomingMessage): Promise<{ readonly status: number; readonly body: string }> {
  const body = await text(request);
  const { authorization = '' } = request.headers;
  for (const [, signature = ''] of authorization.matchAll(/Signature=([0-9a-f]+)/g)) secrets.add(signature);
  const result = /Action=(GetCallerIdentity|AssumeRole)\b/.exec(body)?.[1];
  if (result === 'GetCallerIdentity') {
    return stsAnswer(result, '<Account>111111111111</Account><Arn>arn:aws:iam::111111111111:user/ci</Arn>');
  }
  if (result === 'AssumeRole' && body.includes('222222222222')) {
    const message = `what is ${EXTERNAL_ID}?`;
    return {
      status: 400,
      body: `<ErrorResponse><Error><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`,
    };
  }
  if (result === 'AssumeRole') {
    const fields = Object.entries(ASSUMED).map(([name, value]) => `<${name}>${value}</${name}>`);
    return stsAnswer(
      result,
      `<Credentials>${fields.join('')}<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`,
    );
  }
  const said = `not allowed by the proxy: ${JSON.stringify(request.headers)} ExternalId=${EXTERNAL_ID}&x ${body}`;
  const isXml = /^(ec2|rds|s3|sts)$/.test(/\/(\w+)\/aws4_request/.exec(authorization)?.[1] ?? '');
  const escaped = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const error = `<Error><Code>AccessDenied</Code><Message>${escaped}</Message></Error>`;
  return {
    status: 403,
    body: isXml
      ? `<ErrorResponse>${error}</ErrorResponse>`
      : JSON.stringify({ __type: 'AccessDeniedException', message: said }),
  };
}

function stsAnswer(action: string, result: string) {
  return {
    status: 200,
    body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-secrets-'));
  server = createServer((request, response) => {
    void answerTo(request).then(({ status, body }) => {
      response.writeHead(status, { 'x-amzn-requestid': `token=${EXTERNAL_ID}` }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const inFolder = (name: string): string => join(folder, name);

function secretsOf(written: string): readonly string[] {
  return [...secrets].filter((secret) => written.includes(secret));
}

describe('what a server sends back of what it was sent', () => {
  it('is in no output, inventory or ledger', async () => {
    const reports = REPORTERS.flatMap(({ id }) => ['--report', `${id}=${inFolder(id)}`]);
    const files = ['--json', inFolder('run.json'), '--save-inventory', inFolder('inventory.gz')];
    const ledger = ['--ledger', inFolder('ledger')];
    const arns = ['111111111111', '222222222222'].map((account) => `arn:aws:iam::${account}:role/Backproof`);
    const role = [...arns.flatMap((arn) => ['--role-arn', arn]), '--external-id', EXTERNAL_ID];
    const { status, stdout, stderr } = await backproof(
      ['scan', '--no-config', '--region', 'eu-west-1', '--endpoint-url', url, ...role, ...files, ...reports, ...ledger],
      ENVIRONMENT,
    );
    expect({ status, stderr }).toMatchObject({ status: 3 });
    const tables = await Promise.all(
      ['populations', 'outcomes', 'runs'].map((table) => backproof(['ledger', 'export', table, ...ledger])),
    );
    const written = [
      ...[stdout, stderr, gunzipSync(await readFile(inFolder('inventory.gz'))).toString()],
      ...(await Promise.all(
        [...REPORTERS.map(({ id }) => id), 'run.json'].map((name) => readFile(inFolder(name), 'utf8')),
      )),
      ...tables.map((table) => table.stdout),
    ];
    expect(secrets.size).toBeGreaterThan(20);
    expect(written[2]).toContain('not allowed by the proxy');
    expect(written[2]).toContain('what is ***?');
    for (const each of written) expect(secretsOf(each)).toEqual([]);
  });
});

describe('a secret that the command was given', () => {
  it.each([
    [['scan', '--endpoint-url', 'http://ada:canary-external-id@127.0.0.1:1', '--region', 'eu-west-1']],
    [['scan', '--endpoint-url', 'ftp://ada:canary-external-id@host']],
    [['explain', 'arn:x', '--inventory', `${EXTERNAL_ID}.gz`, '--external-id', EXTERNAL_ID]],
    [['config', '--external-id', EXTERNAL_ID]],
  ])('is not repeated by %j', async (args) => {
    const { stdout, stderr } = await backproof([...args, '--no-config'], ENVIRONMENT);
    expect(secretsOf(stdout + stderr)).toEqual([]);
    expect(stdout + stderr).toContain('***');
  });
});
