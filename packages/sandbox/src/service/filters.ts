import type { ServiceError } from '../wire/service-error.js';
import { found } from './lookup.js';

/** A filter: the item's member is what is asked for. */
export function is<Item, Member extends keyof Item>(member: Member) {
  return (item: Item, wanted: Item[Member]): boolean => item[member] === wanted;
}

/** A filter: the item's time is later than asked for. An item without that time is not. */
export function after<Item>(member: keyof Item) {
  return (item: Item, wanted: Date): boolean => {
    const time = item[member];
    return time instanceof Date && time > wanted;
  };
}

/** A filter: the item's time is earlier than asked for. An item without that time is not. */
export function before<Item>(member: keyof Item) {
  return (item: Item, wanted: Date): boolean => {
    const time = item[member];
    return time instanceof Date && time < wanted;
  };
}

/** `{ Name, Values }`, as several services filter: any of the values will do. */
export interface NamedFilter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/**
 * A filter: for every named one, the item has one of its values.
 *
 * @param valuesOf what an item has under a filter's name; nothing for a name that is not known
 */
export function matches<Item>(
  valuesOf: (item: Item, name: string) => readonly (string | undefined)[] | undefined,
  unknownName: (name: string) => ServiceError,
) {
  return (item: Item, filters: readonly NamedFilter[]): boolean =>
    filters.every(({ Name = '', Values = [] }) => {
      const values = found(valuesOf(item, Name), () => unknownName(Name));
      return values.some((value) => value !== undefined && Values.includes(value));
    });
}
