import { ListRulesCommand, RecycleBinClient } from '@backproof/clients';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const RetentionPeriod = { RetentionPeriodValue: 14, RetentionPeriodUnit: 'DAYS' };
const rules = [
  { Identifier: 'snapshots', RetentionPeriod, LockState: 'locked', ResourceType: 'EBS_SNAPSHOT' as const },
  { Identifier: 'tagged', RetentionPeriod, ResourceType: 'EBS_SNAPSHOT' as const },
  { Identifier: 'images', RetentionPeriod, LockState: 'unlocked', ResourceType: 'EC2_IMAGE' as const },
];

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, recycleBinRules: rules }],
  },
});
afterAll(sandbox.close);

const client = new RecycleBinClient({
  ...{ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 },
});

it('the rules about one type of resource come in pages', async () => {
  const wanted = { ResourceType: 'EBS_SNAPSHOT', MaxResults: 1 };
  const { Rules, NextToken } = await client.send(new ListRulesCommand(wanted));
  const rest = await client.send(new ListRulesCommand({ ...wanted, NextToken }));
  expect([Rules, rest.Rules, rest.NextToken]).toEqual([
    [{ Identifier: 'snapshots', RetentionPeriod, LockState: 'locked' }],
    [{ Identifier: 'tagged', RetentionPeriod }],
    undefined,
  ]);
});

it('those in one state of their lock are listed alone', async () => {
  const { Rules } = await client.send(new ListRulesCommand({ ResourceType: 'EBS_SNAPSHOT', LockState: 'locked' }));
  expect(Rules?.map(({ Identifier }) => Identifier)).toEqual(['snapshots']);
});

it.each([{ MaxResults: 1001 }, { NextToken: 'x' }])('%o is refused', async (wanted) => {
  const error = { name: 'ValidationException' };
  const command = new ListRulesCommand({ ResourceType: 'EC2_IMAGE', ...wanted });
  await expect(client.send(command)).rejects.toMatchObject(error);
});
