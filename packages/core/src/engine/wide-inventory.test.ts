import { expect, it } from '@jest/globals';
import { home, instance, NOW, point, vault, volume } from '../model/records.fixture.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import { constantRule } from './rules.fixture.js';

/** Counts how often an evaluation looks at what was read of a scan of so many scopes, with two resources in each. */
function looksAt(scopes: number): number {
  const places = Array.from({ length: scopes }, (_, i) => ({ ...home, accountId: String(100000000000 + i) }));
  const arnIn = ({ accountId }: { readonly accountId: string }, id: string) =>
    `arn:aws:ec2:eu-west-1:${accountId}:${id}`;
  const inventory = inventoryOf({
    scopes: places,
    resources: places.flatMap(({ accountId, region }) => [
      volume({ accountId, region, arn: arnIn({ accountId }, 'volume/v') }),
      instance({ accountId, region, arn: arnIn({ accountId }, 'instance/i') }),
    ]),
    vaults: [vault()],
    points: places.map((place) => point({ arn: arnIn(place, 'snapshot/s'), resourceArn: arnIn(place, 'volume/gone') })),
  });
  let looks = 0;
  const populations = inventory.populations.map(
    (population) =>
      new Proxy(population, {
        get: (target, key): unknown => {
          if (key === 'kind') looks += 1;
          return Reflect.get(target, key);
        },
      }),
  );
  const tool = { name: 'backproof', version: '0.0.0' };
  const rule = { ...constantRule('fail'), relations: () => ({ parts: 'inherit', host: 'inherit' }) as const };
  evaluate({ inventory: { ...inventory, populations }, rules: [{ rule }], now: NOW, tool });
  return looks;
}

it('a scope costs no more the more scopes there are', () => {
  expect(looksAt(40)).toBeLessThan(4.4 * looksAt(10));
});
