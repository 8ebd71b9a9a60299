import { describe, expect, it } from '@jest/globals';
import type { LifecyclePolicy } from '../model/lifecycle-policy.js';
import { defaultLifecyclePolicy, instance, lifecyclePolicy, table, volume } from '../model/records.fixture.js';
import { isTargetedBy } from './lifecycle-policy.js';

const policy = (fields: Partial<LifecyclePolicy>) =>
  lifecyclePolicy({
    targetTags: [
      { key: 'dlm', value: 'daily' },
      { key: 'tier', value: '1' },
    ],
    ...fields,
  });
const ofInstances = policy({ targets: 'INSTANCE' });
const byDefault = defaultLifecyclePolicy();
const instancesByDefault = defaultLifecyclePolicy({ targets: 'INSTANCE', makes: 'images' });

const daily = { dlm: 'daily' };
const unreadTags = volume();
Reflect.deleteProperty(unreadTags, 'tags');

describe('a policy of Data Lifecycle Manager', () => {
  it.each([
    ['targets a volume with one of its tags', true, policy({}), volume({ tags: daily }), []],
    ['targets a volume with another of its tags', true, policy({}), volume({ tags: { tier: '1' } }), []],
    ['targets no volume with another value', false, policy({}), volume({ tags: { dlm: 'weekly' } }), []],
    ['targets no volume without tags', false, policy({}), volume({ tags: {} }), []],
    ['is not known to target a volume whose tags were not read', false, policy({}), unreadTags, []],
    [
      'targets no volume for its instance, if it is of volumes',
      false,
      policy({}),
      volume({}),
      [instance({ tags: daily })],
    ],
    [
      'targets a volume with its instance, if it is of instances',
      true,
      ofInstances,
      volume({}),
      [instance({ tags: daily })],
    ],
    [
      'targets no volume for its own tags, if it is of instances',
      false,
      ofInstances,
      volume({ tags: daily }),
      [instance()],
    ],
    ['targets an instance with its tag, if it is of instances', true, ofInstances, instance({ tags: daily }), []],
    ['targets no instance, if it is of volumes', false, policy({}), instance({ tags: daily }), []],
    ['targets every volume by default', true, byDefault, volume({ tags: {} }), []],
    ['targets a volume by default, its tags read or not', true, byDefault, unreadTags, []],
    ['targets every instance by default, if it is of instances', true, instancesByDefault, instance(), []],
    ['targets nothing else', false, byDefault, table({ tags: daily }), []],
  ])('%s', (_story, expected, given, resource, hosts) => {
    expect(isTargetedBy(resource, hosts, given)).toBe(expected);
  });
});
