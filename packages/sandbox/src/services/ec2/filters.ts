import type { NamedFilter } from '../../service/filters.js';
import type { LooseTags } from '../../service/resource.js';
import { own } from '../../service/lookup.js';
import { invalidValue } from './errors.js';

/** The filters of a listing: their names, and where an item has the value if the name does not say it. */
export interface FilterNames {
  readonly names: readonly string[];
  /** By name: the members that lead to the value, `Placement.AvailabilityZone`. */
  readonly places: Readonly<Record<string, string>>;
}

/** An item that can be filtered. Tags have filters of their own. */
type Filtered = object & { readonly Tags?: LooseTags };

/**
 * Filters as EC2 has them: `*` and `?` in a value stand for any characters and for any one, and case counts.
 *
 * @source EC2 User Guide, Using_Filtering
 * @throws ServiceError if the listing has no filter of a name, whatever there is to filter
 */
export function filtering({ names, places }: FilterNames) {
  return (filters: readonly NamedFilter[]): ((item: Filtered) => boolean) => {
    const wishes = filters.map(({ Name = '', Values = [] }) => {
      if (!names.includes(Name) && !Name.startsWith('tag:')) throw invalidValue(`The filter '${Name}' is invalid`);
      const path = (own(places, Name) ?? placeOf(Name)).split('.');
      const patterns = Values.map(patternOf);
      return (item: Filtered) =>
        valuesOf(item, Name, path).some((value) => patterns.some((pattern) => pattern.test(value)));
    });
    return (item) => wishes.every((isWanted) => isWanted(item));
  };
}

/** `source-instance-id` filters by `SourceInstanceId`. */
function placeOf(name: string): string {
  return name.replace(
    /(^|[-.])([a-z])/g,
    (_all, before: string, letter: string) => `${before === '.' ? '.' : ''}${letter.toUpperCase()}`,
  );
}

function valuesOf(item: Filtered, name: string, path: readonly string[]): string[] {
  const { Tags = [] } = item;
  if (name === 'tag-key') return Tags.map(({ Key = '' }) => Key);
  if (!name.startsWith('tag:')) return textsAt(item, path);
  return Tags.filter(({ Key = '' }) => `tag:${Key}` === name).map(({ Value = '' }) => Value);
}

/** The texts at the end of a path; of a list, those of all its entries. */
function textsAt(value: unknown, path: readonly string[]): string[] {
  const [member, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((each) => textsAt(each, path));
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'object' && value !== null) {
    return member === undefined ? [] : textsAt(Object.entries(value).find(([name]) => name === member)?.[1], rest);
  }
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isText && member === undefined ? [String(value)] : [];
}

/** A backslash takes its meaning from the character after it. */
function patternOf(value: string): RegExp {
  const parts = value.match(/\\.|[^]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return (part.length > 1 && part.startsWith('\\') ? part.slice(1) : part).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}
