import { afterEach, describe, expect, it } from '@jest/globals';
import { collected, gapsOf, populationLines, takenAt } from '../../collecting.fixture.js';
import nock from '../../nock.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

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
        state: { is: 'available', word: 'running' },
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
      instance('i-5', '<instanceLifecycle>hibernating</instanceLifecycle>'),
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

  it.each([
    ['running', 'available'],
    ['stopped', 'stopped'],
    ['pending', 'transient'],
    ['stopping', 'transient'],
    ['shutting-down', 'deleting'],
    ['terminated', 'deleting'],
    ['levitating', 'unknown'],
  ])('that are %s are listed as %s', async (word, is) => {
    answer('DescribeInstances', `<reservationSet>${reservation(instance('i-1', '', word))}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');
    expect((await resourcesOf('EC2')).resources).toMatchObject([{ arn: instance1, state: { is, word } }]);
  });

  it.each([
    { reason: 'User initiated (2026-11-02 03:04:05 GMT)', since: Date.parse('2026-11-02T03:04:05Z') },
    { reason: 'User initiated shutdown', since: undefined },
    { reason: 'User initiated (2026-13-42 99:99:99 GMT)', since: undefined },
    { reason: '', since: undefined },
  ])('are stopped since the moment that EC2 tells, if it does: $reason', async ({ reason, since }) => {
    const stopped = instance('i-1', `<reason>${reason}</reason>`, 'stopped');
    answer('DescribeInstances', `<reservationSet>${reservation(stopped)}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');
    expect((await resourcesOf('EC2')).resources[0]?.state).toEqual({
      is: 'stopped',
      word: 'stopped',
      ...(since !== undefined && { since }),
    });
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

  it('without an id are a gap each, and the others count', async () => {
    const instances = reservation('<imageId>ami-1</imageId>', instance('i-1'));
    answer('DescribeInstances', `<reservationSet>${instances}</reservationSet>`);
    answer('DescribeVolumes', '<volumeSet/>');

    const { gaps, line } = await resourcesOf('EC2');

    expect(line).toBe('resources of EC2 partial 1');
    expect(gaps).toMatchObject([
      {
        operation: 'ec2:DescribeInstances',
        message: 'AWS answered DescribeInstances without InstanceId (one of its items)',
      },
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
  const volume = (id: string, state: string, more = '') =>
    `<item><volumeId>${id}</volumeId><status>${state}</status><createTime>2026-01-01T00:00:00.000Z</createTime>${more}</item>`;

  function answerVolumes(...volumes: readonly string[]): void {
    answer('DescribeInstances', empty);
    answer('DescribeVolumes', `<volumeSet>${volumes.join('')}</volumeSet>`);
  }

  it('know the instances that they are attached to, since when, and whether they go with them', async () => {
    const keyArn = 'arn:aws:kms:eu-west-1:111111111111:key/1';
    const attachment =
      '<attachmentSet><item><instanceId>i-1</instanceId><status>attached</status>' +
      '<attachTime>2026-02-01T00:00:00.000Z</attachTime><deleteOnTermination>false</deleteOnTermination></item></attachmentSet>';
    answerVolumes(
      volume('vol-1', 'in-use', `${attachment}<kmsKeyId>${keyArn}</kmsKeyId>`),
      volume('vol-2', 'available', tagSet({ Name: 'spare' })),
    );

    const { resources } = await resourcesOf('EBS');

    expect(resources).toEqual([
      {
        type: 'EBS',
        arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'vol-1',
        tags: {},
        attachments: [
          { instanceArn: instance1, since: Date.parse('2026-02-01T00:00:00Z'), deleteOnTermination: false },
        ],
        createdAt: Date.parse('2026-01-01T00:00:00Z'),
        state: { is: 'available', word: 'in-use' },
        encryptionKeyArn: keyArn,
      },
      expect.objectContaining({ name: 'spare', attachments: [] }),
    ]);
  });

  it.each([
    { what: 'attaching', item: '<instanceId>i-1</instanceId><status>attaching</status>', attached: true },
    { what: 'detaching', item: '<instanceId>i-1</instanceId><status>detaching</status>', attached: true },
    { what: 'busy', item: '<instanceId>i-1</instanceId><status>busy</status>', attached: true },
    { what: 'detached', item: '<instanceId>i-1</instanceId><status>detached</status>', attached: false },
    { what: 'of what is no instance', item: '<status>attached</status>', attached: false },
  ])('have an attachment that is $what: $attached', async ({ item, attached }) => {
    answerVolumes(volume('vol-1', 'in-use', `<attachmentSet><item>${item}</item></attachmentSet>`));
    const { resources } = await resourcesOf('EBS');
    expect(resources).toMatchObject([{ attachments: attached ? [{ instanceArn: instance1 }] : [] }]);
  });

  it('in use are a gap where EC2 does not report to what they are attached', async () => {
    answerVolumes(volume('vol-1', 'in-use'), volume('vol-2', 'available'));
    const { resources, gaps } = await resourcesOf('EBS');
    expect(resources).toMatchObject([{ name: 'vol-2', attachments: [] }]);
    expect(gaps).toMatchObject([{ item: 'VolumeId vol-1', code: 'MissingFieldError' }]);
  });

  it('do not say since when they are attached where EC2 does not', async () => {
    answerVolumes(
      volume(
        'vol-1',
        'in-use',
        '<attachmentSet><item><instanceId>i-1</instanceId><status>attached</status></item></attachmentSet>',
      ),
    );
    const [first] = (await resourcesOf('EBS')).resources;
    expect(first).toHaveProperty('attachments', [{ instanceArn: instance1 }]);
  });

  it.each([
    ['available', 'available'],
    ['creating', 'creating'],
    ['deleting', 'deleting'],
    ['deleted', 'deleting'],
    ['error', 'failed'],
    ['levitating', 'unknown'],
  ])('that are %s are listed as %s', async (word, is) => {
    answerVolumes(volume('vol-1', word));
    expect((await resourcesOf('EBS')).resources).toMatchObject([{ name: 'vol-1', state: { is, word } }]);
  });
});
