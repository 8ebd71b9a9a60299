import { parseArn } from '@backproof/core';
import type { Instant, Scope } from '@backproof/core';
import { ImportError } from './import-error.js';

/** One record of a file. Files are untrusted: every value is validated. */
export interface Item {
  /** Where it stands: `report.csv:12`, `report.json, reportItems[3]`. */
  readonly place: string;
  /** The text of a field, by any of the names that it goes by; undefined where there is none. */
  readonly text: (...names: readonly string[]) => string | undefined;
}

/** An item of fields by their names, however these are cased and separated: `Account Id` is `accountId`. */
export function itemOf(place: string, fields: Iterable<readonly [name: string, value: unknown]>): Item {
  const values = new Map<string, string>();
  for (const [name, value] of fields) {
    if (typeof value === 'string' && !['', '-', 'null'].includes(value)) values.set(bare(name), value);
  }
  return {
    place,
    text: (...names) => names.map((name) => values.get(bare(name))).find((value) => value !== undefined),
  };
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** @throws ImportError if the item does not contain it */
export function required(item: Item, ...names: readonly string[]): string {
  const value = item.text(...names);
  if (value === undefined) throw new ImportError(`${item.place}: it has no ${names.join(' and no ')}`);
  return value;
}

/** A moment in ISO 8601 with its time zone. @throws ImportError if it is none, before 1970, or still to come */
export function momentIn(item: Item, now: Instant, ...names: readonly string[]): Instant | undefined {
  const text = item.text(...names);
  if (text === undefined) return undefined;
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)
    ? Date.parse(text)
    : NaN;
  if (Number.isNaN(moment)) throw new ImportError(`${item.place}: "${text}" is not a valid ISO 8601 timestamp`);
  // Inventories hold no earlier moment.
  if (moment < 0) throw new ImportError(`${item.place}: ${text} is before 1970`);
  if (moment > now) throw new ImportError(`${item.place}: ${text} is still to come`);
  return moment;
}

/** The members of what may be an object; none of anything else. */
export function entriesOf(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** The seconds since 1970 that a date can hold. */
const MOST_SECONDS = 8.64e12;

/**
 * A moment that CloudTrail wrote as text, as seconds since 1970, or as seconds and nanoseconds.
 * @throws ImportError if it is none, before 1970, or still to come
 */
export function momentOf(
  item: Item,
  fields: Iterable<readonly [name: string, value: unknown]>,
  now: Instant,
  name: string,
): Instant | undefined {
  const value = new Map(fields).get(name);
  if (typeof value === 'string') return momentIn(item, now, name);
  const seconds: unknown =
    typeof value === 'object' && value !== null && 'seconds' in value ? value.seconds : (value ?? undefined);
  if (seconds === undefined) return undefined;
  if (typeof seconds !== 'number' || !(Math.abs(seconds) < MOST_SECONDS))
    throw new ImportError(`${item.place}: its ${name} is not a valid timestamp`);
  return momentIn(itemOf(item.place, [[name, new Date(seconds * 1000).toISOString()]]), now, name);
}

/** @throws ImportError if a text is no JSON */
export function parsedObject(place: string, text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ImportError(`${place}: it is no JSON: ${cause}`, { cause: error });
  }
}

/**
 * Returns the account and Region of an item, in the partition of an ARN that it names.
 * @throws ImportError if one of them is missing or is not valid
 */
export function scopeIn(item: Item, account: readonly string[], region: readonly string[], arn: string): Scope {
  const accountId = required(item, ...account);
  const name = required(item, ...region);
  const partition = parseArn(arn)?.partition;
  if (!/^\d{12}$/.test(accountId)) throw new ImportError(`${item.place}: "${accountId}" is not a valid account ID`);
  if (!/^[a-z]{2,}(-[a-z]+)+-\d$/.test(name)) throw new ImportError(`${item.place}: "${name}" is not a valid Region`);
  if (partition === undefined) throw new ImportError(`${item.place}: "${arn}" is not a valid ARN`);
  return { partition, accountId, region: name };
}
