import { describe, expect, it } from '@jest/globals';
import { denied, home, population } from '../model/records.fixture.js';
import type { ResourceType } from '../model/resource.js';
import { concernedCounts, concernedPopulations } from './concerned.js';

const unread = [
  ...(['DynamoDB', 'EBS', 'EC2', 'RDS', 'Aurora'] as const).map((of) => population('resources', { of, gap: denied })),
  population('tags', { of: 'EFS', gap: denied }),
  population('tags', { gap: denied }),
  population('nativeBackups', { of: 'EBS', gap: denied }),
  population('replicas', { of: 'DynamoDB', gap: denied }),
  population('lifecyclePolicies', { gap: denied }),
  population('backupJobs', { gap: denied }),
  population('resourceCounts', { gap: denied }),
];

function concerned(...types: readonly ResourceType[]): readonly string[] {
  const narrowing = types.length === 0 ? {} : { types };
  return concernedPopulations(unread, narrowing).map(({ kind, of }) => (of === undefined ? kind : `${kind} of ${of}`));
}

describe('a scan', () => {
  it('of all types depends on all populations but those that only show how complete it is', () => {
    expect(concerned()).toHaveLength(unread.length - 1);
  });

  it.each<[ResourceType, readonly string[]]>([
    ['DynamoDB', ['resources of DynamoDB', 'tags', 'replicas of DynamoDB', 'backupJobs']],
    [
      'EBS',
      ['resources of EBS', 'resources of EC2', 'tags', 'nativeBackups of EBS', 'lifecyclePolicies', 'backupJobs'],
    ],
    [
      'EC2',
      ['resources of EBS', 'resources of EC2', 'tags', 'nativeBackups of EBS', 'lifecyclePolicies', 'backupJobs'],
    ],
    ['Aurora', ['resources of RDS', 'resources of Aurora', 'tags', 'backupJobs']],
    ['EFS', ['tags of EFS', 'tags', 'backupJobs']],
  ])('of %s depends on what can concern it', (type, kinds) => {
    expect(concerned(type)).toEqual(kinds);
  });

  it('depends on the counts of AWS Config of its types', () => {
    const count = {
      scope: home,
      source: 'recorder',
      result: 'shortfall',
      seen: 0,
      counted: 1,
      missing: 1,
      unseen: [],
    } as const;
    const counts = (['AWS::EC2::Volume', 'AWS::RDS::DBInstance'] as const).map((configType) => ({
      ...count,
      configType,
    }));
    const types = (...of: readonly ResourceType[]) =>
      concernedCounts(counts, { types: of }).map(({ configType }) => configType);
    expect([types('DynamoDB'), types('EC2'), types('Neptune')]).toEqual([
      [],
      ['AWS::EC2::Volume'],
      ['AWS::RDS::DBInstance'],
    ]);
    expect(concernedCounts(counts, {})).toHaveLength(2);
  });
});
