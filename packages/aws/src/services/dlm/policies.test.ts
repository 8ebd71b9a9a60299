import type { PolicyDetails } from '@aws-sdk/client-dlm';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LifecyclePolicy } from '@backproof/core';
import nock from '../../nock.fixture.js';
import { dlm } from './service.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const service = 'https://dlm.eu-west-1.amazonaws.com';
const arnOf = (id: string) => `arn:aws:dlm:eu-west-1:111111111111:policy/${id}`;

const listed = (...ids: string[]) =>
  nock(service)
    .get('/policies')
    .reply(200, { Policies: ids.map((PolicyId) => ({ PolicyId })) });

const told = (
  PolicyDetails: Omit<PolicyDetails, 'PolicyType'> & { readonly PolicyType?: string | undefined },
  fields: object = {},
) =>
  nock(service)
    .get('/policies/policy-1')
    .reply(200, {
      Policy: {
        PolicyId: 'policy-1',
        PolicyArn: arnOf('policy-1'),
        State: 'ENABLED',
        PolicyDetails: { TargetTags: [], ...PolicyDetails },
        ...fields,
      },
    });

const read = () => pagesOf(dlm);

afterEach(expectAllAsked);

describe('policies of Data Lifecycle Manager', () => {
  it('are listed in one call, and asked for one by one', async () => {
    listed('policy-1', 'policy-2');
    told({ ResourceTypes: ['VOLUME'], TargetTags: [{ Key: 'dlm', Value: 'daily' }] });
    nock(service)
      .get('/policies/policy-2')
      .reply(200, {
        Policy: {
          State: 'ERROR',
          StatusMessage: 'Role not found',
          Description: 'web servers',
          PolicyDetails: { PolicyType: 'IMAGE_MANAGEMENT', TargetTags: [] },
        },
      });
    expect(await read()).toEqual([
      {
        lifecyclePolicies: [
          {
            ...{ scope, arn: arnOf('policy-1'), id: 'policy-1', state: 'ENABLED', makes: 'snapshots' },
            ...{ targets: 'VOLUME', targetTags: [{ key: 'dlm', value: 'daily' }], excludesSome: false },
          },
        ],
      },
      {
        lifecyclePolicies: [
          {
            ...{ scope, arn: arnOf('policy-2'), id: 'policy-2', state: 'ERROR', statusMessage: 'Role not found' },
            ...{
              description: 'web servers',
              makes: 'images',
              targets: 'INSTANCE',
              targetTags: [],
              excludesSome: false,
            },
          },
        ],
      },
    ]);
  });

  it.each([
    {
      story: 'of volumes, without exclusions',
      details: { ResourceType: 'VOLUME' as const },
      targets: 'VOLUME',
      excludesSome: false,
    },
    {
      story: 'of images of instances',
      details: {
        ResourceType: 'INSTANCE' as const,
        PolicyType: 'IMAGE_MANAGEMENT' as const,
        Exclusions: { ExcludeTags: [{ Key: 'a', Value: 'b' }] },
      },
      targets: 'INSTANCE',
      excludesSome: true,
    },
    {
      story: 'without boot volumes',
      details: { ResourceType: 'VOLUME' as const, Exclusions: { ExcludeBootVolumes: true } },
      targets: 'VOLUME',
      excludesSome: true,
    },
    {
      story: 'without volumes of a type',
      details: {
        ResourceType: 'VOLUME' as const,
        Exclusions: { ExcludeBootVolumes: false, ExcludeVolumeTypes: ['st1'] },
      },
      targets: 'VOLUME',
      excludesSome: true,
    },
  ])('may be default ones $story', async ({ details, targets, excludesSome }) => {
    listed('policy-1');
    told(details, { DefaultPolicy: true });
    const [page] = await read();
    const [policy] = page?.lifecyclePolicies ?? [];
    expect(policy).toMatchObject({ targets, excludesSome });
    expect(policy).not.toHaveProperty('targetTags');
  });

  it.each<[story: string, details: PolicyDetails, schedules: LifecyclePolicy['schedules']]>([
    [
      'every so many hours, and the newest are kept',
      { Schedules: [{ CreateRule: { Interval: 12, IntervalUnit: 'HOURS' }, RetainRule: { Count: 7 } }] },
      [{ every: '12 HOURS', keeps: 'the newest 7', copiesTo: [] }],
    ],
    [
      'by a cron expression, kept for a time, and copied',
      {
        Schedules: [
          {
            CreateRule: { CronExpression: 'cron(0 3 1 * ? *)' },
            RetainRule: { Interval: 12, IntervalUnit: 'MONTHS' },
            CrossRegionCopyRules: [
              { Target: 'eu-central-1', Encrypted: true },
              { TargetRegion: 'us-east-1', Encrypted: true },
            ],
          },
        ],
      },
      [{ every: 'cron(0 3 1 * ? *)', keeps: '12 MONTHS', copiesTo: ['eu-central-1', 'us-east-1'] }],
    ],
    [
      'by default every so many days',
      {
        ResourceType: 'VOLUME',
        CreateInterval: 1,
        RetainInterval: 7,
        CrossRegionCopyTargets: [{ TargetRegion: 'eu-west-2' }],
      },
      [{ every: '1 DAYS', keeps: '7 DAYS', copiesTo: ['eu-west-2'] }],
    ],
    ['at a time that AWS does not tell', { ResourceTypes: ['VOLUME'] }, undefined],
  ])('make snapshots %s', async (_, details, schedules) => {
    listed('policy-1');
    told(details);
    const [page] = await read();
    expect(page?.lifecyclePolicies?.[0]?.schedules).toEqual(schedules);
  });

  it('may be of the volumes of instances', async () => {
    listed('policy-1');
    told({ PolicyType: 'EBS_SNAPSHOT_MANAGEMENT', ResourceTypes: ['INSTANCE'], TargetTags: [] });
    expect(await read()).toMatchObject([{ lifecyclePolicies: [{ makes: 'snapshots', targets: 'INSTANCE' }] }]);
  });

  it('that copy what others share target nothing', async () => {
    listed('policy-1');
    told({ PolicyType: 'EVENT_BASED_POLICY' });
    expect(await read()).toEqual([{ lifecyclePolicies: [] }]);
  });

  it('of a type that AWS added later are a gap', async () => {
    listed('policy-1');
    told({ PolicyType: 'FILE_MANAGEMENT' });
    await expect(read()).rejects.toThrow('with PolicyType FILE_MANAGEMENT, which this version does not know');
  });

  it('cannot be told by an answer without what they target', async () => {
    listed('policy-1');
    nock(service)
      .get('/policies/policy-1')
      .reply(200, { Policy: { State: 'ENABLED' } });
    await expect(read()).rejects.toThrow('AWS answered GetLifecyclePolicy without PolicyDetails');
  });
});
