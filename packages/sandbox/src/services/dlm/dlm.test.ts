import { DLMClient, GetLifecyclePoliciesCommand, GetLifecyclePolicyCommand } from '@aws-sdk/client-dlm';
import type { GetLifecyclePoliciesRequest } from '@aws-sdk/client-dlm';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const custom = {
  PolicyId: 'policy-1',
  Description: 'nightly',
  State: 'ENABLED' as const,
  DateCreated: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
  PolicyDetails: {
    PolicyType: 'EBS_SNAPSHOT_MANAGEMENT' as const,
    ResourceTypes: ['VOLUME' as const],
    TargetTags: [{ Key: 'dlm', Value: 'daily' }],
    Schedules: [{ Name: 'night', TagsToAdd: [{ Key: 'made-by', Value: 'dlm' }] }],
  },
};
const standard = {
  PolicyId: 'policy-2',
  State: 'DISABLED' as const,
  DefaultPolicy: true,
  PolicyDetails: { PolicyLanguage: 'SIMPLIFIED' as const, ResourceType: 'VOLUME' as const },
};

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, lifecyclePolicies: [custom, standard] }],
  },
});
afterAll(sandbox.close);

const client = new DLMClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

async function idsOf(input: GetLifecyclePoliciesRequest) {
  const { Policies = [] } = await client.send(new GetLifecyclePoliciesCommand(input));
  return Policies.map(({ PolicyId }) => PolicyId);
}

it.each<[GetLifecyclePoliciesRequest, string[]]>([
  [{}, ['policy-1', 'policy-2']],
  [{ PolicyIds: ['policy-2', 'policy-1'] }, ['policy-1', 'policy-2']],
  [{ PolicyIds: ['policy-2'] }, ['policy-2']],
  [{ State: 'ENABLED' }, ['policy-1']],
  [{ DefaultPolicyType: 'ALL' }, ['policy-2']],
  [{ DefaultPolicyType: 'VOLUME' }, ['policy-2']],
  [{ DefaultPolicyType: 'INSTANCE' }, []],
  [{ ResourceTypes: ['VOLUME'] }, ['policy-1', 'policy-2']],
  [{ ResourceTypes: ['INSTANCE'] }, []],
  [{ TargetTags: ['dlm=daily'] }, ['policy-1']],
  [{ TargetTags: ['dlm=weekly'] }, []],
  [{ TagsToAdd: ['made-by=dlm'] }, ['policy-1']],
])('the list of %j holds what is meant', async (input, expected) => {
  expect(await idsOf(input)).toEqual(expected);
});

it('the list tells what a policy is, and not what it targets', async () => {
  const { Policies } = await client.send(new GetLifecyclePoliciesCommand({ PolicyIds: ['policy-1'] }));
  const { PolicyId, Description, State } = custom;
  expect(Policies).toEqual([{ PolicyId, Description, State, PolicyType: 'EBS_SNAPSHOT_MANAGEMENT' }]);
});

it('a policy is told whole', async () => {
  const { Policy } = await client.send(new GetLifecyclePolicyCommand({ PolicyId: 'policy-1' }));
  expect(Policy).toEqual(custom);
});

it('a policy that is not there is missed', async () => {
  await expect(idsOf({ PolicyIds: ['policy-1', 'policy-9'] })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await expect(client.send(new GetLifecyclePolicyCommand({ PolicyId: 'policy-9' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    $metadata: { httpStatusCode: 404 },
  });
});
