import { BackupClient, ListBackupPlansCommand, ListReportJobsCommand } from '@aws-sdk/client-backup';
import { DynamoDBClient, ListExportsCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DescribeInstancesCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeDBInstancesCommand, DescribeEventsCommand, RDSClient } from '@aws-sdk/client-rds';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from './server.js';

const accountId = '111111111111';
const region = 'eu-central-1';

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region, 'us-east-1'],
    scopes: [
      {
        accountId,
        region,
        faults: [
          { operation: 'backup:ListBackupPlans', code: 'AccessDeniedException', message: 'not <you>', status: 403 },
          { operation: 'dynamodb:ListTables', code: 'ThrottlingException', message: 'slow down', status: 400 },
          { operation: 'ec2:DescribeInstances', code: 'UnauthorizedOperation', message: 'not <you>', status: 403 },
          {
            operation: 'rds:DescribeDBInstances',
            inputContains: 'secret',
            code: 'AccessDenied',
            message: 'not <you>',
            status: 403,
          },
        ],
      },
    ],
  },
});
afterAll(sandbox.close);

const settings = { endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 };
const backup = new BackupClient(settings);
const dynamodb = new DynamoDBClient(settings);
const ec2 = new EC2Client(settings);
const rds = new RDSClient(settings);

const authorization = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIA/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=x`;

/** What a client sees of an error. */
const seen = (name: string, httpStatusCode: number, message?: string): object => ({
  name,
  ...(message && { message }),
  $metadata: { httpStatusCode, requestId: expect.stringMatching(/^[-0-9a-f]{36}$/) },
});

describe("a fault is answered in the service's own shape", () => {
  it.each([
    ['restJson1', () => backup.send(new ListBackupPlansCommand({})), seen('AccessDeniedException', 403, 'not <you>')],
    ['awsJson', () => dynamodb.send(new ListTablesCommand({})), seen('ThrottlingException', 400, 'slow down')],
    ['EC2', () => ec2.send(new DescribeInstancesCommand({})), seen('UnauthorizedOperation', 403, 'not <you>')],
    [
      'Query',
      () => rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'secret' })),
      seen('AccessDenied', 403, 'not <you>'),
    ],
  ])('%s', async (_protocol, call, error) => {
    await expect(call()).rejects.toMatchObject(error);
  });

  it('and only for calls whose input it names', async () => {
    expect((await rds.send(new DescribeDBInstancesCommand({}))).DBInstances).toEqual([]);
  });

  it('and only in its own Region', async () => {
    const elsewhere = new BackupClient({ ...settings, region: 'us-east-1' });
    expect((await elsewhere.send(new ListBackupPlansCommand({}))).BackupPlansList).toEqual([]);
  });
});

it('us-east-1 is enabled in every account', async () => {
  const first = new DynamoDBClient({ ...settings, region: 'us-east-1' });
  expect((await first.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

describe('a Region that is not enabled', () => {
  const disabled = { ...settings, region: 'ap-east-1' };

  it.each([
    [
      'restJson1',
      () => new BackupClient(disabled).send(new ListBackupPlansCommand({})),
      seen('UnrecognizedClientException', 403),
    ],
    [
      'awsJson',
      () => new DynamoDBClient(disabled).send(new ListTablesCommand({})),
      seen('UnrecognizedClientException', 400),
    ],
    ['EC2', () => new EC2Client(disabled).send(new DescribeInstancesCommand({})), seen('AuthFailure', 401)],
    [
      'Query',
      () => new RDSClient(disabled).send(new DescribeDBInstancesCommand({})),
      seen('InvalidClientTokenId', 403),
    ],
  ])('%s', async (_protocol, call, error) => {
    await expect(call()).rejects.toMatchObject(error);
  });
});

describe('an operation that is not served is never an empty success', () => {
  it.each([
    ['restJson1', () => backup.send(new ListReportJobsCommand({})), seen('UnknownOperationException', 404)],
    ['awsJson', () => dynamodb.send(new ListExportsCommand({})), seen('UnknownOperationException', 400)],
    ['EC2', () => ec2.send(new DescribeVpcsCommand({})), seen('InvalidAction', 400)],
    ['Query', () => rds.send(new DescribeEventsCommand({})), seen('InvalidAction', 400)],
  ])('%s', async (_protocol, call, error) => {
    await expect(call()).rejects.toMatchObject(error);
  });

  it.each([
    ['in JSON', { 'x-amz-target': 'StarlingDoveService.DescribeConfigRules' }, '{}', '"__type":"UnknownOperation'],
    ['in XML', {}, 'Action=ListUsers&Version=2010-05-08', '<Code>InvalidAction</Code>'],
  ])('neither is a service: it is refused %s', async (_story, headers, body, expected) => {
    const signed = { ...headers, authorization: authorization('other') };
    const response = await fetch(sandbox.url, { method: 'POST', headers: signed, body });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(expected);
  });
});

describe('on the wire', () => {
  it('a request without credentials is refused', async () => {
    const response = await fetch(`${sandbox.url}/backup/plans/`);
    expect(response.status).toBe(403);
    expect(response.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });

  it('a body that is not JSON is refused', async () => {
    const headers = { authorization: authorization('fsx'), 'x-amz-target': 'X.DescribeFileSystems' };
    const response = await fetch(sandbox.url, { method: 'POST', headers, body: '{' });
    expect(await response.json()).toMatchObject({ __type: 'SerializationException' });
  });

  it.each([
    ['a text for a list', '{"FileSystemIds": "fs-1"}', 'STRING_VALUE can not be converted to a List'],
    ['a number for a text', '{"FileSystemIds": [1]}', 'NUMBER_VALUE can not be converted to a String'],
    ['a text for a number', '{"MaxResults": "1"}', 'STRING_VALUE can not be converted to a Number'],
    ['a list for all', '[]', 'LIST_VALUE can not be converted to a Structure or Map'],
    ['nothing for all', 'null', 'LIST_VALUE can not be converted to a Structure or Map'],
  ])('a body is refused that has %s', async (_story, body, message) => {
    const headers = { authorization: authorization('fsx'), 'x-amz-target': 'X.DescribeFileSystems' };
    const response = await fetch(sandbox.url, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ __type: 'SerializationException', message });
  });

  it('Query answers are wrapped as AWS wraps them, and EC2 answers in its own way', async () => {
    const answerTo = async (service: string, action: string): Promise<string> => {
      const headers = { authorization: authorization(service) };
      const response = await fetch(sandbox.url, { method: 'POST', headers, body: `Action=${action}` });
      return (await response.text()).replace(/[-0-9a-f]{36}/, 'ID');
    };
    expect(await answerTo('rds', 'DescribeDBInstances')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">' +
        '<DescribeDBInstancesResult><DBInstances/></DescribeDBInstancesResult>' +
        '<ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></DescribeDBInstancesResponse>',
    );
    expect(await answerTo('ec2', 'DescribeVolumes')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">' +
        '<requestId>ID</requestId><volumeSet/></DescribeVolumesResponse>',
    );
  });
});

it('remembers each request and how it was answered', async () => {
  const before = sandbox.requests.length;
  await ec2.send(new DescribeInstancesCommand({})).catch(() => undefined);
  await rds.send(new DescribeDBInstancesCommand({}));
  expect(sandbox.requests.slice(before)).toEqual([
    { service: 'ec2', operation: 'DescribeInstances', accountId, region, outcome: 'UnauthorizedOperation' },
    { service: 'rds', operation: 'DescribeDBInstances', accountId, region, outcome: 'OK' },
  ]);
});

it('says so when its port is taken', async () => {
  const world = {
    partition: 'aws',
    now: 0,
    accounts: [{ id: accountId, name: 'x' }],
    regions: [],
    scopes: [],
  } as const;
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ world, port })).rejects.toThrow('EADDRINUSE');
});
