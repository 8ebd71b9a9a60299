import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { LookupEventsRequest } from '@aws-sdk/client-cloudtrail';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const now = Date.UTC(2026, 10, 22, 12);
const daysAgo = (days: number): Date => new Date(now - days * 24 * 3_600_000);
const event = (EventId: string, EventName: string, days: number) => ({
  EventId,
  EventName,
  EventSource: 'backup.amazonaws.com',
  EventTime: daysAgo(days),
  CloudTrailEvent: '{}',
});

const accountId = '111111111111';
// A Region for each test: the pace is that of one account and Region.
const regions = ['eu-central-1', 'eu-west-1', 'eu-west-2', 'eu-west-3', 'eu-north-1', 'eu-south-1'];
const trailEvents = [
  event('old', 'RestoreCompleted', 91),
  event('first', 'RestoreCompleted', 60),
  event('newest', 'StartRestoreJob', 10),
  event('second', 'RestoreCompleted', 40),
];
const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now,
    accounts: [{ id: accountId, name: 'main' }],
    regions,
    scopes: regions.map((region) => ({ accountId, region, trailEvents })),
  },
});
afterAll(sandbox.close);

const clientIn = (region = '') =>
  new CloudTrailClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

const named = (AttributeValue: string) => [{ AttributeKey: 'EventName' as const, AttributeValue }];

it.each<[number, LookupEventsRequest, string[]]>([
  [0, {}, ['newest', 'second', 'first']],
  [1, { LookupAttributes: named('RestoreCompleted') }, ['second', 'first']],
  [2, { LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: 'first' }] }, ['first']],
  [3, { StartTime: daysAgo(50), EndTime: daysAgo(20) }, ['second']],
])('%i: the events of the last 90 days by %j, newest first', async (region, input, expected) => {
  const { Events = [] } = await clientIn(regions[region]).send(new LookupEventsCommand(input));
  expect(Events.map(({ EventId }) => EventId)).toEqual(expected);
});

it('more than one attribute is refused', async () => {
  const two = [...named('RestoreCompleted'), ...named('StartRestoreJob')];
  await expect(clientIn(regions[4]).send(new LookupEventsCommand({ LookupAttributes: two }))).rejects.toMatchObject({
    name: 'InvalidLookupAttributesException',
  });
});

it('a third request in a second is throttled, in its account and Region', async () => {
  const client = clientIn(regions[5]);
  const asked = await Promise.allSettled([1, 2, 3].map(() => client.send(new LookupEventsCommand({}))));
  const names = asked.map((each) => (each.status === 'fulfilled' ? 'OK' : (each.reason as Error).name));
  expect(names.toSorted()).toEqual(['OK', 'OK', 'ThrottlingException']);
});
