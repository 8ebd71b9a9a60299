import type { Ec2Instance } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { ec2 } from './service.js';
import { readImages } from './images.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (id: string) => `arn:aws:ec2:eu-west-1:111111111111:instance/${id}`;
const instance = (id: string): Ec2Instance => ({
  type: 'EC2',
  arn: arn(id),
  accountId: '111111111111',
  region: 'eu-west-1',
  name: id,
  tags: {},
  rootDevice: 'ebs',
  spot: false,
});
const instances = [instance('i-1'), instance('i-2')];

const read = (resources = instances) => pagesOf(ec2, { read: readImages, before: { resources } });

/** Lets EC2 tell a page of the account's own available images. */
function answer(items: readonly string[], more: { token?: string; next?: string } = {}): void {
  const next = more.next === undefined ? '' : `<nextToken>${more.next}</nextToken>`;
  const set = `<imagesSet>${items.join('')}</imagesSet>`;
  nock('https://ec2.eu-west-1.amazonaws.com')
    .post('/', {
      Action: 'DescribeImages',
      Version: '2016-11-15',
      MaxResults: '1000',
      'Owner.1': 'self',
      'Filter.1.Name': 'state',
      'Filter.1.Value.1': 'available',
      ...(more.token !== undefined && { NextToken: more.token }),
    })
    .reply(200, `<DescribeImagesResponse><requestId>r</requestId>${set}${next}</DescribeImagesResponse>`, {
      'content-type': 'text/xml',
    });
}

function image(day: string, { of = 'i-1', tag = '', name = 'by hand' } = {}): string {
  const tags = tag === '' ? '' : `<tagSet><item><key>${tag}</key><value>x</value></item></tagSet>`;
  const source = of === '' ? '' : `<sourceInstanceId>${of}</sourceInstanceId>`;
  const date = `<creationDate>2026-11-${day}T05:00:00.000Z</creationDate>`;
  return `<item><imageId>ami-${day}</imageId><name>${name}</name>${date}${source}${tags}</item>`;
}

const made = (mechanism: string, id: string, day: string) => ({
  scope,
  resourceArn: arn(id),
  mechanism,
  enabled: true,
  latestRestorableAt: Date.parse(`2026-11-${day}T05:00:00Z`),
});

afterEach(expectAllAsked);

describe('EC2 images', () => {
  it('are one record an instance and mechanism, of the newest on any page', async () => {
    const tag = 'aws:dlm:lifecycle-policy-id';
    answer([image('03'), image('05'), image('07', { tag })], { next: 'a' });
    answer([], { token: 'a', next: 'b' });
    answer([image('04'), image('06', { tag }), image('02', { of: 'i-2' })], { token: 'b' });

    expect(await read()).toEqual([
      {
        nativeBackups: [
          made('dlm-images', 'i-1', '07'),
          made('ec2-images', 'i-1', '05'),
          made('ec2-images', 'i-2', '02'),
        ],
      },
    ]);
  });

  it.each([
    { what: 'of an instance that is gone', item: image('01', { of: 'i-gone' }) },
    { what: 'that names no instance: a copy, for one', item: image('01', { of: '' }) },
    { what: 'that AWS Backup tagged', item: image('01', { tag: 'aws:backup:source-resource' }) },
    { what: 'that AWS Backup named', item: image('01', { name: 'AwsBackup_i-1_1234' }) },
  ])('do not count: one $what', async ({ item }) => {
    answer([item]);
    expect(await read()).toEqual([{ nativeBackups: [] }]);
  });

  it('are not asked for where there is no instance', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each(['', '<creationDate>yesterday</creationDate>'])('are a gap without a date: %s', async (date) => {
    answer([`<item><imageId>ami-1</imageId><sourceInstanceId>i-1</sourceInstanceId>${date}</item>`]);
    await expect(read()).rejects.toThrow('AWS answered DescribeImages without CreationDate (ImageId ami-1)');
  });
});
