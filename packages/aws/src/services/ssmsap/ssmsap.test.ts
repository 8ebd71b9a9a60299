import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf } from '../reading.fixture.js';
import { ssmsap } from './service.js';

const arn = (id: string) => `arn:aws:ssm-sap:eu-west-1:111111111111:HANA/erp/DB/${id}`;

function listed(body: object, token?: string): void {
  const input = { MaxResults: 50, ...(token !== undefined && { NextToken: token }) };
  nock('https://ssm-sap.eu-west-1.amazonaws.com').post('/list-databases', input).reply(200, body);
}

afterEach(expectAllAsked);

describe('databases of SAP HANA', () => {
  it('are read through every page, with their tags', async () => {
    const database = { ApplicationId: 'erp', ComponentId: 'HDB', DatabaseId: 'PRD', DatabaseType: 'TENANT' };
    listed({ Databases: [{ ...database, Arn: arn('PRD'), Tags: { backup: 'daily' } }], NextToken: 'a' });
    listed({ Databases: [{ DatabaseId: 'QAS', Arn: arn('QAS'), Tags: { Name: 'quality' } }], NextToken: 'b' }, 'a');
    listed({ Databases: [{ DatabaseId: 'DEV', Arn: arn('DEV') }] }, 'b');

    const pages = await pagesOf(ssmsap);

    const where = { type: 'SAP HANA on Amazon EC2', accountId: '111111111111', region: 'eu-west-1' };
    expect(pages.flatMap(({ resources = [] }) => resources)).toEqual([
      { ...where, arn: arn('PRD'), name: 'PRD', tags: { backup: 'daily' } },
      { ...where, arn: arn('QAS'), name: 'quality', tags: { Name: 'quality' } },
      { ...where, arn: arn('DEV'), name: 'DEV', tags: {} },
    ]);
  });

  it('are not none where the list is missing', async () => {
    listed({});
    await expect(pagesOf(ssmsap)).rejects.toThrow('AWS answered ListDatabases without Databases');
  });
});
