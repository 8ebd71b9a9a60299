import { describe, expect, it } from '@jest/globals';
import { bunker, instance, lifecyclePolicy, volume } from '../model/records.fixture.js';
import { lifecyclePolicies } from './lifecycle-policies.js';

const ofVolumes = lifecyclePolicy();
const ofInstances = lifecyclePolicy({ arn: 'arn:policy/2', targets: 'INSTANCE' });
const elsewhere = lifecyclePolicy({ arn: 'arn:policy/3', scope: bunker });
const tags = { dlm: 'daily' };
const host = instance({ tags });
const attached = volume({
  tags: {},
  attachments: [
    { instanceArn: host.arn, since: 0 },
    { instanceArn: 'arn:unseen', since: 0 },
  ],
});
const tagged = volume({ tags });

describe('the policies of Data Lifecycle Manager', () => {
  const policiesOf = lifecyclePolicies({
    resources: [host, attached, tagged],
    lifecyclePolicies: [ofVolumes, ofInstances, elsewhere],
  });

  it.each([
    ['target a volume of their account and Region', tagged, [ofVolumes]],
    ['target an instance', host, [ofInstances]],
    ['target a volume with the instance that it is attached to', attached, [ofInstances]],
  ])('%s', (_, resource, expected) => {
    expect(policiesOf(resource)).toEqual(expected);
  });

  it('are none where there are none', () => {
    expect(lifecyclePolicies({ resources: [tagged], lifecyclePolicies: [] })(tagged)).toEqual([]);
  });
});
