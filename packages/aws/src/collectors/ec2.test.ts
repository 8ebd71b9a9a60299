import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { collected, gapsOf, populationLines, takenAt } from '../collecting.fixture.js';
import { expectAllAsked } from './reading.fixture.js';

afterEach(expectAllAsked);

const ec2 = 'https://ec2.eu-west-1.amazonaws.com';
const instance1 = 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1';
const empty = '<reservationSet/>';

/** Lets EC2 answer one request that has this token. The other services of resources are denied. */
function answer(action: string, set: string, token?: string): void {
  nock(ec2)
    .post('/', (body: Record<string, string>) => {
      return body.Action === action && body.MaxResults === '1000' && body.NextToken === token;
    })
    .reply(200, `<${action}Response><requestId>r</requestId>${set}</${action}Response>`, {
      'content-type': 'text/xml',
    });
}

function reservation(...instances: string[]): string {
  const items = instances.map((instance) => `<item>${instance}</item>`).join('');
  return `<item><ownerId>111111111111</ownerId><instancesSet>${items}</instancesSet></item>`;
}

function instance(id: string, more = '', state = 'running'): string {
  const launch = '<launchTime>2026-11-20T10:00:00.000Z</launchTime><rootDeviceType>ebs</rootDeviceType>';
  return `<instanceId>${id}</instanceId><instanceState><name>${state}</name></instanceState>${launch}${more}`;
}

function tagSet(tags: Record<string, string>): string {
  const items = Object.entries(tags).map(([key, value]) => `<item><key>${key}</key><value>${value}</value></item>`);
  return `<tagSet>${items.join('')}</tagSet>`;
}

/** What is read of EC2 alone: every other service is out of reach. */
async function resourcesOf(type: 'EC2' | 'EBS') {
  nock(/^https:\/\/(?!ec2)/)
    .persist()
    .post(/.*/)
    .reply(403)
    .get(/.*/)
    .reply(403);
  const inventory = await collected('resources');
  nock.cleanAll();
  return {
    resources: inventory.resources.filter((resource) => resource.type === type),
    line: populationLines(inventory).find((line) => line.startsWith(`resources of ${type} `)),
    gaps: gapsOf(inventory.populations.find(({ of }) => of === type)),
  };
}

describe('EC2 instances', () => {
  it('are read with their tags, page by page', async () => {
    const first = instance('i-1', tagSet({ Name: 'web', env: 'prod' }));
    answer('DescribeInstances', `<reservationSet>${reservation(first)}</reservationSet><nextToken>a</nextToken>`);
    answer('DescribeInstances', '<reservationSet/><nextToken>b</nextToken>', 'a');
    answer('DescribeInstances', `<reservationSet>${reservation(instance('i-2'))}</reservationSet>`, 'b');
    answer('DescribeVolumes', '<volumeSet/>');

    const { resources, line } = await resourcesOf('EC2');

    expect(line).toBe('resources of EC2 complete 2');
    expect(resources).toEqual([
      {
        type: 'EC2',
        arn: instance1,
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'web',
        tags: { Name: 'web', env: 'prod' },
        rootDevice: 'ebs',
        spot: false,
        createdAt: Date.parse('2026-11-20T10:00:00Z'),
      },
      expect.objectContaining({ name: 'i-2', tags: {} }),
    ]);
  });

  it('are told apart by what AWS Backup cannot do for them', async () => {
    const kinds = [
      instance('i-1', '<instanceLifecycle>spot</instanceLifecycle>'),
      instance('i-2', tagSet({ 'aws:autoscaling:groupName': 'web' })),
      instance('i-3', '<operator><managed>true</managed><principal>eks.amazonaws.com</principal></operator>'),
      instance('i-4').replace('<rootDeviceType>ebs', '<rootDeviceType>instance-store'),
      instance('i-5', '<instanceLifecycle>hibernating</instanceLifecycle>', 'levitating'),
      instance('i-6', '', 'terminated'),
      instance('i-7', '', 'shutting-down'),
    ];
    answer('DescribeInstances', `<reservationSet>${reservation(...kinds)}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');

    const { resources } = await resourcesOf('EC2');

    expect(resources).toMatchObject([
      { name: 'i-1', spot: true },
      { name: 'i-2', autoScalingGroup: 'web' },
      { name: 'i-3', managedBy: 'eks.amazonaws.com' },
      { name: 'i-4', rootDevice: 'instance-store' },
      { name: 'i-5', spot: false },
    ]);
  });

  it('are as old as what was first attached to them', async () => {
    const attached = (date: string) => `<attachment><attachTime>${date}</attachTime></attachment>`;
    const interfaces = `<networkInterfaceSet><item>${attached('2024-01-01T00:00:00.000Z')}</item></networkInterfaceSet>`;
    answer('DescribeInstances', `<reservationSet>${reservation(instance('i-1', interfaces))}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');

    const { resources } = await resourcesOf('EC2');

    expect(resources[0]?.createdAt).toBe(Date.parse('2024-01-01T00:00:00Z'));
    expect(resources[0]?.createdAt).toBeLessThan(takenAt);
  });

  it('without an id are a gap', async () => {
    answer('DescribeInstances', `<reservationSet>${reservation('<imageId>ami-1</imageId>')}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');

    const { gaps } = await resourcesOf('EC2');

    expect(gaps).toMatchObject([
      { operation: 'ec2:DescribeInstances', message: 'AWS answered DescribeInstances without InstanceId' },
    ]);
  });

  it('that may not be read name the action that is missing', async () => {
    const denied =
      '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>';
    nock(ec2)
      .post('/', (body: Record<string, string>) => body.Action === 'DescribeInstances')
      .reply(403, denied, { 'content-type': 'text/xml', 'x-amzn-requestid': 'r-1' });
    answer('DescribeVolumes', '<volumeSet/>');

    const { gaps, line } = await resourcesOf('EC2');

    expect(line).toBe('resources of EC2 unavailable 0');
    expect(gaps).toMatchObject([
      { code: 'UnauthorizedOperation', iamAction: 'ec2:DescribeInstances', requestId: 'r-1', httpStatus: 403 },
    ]);
  });
});

describe('EBS volumes', () => {
  it('know the instances that they are attached to', async () => {
    const volume = (id: string, state: string, more = '') =>
      `<item><volumeId>${id}</volumeId><status>${state}</status><createTime>2026-01-01T00:00:00.000Z</createTime>${more}</item>`;
    const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';
    const attachment = '<attachmentSet><item><instanceId>i-1</instanceId></item></attachmentSet>';
    const volumes = [
      volume('vol-1', 'in-use', `${attachment}<kmsKeyId>${keyArn}</kmsKeyId>`),
      volume('vol-2', 'available', tagSet({ Name: 'spare' })),
      ...['creating', 'deleting', 'deleted', 'error'].map((state) => volume(`vol-${state}`, state)),
    ];
    answer('DescribeInstances', empty);
    answer('DescribeVolumes', `<volumeSet>${volumes.join('')}</volumeSet>`);

    const { resources } = await resourcesOf('EBS');

    expect(resources).toEqual([
      {
        type: 'EBS',
        arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'vol-1',
        tags: {},
        attachments: [{ instanceArn: instance1, since: 0 }],
        createdAt: Date.parse('2026-01-01T00:00:00Z'),
        encryptionKeyArn: keyArn,
      },
      expect.objectContaining({ name: 'spare', attachments: [] }),
    ]);
  });
});
