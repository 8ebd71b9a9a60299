import { own } from './lookup.js';

/** A filter: the item's member is what is asked for. */
export function is<Item, Member extends keyof Item>(member: Member) {
  return (wanted: Item[Member]) =>
    (item: Item): boolean =>
      item[member] === wanted;
}

/** A filter: the item's time is later than asked for. An item without that time is not. */
export function after<Item>(member: keyof Item) {
  return (wanted: Date) =>
    (item: Item): boolean => {
      const time = item[member];
      return time instanceof Date && time > wanted;
    };
}

/** A filter: the item's time is earlier than asked for. An item without that time is not. */
export function before<Item>(member: keyof Item) {
  return (wanted: Date) =>
    (item: Item): boolean => {
      const time = item[member];
      return time instanceof Date && time < wanted;
    };
}

/** `{ Name, Values }`, as several services filter: any of the values will do. */
export interface NamedFilter {
  readonly Name?: string | undefined;
  readonly Values?: readonly string[] | undefined;
}

/** The values that an item has under the name of a filter. */
type Values = readonly (string | undefined)[];

/** The filters that there are, by name. */
export type ValuesByFilter<Item> = Readonly<Record<string, (item: Item) => Values>>;

/**
 * A filter: for every named one, the item has one of its values.
 *
 * @param unknownName - the error for a name that is not one of them, also where there is nothing to filter
 */
export function matches<Item>(byName: ValuesByFilter<Item>, unknownName: (name: string) => Error) {
  return (filters: readonly NamedFilter[]): ((item: Item) => boolean) => {
    const wishes = filters.map(({ Name = '', Values = [] }) => {
      const valuesOf = own(byName, Name);
      if (valuesOf === undefined) throw unknownName(Name);
      return (item: Item) => valuesOf(item).some((value) => value !== undefined && Values.includes(value));
    });
    return (item) => wishes.every((isWanted) => isWanted(item));
  };
}
