import { describe, expect, it } from '@jest/globals';
import { instance, table, volume } from '../model/records.fixture.js';
import type { Database, EbsVolume, Resource } from '../model/resource.js';
import { VANISHED } from '../semantics/vanished.js';
import { exclusionOf, isFateUnread } from './exclusion.js';
import type { Subjects } from './exclusion.js';

const scaled = instance({ name: 'scaled', autoScalingGroup: 'web' });
const spot = instance({ name: 'spot', spot: true });
const kept = instance({ name: 'kept' });
const around = {
  find: (arn: string) => [scaled, spot, kept].find((resource) => resource.arn === arn),
  isMeant: ({ name }: Resource) => name === 'meant',
  mayBeInPlan: ({ name }: Resource) => name === 'planned',
  isInPlan: ({ name }: Resource) => name === 'planned',
  isScanned: ({ region }: Resource) => region !== 'us-east-1',
};

const member: Database = {
  type: 'Aurora',
  form: 'clusterMember',
  engine: 'aurora-mysql',
  arn: 'arn:aws:rds:eu-west-1:111111111111:db:orders-1',
  accountId: '111111111111',
  region: 'eu-west-1',
  name: 'orders-1',
  tags: {},
};

const stack = (name: string): Resource => ({
  type: 'CloudFormation',
  arn: `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/1`,
  accountId: '111111111111',
  region: 'eu-west-1',
  name,
  tags: {},
});

const attachedTo = (...hosts: readonly Resource[]): EbsVolume =>
  volume({ attachments: hosts.map(({ arn }) => ({ instanceArn: arn, since: 0, deleteOnTermination: true })) });

/** A volume that outlives its instance. */
const outliving = volume({ attachments: [{ instanceArn: scaled.arn, since: 0, deleteOnTermination: false }] });

describe('a resource that is not judged', () => {
  it.each<[string, Resource, string | undefined]>([
    ['a plain instance is judged', kept, undefined],
    ['an instance of an Auto Scaling group', scaled, 'auto-scaling'],
    ['a spot instance', spot, 'spot'],
    ['a stack that no plan selects', stack('shop'), 'not-in-a-plan'],
    ['a stack that a plan may select is judged', stack('planned'), undefined],
    ['an instance with an instance store as root', instance({ rootDevice: 'instance-store' }), 'instance-store'],
    [
      'a node that a service operates',
      instance({ managedBy: 'eks.amazonaws.com', autoScalingGroup: 'x' }),
      'service-managed',
    ],
    ['the volume of an excluded instance', attachedTo(scaled), 'auto-scaling'],
    ['a volume of two excluded instances', attachedTo(spot, scaled), 'spot'],
    ['a volume of an excluded and a kept instance is judged', attachedTo(scaled, kept), undefined],
    [
      'a volume of an unknown instance is judged',
      volume({ attachments: [{ instanceArn: 'arn:unknown', since: 0 }] }),
      undefined,
    ],
    ['a detached volume is judged', volume(), undefined],
    ['a volume that outlives its excluded instance is judged', outliving, undefined],
    [
      'a volume of which it was not read whether it outlives its instance is judged',
      volume({ attachments: [{ instanceArn: scaled.arn, since: 0 }] }),
      undefined,
    ],
    [
      'a volume of a claim is judged',
      { ...attachedTo(scaled), tags: { 'kubernetes.io/created-for/pvc/name': 'www' } },
      undefined,
    ],
    ['a volume that a selection means is judged', { ...attachedTo(scaled), name: 'meant' }, undefined],
    ['what is being created', table({ state: { is: 'creating', word: 'CREATING' } }), 'being-created'],
    ['what is being deleted', table({ state: { is: 'deleting', word: 'DELETING' } }), 'being-deleted'],
    ['what was deleted during the scan', table({ state: VANISHED }), 'vanished'],
    ['what has failed is judged', table({ state: { is: 'failed', word: 'failed' } }), undefined],
    ['a state that is not known is judged', table({ state: { is: 'unknown', word: 'SHINY' } }), undefined],
    ['what a restore test made, by name', volume({ name: 'awsbackup-restore-test-1' }), 'restore-test-leftover'],
    ['what a restore test made, by tag', table({ tags: { 'awsbackup-restore-test': '' } }), 'restore-test-leftover'],
    ['a member of a cluster', member, 'cluster-member'],
    ['what is in a Region that was not scanned', table({ region: 'us-east-1' }), 'region-not-scanned'],
  ])('%s', (_, resource, reason) => {
    expect(exclusionOf(resource, {}, around)?.reason).toBe(reason);
  });
});

describe('what a scan asks for', () => {
  const tagged = table({ tags: { env: 'prod', empty: '' } });

  it.each<[string, Subjects, Resource, string | undefined]>([
    ['an included kind of instance', { include: ['spot'] }, spot, undefined],
    ['its volume', { include: ['spot'] }, attachedTo(spot), undefined],
    ['another kind of instance', { include: ['spot'] }, scaled, 'auto-scaling'],
    [
      'a leftover, which no option includes',
      { include: ['spot'] },
      volume({ name: 'awsbackup-restore-test' }),
      'restore-test-leftover',
    ],
    ['a type', { types: ['EC2', 'DynamoDB'] }, tagged, undefined],
    ['another type', { types: ['EC2'] }, tagged, 'not-selected'],
    ['no type', { types: [] }, tagged, 'not-selected'],
    ['a tag', { tags: [{ key: 'env', value: 'prod' }] }, tagged, undefined],
    ['a key', { tags: [{ key: 'env' }] }, tagged, undefined],
    ['an empty value', { tags: [{ key: 'empty', value: '' }] }, tagged, undefined],
    ['another value', { tags: [{ key: 'env', value: 'PROD' }] }, tagged, 'not-selected'],
    ['all of the tags', { tags: [{ key: 'env' }, { key: 'team' }] }, tagged, 'not-selected'],
    ['a key that objects inherit', { tags: [{ key: 'constructor' }] }, tagged, 'not-selected'],
    ['a tag, of a resource whose tags could not be read', { tags: [{ key: 'env' }] }, table(), undefined],
    ['a type and a tag', { types: ['EC2'], tags: [{ key: 'env' }] }, tagged, 'not-selected'],
  ])('%s', (_, subjects, resource, reason) => {
    expect(exclusionOf(resource, subjects, around)?.reason).toBe(reason);
  });
});

describe('what its user leaves out', () => {
  const exclude = [
    { match: { types: ['EC2'], tags: { backup: ['none'] } }, reason: 'rebuilt from code' },
    { match: { types: ['EC2', 'DynamoDB'] }, reason: 'not ours' },
  ] as const;

  it('is left out for the first reason that fits', () => {
    expect(exclusionOf(instance({ tags: { backup: 'none' } }), { exclude }, around)).toEqual({
      reason: 'excluded-by-user',
      userReason: 'rebuilt from code',
    });
    expect(exclusionOf(kept, { exclude }, around)?.userReason).toBe('not ours');
    expect(exclusionOf(volume(), { exclude }, around)).toBeUndefined();
  });

  it('stays in where it turns on tags that could not be read', () => {
    const byTag = [{ match: { tags: { backup: ['none'] } }, reason: 'rebuilt from code' }];
    expect(exclusionOf(table(), { exclude: byTag }, around)).toBeUndefined();
  });
});

it('whether a volume goes with an instance that is left out is not known where it was not read', () => {
  const unread = volume({ attachments: [{ instanceArn: spot.arn, since: 0 }] });
  expect(isFateUnread(unread, {}, around)).toBe(true);
  expect(isFateUnread(unread, { include: ['spot'] }, around)).toBe(false);
  expect(isFateUnread(outliving, {}, around)).toBe(false);
  expect(isFateUnread(volume(), {}, around)).toBe(false);
});
