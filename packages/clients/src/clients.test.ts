import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BackupGatewayClient, ListDatabasesCommand, ListRulesCommand, ListVirtualMachinesCommand } from './index.js';
import { RecycleBinClient, SsmSapClient } from './index.js';

interface Request {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const requests: Request[] = [];
let answer: readonly [status: number, body: object] = [200, {}];
const server = createServer((incoming, outgoing) => {
  void text(incoming).then((body) => {
    requests.push({ url: incoming.url, headers: incoming.headers, body });
    const [status, content] = answer;
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
});
let endpoint = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const config = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  maxAttempts: 1,
};

it('AWS Backup gateway is asked by JSON 1.0, and its answers are read by their shapes', async () => {
  const listed = { Name: 'erp', ResourceArn: 'arn', LastBackupDate: 1_763_700_000, Other: 1 };
  answer = [200, { VirtualMachines: [listed], NextToken: 'b' }];
  const client = new BackupGatewayClient({ ...config, endpoint });
  const { VirtualMachines, NextToken } = await client.send(new ListVirtualMachinesCommand({ MaxResults: 1 }));
  expect(VirtualMachines).toEqual([
    { Name: 'erp', ResourceArn: 'arn', LastBackupDate: new Date('2025-11-21T04:40:00Z') },
  ]);
  expect(NextToken).toBe('b');
  expect(requests.at(-1)).toMatchObject({
    url: '/',
    body: '{"MaxResults":1}',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'BackupOnPremises_v20210101.ListVirtualMachines',
      authorization: expect.stringContaining('/eu-west-1/backup-gateway/aws4_request') as unknown,
    },
  });
  client.destroy();
});

it('Systems Manager for SAP is asked by path', async () => {
  answer = [200, { Databases: [{ DatabaseId: 'PRD', Tags: { backup: 'daily' } }] }];
  const client = new SsmSapClient({ ...config, endpoint });
  const { Databases } = await client.send(new ListDatabasesCommand({ NextToken: 'a' }));
  expect(Databases).toEqual([{ DatabaseId: 'PRD', Tags: { backup: 'daily' } }]);
  expect(requests.at(-1)).toMatchObject({
    url: '/list-databases',
    body: '{"NextToken":"a"}',
    headers: { authorization: expect.stringContaining('/eu-west-1/ssm-sap/aws4_request') as unknown },
  });
  client.destroy();
});

it('Recycle Bin is asked by path', async () => {
  const rule = { Identifier: 'a', RetentionPeriod: { RetentionPeriodValue: 14, RetentionPeriodUnit: 'DAYS' } };
  answer = [200, { Rules: [{ ...rule, LockState: 'locked' }] }];
  const client = new RecycleBinClient({ ...config, endpoint });
  const { Rules } = await client.send(new ListRulesCommand({ ResourceType: 'EBS_SNAPSHOT', NextToken: 'a' }));
  expect(Rules).toEqual([{ ...rule, LockState: 'locked' }]);
  expect(requests.at(-1)).toMatchObject({
    url: '/list-rules',
    body: '{"ResourceType":"EBS_SNAPSHOT","NextToken":"a"}',
    headers: { authorization: expect.stringContaining('/eu-west-1/rbin/aws4_request') as unknown },
  });
  client.destroy();
});

it('an error of a service has its name and its status', async () => {
  answer = [400, { __type: 'com.amazonaws.backupgateway#AccessDeniedException', Message: 'no' }];
  const client = new BackupGatewayClient({ ...config, endpoint });
  const error = { name: 'AccessDeniedException', message: 'no', $metadata: { httpStatusCode: 400 } };
  await expect(client.send(new ListVirtualMachinesCommand({}))).rejects.toMatchObject(error);
  client.destroy();
});

it.each([
  ['eu-west-1', {}, 'backup-gateway.eu-west-1.amazonaws.com'],
  ['cn-north-1', {}, 'backup-gateway.cn-north-1.amazonaws.com.cn'],
  ['us-gov-west-1', { useFipsEndpoint: true }, 'backup-gateway-fips.us-gov-west-1.amazonaws.com'],
  ['eu-west-1', { useDualstackEndpoint: true }, 'backup-gateway.eu-west-1.api.aws'],
])('in %s, with %o, the host is %s', async (region, more, host) => {
  const client = new BackupGatewayClient({ ...config, region, ...more });
  const hosts: unknown[] = [];
  client.middlewareStack.add(
    () => (args) => {
      hosts.push((args.request as { readonly hostname?: string }).hostname);
      return Promise.reject(new Error('not sent'));
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  await expect(client.send(new ListVirtualMachinesCommand({}))).rejects.toThrow('not sent');
  expect(hosts).toEqual([host]);
  client.destroy();
});
