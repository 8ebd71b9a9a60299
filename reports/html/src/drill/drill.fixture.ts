import { compareDrills, drillSummary } from '@backproof/core';
import type { DrilledResource, DrillReport, Loss, Survival } from '@backproof/core';
import { dynamoDbTable, HOSTILE_TEXTS } from '@backproof/testing';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);
export const LOSSES: readonly Loss[] = [
  { kind: 'deletion' },
  { kind: 'late', foundAfterMs: 720 * HOUR },
  { kind: 'region' },
  { kind: 'account' },
  { kind: 'hostile-admin' },
];

const table = (name: string) => ({
  ...dynamoDbTable({ tags: { application: HOSTILE_TEXTS.markup } }),
  ...{ name, arn: `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}` },
});
const way = {
  ...{
    kind: 'point' as const,
    row: 0,
    vaultArn: 'arn:vault',
    continuous: false,
    arn: 'arn:point',
    of: table('orders'),
  },
  ...{ accountId: '222222222222', region: 'eu-west-1', newest: now - 5 * HOUR, oldest: now - 5 * HOUR },
};
const BACK: Survival = {
  ...{ status: 'survives', way, rpoMs: 5 * HOUR, oldest: now, until: undefined, needs: ['in-its-account'] },
  ...{ atLeast: true, restoredMoment: now - 29 * HOUR },
};
const LEFT: readonly Survival[] = [
  { status: 'lost', why: 'in-the-account' },
  { status: 'unknown', why: 'unread' },
  { status: 'follows', replicaArn: 'arn:replica' },
  { status: 'at-risk', way, until: now + 168 * HOUR, why: 'key-in-the-account', atLeast: false },
];

function drilled(name: string, survivals: readonly (Survival | undefined)[], restoreMs?: number): DrilledResource {
  const steps = survivals.map((left) => (left?.status === 'lost' ? (['copy-to-account'] as const) : []));
  return { resource: table(name), survivals, steps, restoreMs };
}

export const RESOURCES = [
  drilled('orders', [BACK, BACK, ...LEFT.slice(0, 3)], HOUR),
  drilled(HOSTILE_TEXTS.markup, [...LEFT, undefined]),
  drilled('carts-of-a-shop-with-a-long-name-that-goes-on', [BACK, BACK, BACK, BACK, BACK]),
];

/** The report of a drill of three tables, one of which has a hostile name. */
export function reportOf(losses: readonly Loss[] = LOSSES, resources = RESOURCES, worst = 10): DrillReport {
  const summary = drillSummary(resources, { losses: losses.length, worst, groupBy: 'application' });
  const before = {
    now: now - 24 * HOUR,
    drilled: RESOURCES.map((each) => ({ ...each, survivals: losses.map(() => BACK) })),
  };
  const comparison = compareDrills(before, resources);
  return { losses, now, tool: { name: 'backproof', version: '1' }, summary, groupBy: 'application', comparison };
}
