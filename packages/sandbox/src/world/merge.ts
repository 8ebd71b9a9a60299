import { joining, lists, records, type JoinParts } from '../service/join.js';
import { SERVICES } from '../services/services.js';
import type { Place } from './place.js';
import type { WorldScope } from './world.js';

const joinPlaces = joining<Pick<Place, 'tags' | 'faults'>>({ tags: records, faults: lists });

/** Each puts the parts of one service together. */
const JOINS: readonly JoinParts<WorldScope>[] = [joinPlaces, ...SERVICES.flatMap(({ join = [] }) => join)];

/** Puts the contents that belong to the same account and Region together, in their order. */
export function mergeScopes(parts: readonly WorldScope[]): readonly WorldScope[] {
  const byScope = new Map<string, [WorldScope, ...WorldScope[]]>();
  for (const part of parts) {
    const key = `${part.accountId}/${part.region}`;
    const known = byScope.get(key);
    if (known) known.push(part);
    else byScope.set(key, [part]);
  }
  return [...byScope.values()].map(mergeScope);
}

function mergeScope(parts: readonly [WorldScope, ...WorldScope[]]): WorldScope {
  const [{ accountId, region }] = parts;
  return JOINS.reduce<WorldScope>((scope, join) => ({ ...scope, ...join(parts) }), { accountId, region });
}
