import { expect, it } from '@jest/globals';
import { DAY, HOUR } from '../model/instant.js';
import { NOW, point, population, table, vault } from '../model/records.fixture.js';
import type { Loss } from '../semantics/survival/index.js';
import { compareDrills } from './drill-comparison.js';
import { drill } from './drill.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';

const losses: readonly Loss[] = [{ kind: 'deletion' }, { kind: 'region' }];
const [orders, carts] = ['orders', 'carts'].map((name) => table({ name, arn: `${table().arn}-${name}` }));
if (orders === undefined || carts === undefined) throw new Error('there are two tables');

const pointOf = ({ arn }: typeof orders) => point({ arn: `arn:point:${arn}`, resourceArn: arn, createdAt: NOW - HOUR });
const drilled = (contents: Contents) => drill(inventoryOf({ vaults: [vault()], ...contents }), { losses, now: NOW });
const earlier = (contents: Contents) => ({ now: NOW - DAY, drilled: drilled(contents) });
const both = [orders, carts];
const gap = { operation: 'backup:ListRecoveryPointsByBackupVault', code: 'AccessDenied', message: 'denied' };
const unread = [population('recoveryPoints', { of: vault().arn, gap })];

function comparedOf(before: Contents, after: Contents) {
  const { noLonger, absent, notCompared } = compareDrills(earlier(before), [...drilled(after)]);
  const named = noLonger.map(({ resource, loss, now }) => [resource.name, losses[loss]?.kind, now.status]);
  return { noLonger: named, absent, notCompared };
}

it('names what came back and is lost now, by loss', () => {
  expect(
    comparedOf({ resources: both, points: both.map(pointOf) }, { resources: both, points: [pointOf(carts)] }),
  ).toEqual({ noLonger: [['orders', 'deletion', 'lost']], absent: 0, notCompared: 0 });
});

it('does not call lost what is no longer known', () => {
  const points = [pointOf(orders)];
  expect(comparedOf({ resources: [orders], points }, { resources: [orders], populations: unread }).noLonger).toEqual([
    ['orders', 'deletion', 'unknown'],
  ]);
});

it('counts what it cannot compare: what was not judged then, what was unknown then, and what is gone', () => {
  const points = [pointOf(orders)];
  expect(comparedOf({ resources: [orders], points }, { resources: [carts] })).toMatchObject({
    absent: 1,
    notCompared: 1,
  });
  expect(comparedOf({ resources: [orders], populations: unread }, { resources: [orders] })).toEqual({
    ...{ noLonger: [], absent: 0, notCompared: 1 },
  });
});
