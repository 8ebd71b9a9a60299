import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { resolveScopes } from './scopes.js';

const CREDENTIALS = { accessKeyId: 'caller', secretAccessKey: 'S' };

let sts: Server;
let connections: number;

beforeEach(async () => {
  connections = 0;
  sts = createServer((request, response) => {
    void text(request).then((body) => {
      response.setHeader('content-type', 'text/xml').end(answerTo(new URLSearchParams(body), request));
    });
  });
  sts.on('connection', () => (connections += 1));
  await once(sts.listen(0, '127.0.0.1'), 'listening');
});

afterEach(() => {
  sts.closeAllConnections();
  sts.close();
});

/** Answers as AWS STS does. The access key of a role's session is its account. */
function answerTo(request: URLSearchParams, { headers }: IncomingMessage): string {
  if (request.get('Action') === 'AssumeRole') {
    const account = request.get('RoleArn')?.split(':')[4] ?? '';
    const keys = `<AccessKeyId>${account}</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>`;
    const credentials = `<Credentials>${keys}<Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>`;
    return `<AssumeRoleResponse><AssumeRoleResult>${credentials}</AssumeRoleResult></AssumeRoleResponse>`;
  }
  const account = /Credential=(\d{12})\//.exec(headers.authorization ?? '')?.[1] ?? '999999999999';
  const identity = `<Arn>arn:aws:sts::${account}:assumed-role/reader/backproof</Arn><Account>${account}</Account>`;
  return `<GetCallerIdentityResponse><GetCallerIdentityResult>${identity}</GetCallerIdentityResult></GetCallerIdentityResponse>`;
}

it('enters all accounts of a scan by the connections of ten, and scans by the same', async () => {
  const accounts = Array.from({ length: 40 }, (_, i) => String(100_000_000_000 + i));
  const scopes = await resolveScopes({
    credentials: CREDENTIALS,
    regions: ['eu-west-1'],
    roleArns: accounts.map((account) => `arn:aws:iam::${account}:role/reader`),
    endpointUrl: `http://127.0.0.1:${(sts.address() as AddressInfo).port}`,
  });

  expect(scopes.map(({ scope }) => scope.accountId)).toEqual(accounts);
  expect(connections).toBeLessThanOrEqual(10);
  expect(new Set(scopes.map(({ connection }) => connection.pool)).size).toBe(1);
  scopes[0]?.connection.pool?.close();
});
