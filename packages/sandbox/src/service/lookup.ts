import type { ServiceError } from '../wire/service-error.js';

/** Returns the requested item. @throws ServiceError if there is none. */
export function found<Thing>(thing: Thing | undefined, missing: () => ServiceError): Thing {
  if (thing === undefined) throw missing();
  return thing;
}

/** The value of a record's own key; a key such as `__proto__` finds nothing. */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/**
 * Those of the items that are asked for by id; all of them when none is.
 *
 * @throws ServiceError if no item has the id
 */
export function byIds<Item>(
  items: readonly Item[] = [],
  ids: readonly string[] | undefined,
  idOf: (item: Item) => string | undefined,
  missing: (id: string) => ServiceError,
): readonly Item[] {
  if (!ids || ids.length === 0) return items;
  const known = new Map(items.map((item) => [idOf(item), item]));
  return ids.map((id) => found(known.get(id), () => missing(id)));
}
