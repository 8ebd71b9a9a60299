import { afterEach, describe, expect, it } from '@jest/globals';
import { createCallLog } from '../../call-log.js';
import { openService } from '../../open-service.js';
import { ListTablesCommand } from '@aws-sdk/client-timestream-write';
import nock from '../../nock.fixture.js';
import { timestream } from './service.js';
import { clientConfig, expectAllAsked, pagesOf } from '../reading.fixture.js';

const arn = (name: string) => `arn:aws:timestream:eu-west-1:111111111111:database/metrics/table/${name}`;
const table = (name: string, more: object = {}) => ({
  Arn: arn(name),
  TableName: name,
  DatabaseName: 'metrics',
  TableStatus: 'ACTIVE',
  CreationTime: Date.parse('2026-01-02T03:04:05Z') / 1000,
  ...more,
});

const CELL = 'ingest-cell1.timestream.eu-west-1.amazonaws.com';
const CLOSED =
  'Only existing Timestream for LiveAnalytics customers can access the service. Reach out to AWS support for more information.';

/** Lets Timestream say where it is served, or refuse to. */
function endpoints(status: number, body: nock.Body): void {
  nock('https://ingest.timestream.eu-west-1.amazonaws.com', {
    reqheaders: { 'x-amz-target': 'Timestream_20181101.DescribeEndpoints' },
  })
    .post('/')
    .reply(status, body);
}

function page(answer: object, token?: string): void {
  nock(`https://${CELL}`, { reqheaders: { 'x-amz-target': 'Timestream_20181101.ListTables' } })
    .post('/', { MaxResults: 20, ...(token !== undefined && { NextToken: token }) })
    .reply(200, answer);
}

const found = () => {
  endpoints(200, { Endpoints: [{ Address: CELL, CachePeriodInMinutes: 1440 }] });
};
const denied = (message: string) => ({ __type: 'AccessDeniedException', message });

afterEach(expectAllAsked);

describe('tables of Timestream', () => {
  it('are read where Timestream says that it is served, through every page, without their tags', async () => {
    found();
    page({ Tables: [table('meters')], NextToken: 'a' });
    page({ Tables: [], NextToken: 'b' }, 'a');
    page({ Tables: [table('prices')] }, 'b');
    const pages = await pagesOf(timestream);
    expect(pages.map(({ resources }) => resources?.map(({ name }) => name))).toEqual([
      ['metrics/meters'],
      [],
      ['metrics/prices'],
    ]);
    expect(pages[0]?.resources).toEqual([
      {
        type: 'Timestream',
        arn: arn('meters'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'metrics/meters',
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'ACTIVE' },
      },
    ]);
  });

  it.each([
    ['the scan was given', '', 'http://127.0.0.1:4566'],
    ['the environment names', 'http://127.0.0.1:4566', undefined],
  ])('are read from the endpoint that %s, which is not left', async (_story, ofEnvironment, endpointUrl) => {
    nock('http://127.0.0.1:4566').post('/', { MaxResults: 20 }).reply(200, { Tables: [] });
    process.env.AWS_ENDPOINT_URL = ofEnvironment;
    const { signal } = new AbortController();
    const connection = { ...clientConfig, endpointUrl };
    const { pages } = openService(timestream, { connection, log: createCallLog(), signal });
    const read: unknown[] = [];
    for await (const { Tables } of pages(ListTablesCommand, {})) read.push(Tables);
    expect(read).toEqual([[]]);
    delete process.env.AWS_ENDPOINT_URL;
  });

  it('are none in an account that AWS does not let use the service', async () => {
    endpoints(403, denied(CLOSED));
    expect(await pagesOf(timestream)).toEqual([]);
  });

  it('are not known where the role may not learn the endpoint', async () => {
    endpoints(403, denied('User is not authorized to perform: timestream:DescribeEndpoints'));
    await expect(pagesOf(timestream)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'User is not authorized to perform: timestream:DescribeEndpoints',
    });
  });

  it.each([
    ['RESTORING', 'creating'],
    ['DELETING', 'deleting'],
    ['A_STATE_OF_TOMORROW', 'unknown'],
  ])('one that is %s is listed as %s', async (TableStatus, is) => {
    found();
    page({ Tables: [table('meters', { TableStatus })] });
    expect((await pagesOf(timestream))[0]?.resources).toMatchObject([{ state: { is, word: TableStatus } }]);
  });

  it.each([
    ['Tables', {}],
    ['Arn', { Tables: [table('meters', { Arn: undefined })] }],
  ])('an answer without %s is an error', async (field, answer) => {
    found();
    page(answer);
    await expect(pagesOf(timestream)).rejects.toThrow(`AWS answered ListTables without ${field}`);
  });
});
