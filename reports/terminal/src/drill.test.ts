import { compareDrills, drillSummary } from '@backproof/core';
import type { DrilledResource, DrillReport, Loss, Survival } from '@backproof/core';
import { dynamoDbTable } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { renderDrill } from './drill.js';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);

const table = (name: string) => dynamoDbTable({ name, tags: { application: 'shop' } });
const survivor = (name: string): Survival => ({
  ...{ status: 'survives', rpoMs: 5 * HOUR, oldest: now, until: undefined, needs: ['in-its-account'], atLeast: false },
  ...{ restoredMoment: undefined, way: wayOf(name) },
});
const wayOf = (name: string) => ({
  ...{
    kind: 'native' as const,
    arn: 'arn:w',
    of: table(name),
    accountId: '1',
    region: 'eu-west-1',
    newest: now,
    oldest: now,
  },
  native: {
    scope: { partition: 'aws', accountId: '1', region: 'eu-west-1' },
    ...{ resourceArn: 'arn:w', mechanism: 'dynamodb-backups' as const, enabled: true },
  },
});
const LOST: Survival = { status: 'lost', why: 'in-the-account' };
const drilled = (name: string, ...survivals: readonly (Survival | undefined)[]): DrilledResource => ({
  ...{
    resource: table(name),
    survivals,
    steps: survivals.map((survival) => (survival === LOST ? ['copy-to-account'] : [])),
  },
  ...{ restoreMs: name === 'orders' ? HOUR : undefined },
});

function rendered(
  losses: readonly Loss[],
  resources: readonly DrilledResource[],
  more: Pick<DrillReport, 'groupBy' | 'comparison'> = {},
): string {
  const summary = drillSummary(resources, { losses: losses.length, worst: 10, groupBy: more.groupBy });
  return [
    ...renderDrill(
      { losses, now, tool: { name: 'backproof', version: '1' }, summary, ...more },
      { color: false, width: 100 },
    ),
  ].join('');
}

it('of one loss: how much comes back, how old it is at worst, and why the rest does not', () => {
  const resources = [
    drilled('orders', survivor('orders')),
    drilled('carts', LOST),
    drilled('jobs', {
      status: 'at-risk',
      way: wayOf('jobs'),
      until: now + 7 * 24 * HOUR,
      why: 'key-in-the-account',
      atLeast: false,
    }),
    drilled('maps', { status: 'follows', replicaArn: 'arn:replica' }),
    drilled('logs', { status: 'unknown', why: 'unread' }),
  ];
  expect(rendered([{ kind: 'account', accountId: '111111111111' }], resources)).toBe(
    `Nothing is started or changed. This follows from the evidence, for a loss on 2026-11-22 12:00 UTC.

If the account 111111111111 is closed:
  comes back  1 of 5   newest surviving data at worst 5 hours old, at best 5 hours
  at risk     1 of 5
    1: its newest backup is encrypted with a key of the account
  follows     1 of 5
  lost        1 of 5
    1: its newest backup lies in the account
  unknown     1 of 5
    1: recovery points or native backups that may survive could not be read

Worst
  DynamoDB  carts  111111111111 eu-west-1  lost: its newest backup lies in the account
  DynamoDB  logs   111111111111 eu-west-1  unknown: recovery points or native backups that may
  survive could not be read
  DynamoDB  maps   111111111111 eu-west-1  follows only: arn:replica has the data and cannot go back
  in time
  DynamoDB  jobs   111111111111 eu-west-1  at risk until 2026-11-29 12:00 UTC (7 days): its newest
  backup is encrypted with a key of the account

Best single change: Copy its recovery points to another account, and encrypt them with a key of that
account. With this alone 1 more resource can come back.

Proven by a restore: 1 of 5 resources; the longest of their last restores took 60 minutes (orders).
The others are computed from evidence only.
A closed account can be reopened through AWS Support for 90 days, until 2027-02-20 12:00 UTC. What
is lost with it is intact until then.
Also needed and not checked: roles, key policies, networks and quotas where it is restored. AWS
promises no restore time.
`,
  );
});

it('of several losses: a row for each, a column for each of the worst, and the groups', () => {
  const resources = [drilled('orders', survivor('orders'), LOST), drilled('carts', LOST, undefined)];
  expect(
    rendered([{ kind: 'deletion' }, { kind: 'late', foundAfterMs: 30 * 24 * HOUR }], resources, {
      groupBy: 'application',
    }),
  ).toBe(
    `Nothing is started or changed. This follows from the evidence, for a loss on 2026-11-22 12:00 UTC.

Loss                            comes back  oldest data  at risk  follows  lost  unknown
resource deleted                    1 of 2      5 hours        0        0     1        0
corruption found 30 days later      0 of 1                     0        0     1        0

Worst: the age of the newest data that comes back
Type      Name    deleted  late
DynamoDB  orders  5 hours  lost
DynamoDB  carts      lost     -

By tag application: how many come back, and the age of the oldest data among them
Group  members  deleted    late
shop         2   1 of 2  0 of 1

Best single change: Copy their recovery points to another account, and encrypt them with a key of
that account. With this alone 2 more resources can come back: 1 after "resource deleted", 1 after
"corruption found 30 days later".

Proven by a restore: 1 of 2 resources; the longest of their last restores took 60 minutes (orders).
The others are computed from evidence only.
Also needed and not checked: roles, key policies, networks and quotas where it is restored. AWS
promises no restore time.
`,
  );
});

it('of an earlier drill: what no longer comes back stands first, with the reason', () => {
  const losses: readonly Loss[] = [{ kind: 'account' }];
  const before = { now: now - 24 * HOUR, drilled: [drilled('orders', survivor('orders')), drilled('logs', LOST)] };
  const after = [drilled('orders', LOST), drilled('logs', LOST)];
  const [, , ...lines] = rendered(losses, after, { comparison: compareDrills(before, after) }).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    'No longer comes back as on 2026-11-21 12:00 UTC: 1 resource.',
    '  DynamoDB  orders  111111111111 eu-west-1  account closed: lost: its newest backup lies in the',
    '  account (then 5 hours old)',
    '',
  ]);
  expect(rendered(losses, after, { comparison: compareDrills({ ...before, drilled: after }, after) })).toContain(
    'Compared with 2026-11-21 12:00 UTC: no resource that came back then is lost, at risk or unknown now.',
  );
});
