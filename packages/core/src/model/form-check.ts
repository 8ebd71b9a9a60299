import { count } from './quantity.js';

/** A fault, and the way to it from the value that is checked. */
interface Fault {
  readonly path: readonly string[];
  readonly words: string;
}

/** The first fault of a value; undefined if it has none. */
export type Check = (value: unknown) => Fault | undefined;

/** Admits everything. */
export const anything: Check = () => undefined;

/** Admits nothing: the property must not be there. */
export const nothing: Check = () => fault('must not be given');

/** Admits the values of a kind. */
export function kindOf(name: 'boolean' | 'string'): Check {
  const other = fault(`must be ${name}`);
  return (value) => (typeof value === name ? undefined : other);
}

/** Admits texts that match a regular expression. */
export function textLike(pattern: string): Check {
  const expression = new RegExp(pattern, 'u');
  const [noText, other] = [fault('must be string'), fault(`must match pattern "${pattern}"`)];
  return (value) => {
    if (typeof value !== 'string') return noText;
    return expression.test(value) ? undefined : other;
  };
}

/** Admits finite numbers from one to another. */
export function numberWithin(minimum = -Infinity, maximum = Infinity): Check {
  const [noNumber, less, more] = [
    fault('must be number'),
    fault(`must be >= ${minimum}`),
    fault(`must be <= ${maximum}`),
  ];
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return noNumber;
    if (value < minimum) return less;
    return value > maximum ? more : undefined;
  };
}

/** Admits these values. */
export function oneOfWords(words: readonly unknown[]): Check {
  const known = new Set(words);
  const choice = words.length === 1 ? JSON.stringify(words[0]) : `one of ${words.join(', ')}`;
  const other = fault(`must be ${choice}`);
  return (value) => (known.has(value) ? undefined : other);
}

/** Admits lists of values that a check admits. */
export function listOf(item: Check, least = 0): Check {
  const [noList, tooShort] = [fault('must be array'), fault(`must have at least ${count(least, 'item')}`)];
  return (value) => {
    if (!Array.isArray(value)) return noList;
    if (value.length < least) return tooShort;
    for (let at = 0; at < value.length; at++) {
      const found = item(value[at]);
      if (found !== undefined) return within(String(at), found);
    }
    return undefined;
  };
}

/**
 * Admits objects with these properties.
 *
 * @param others - the check of the properties that are not named; undefined: there are none
 */
export function objectWith(
  properties: ReadonlyMap<string, Check>,
  required: readonly string[],
  others: Check | undefined,
): Check {
  const missing = required.map((name) => within(name, fault('is missing')));
  return (value) => {
    if (!isRecord(value)) return NO_OBJECT;
    const lacking = required.findIndex((name) => value[name] === undefined);
    if (lacking !== -1) return missing[lacking];
    for (const name in value) {
      const check = properties.get(name) ?? others;
      if (check === undefined) return within(name, UNKNOWN_FIELD);
      const part = value[name];
      const found = part === undefined ? undefined : check(part);
      if (found !== undefined) return within(name, found);
    }
    return undefined;
  };
}

/** Admits what one of the checks admits. The fault is that of the alternative that fits furthest into the value. */
export function anyOf(alternatives: readonly Check[]): Check {
  return (value) => {
    let closest: Fault | undefined;
    for (const alternative of alternatives) {
      const found = alternative(value);
      if (found === undefined) return undefined;
      if (closest === undefined || found.path.length > closest.path.length) closest = found;
    }
    return closest;
  };
}

/** Admits objects that the check of their tag's word admits. */
export function byTag(tag: string, alternatives: ReadonlyMap<unknown, Check>): Check {
  return (value) => {
    if (!isRecord(value)) return NO_OBJECT;
    const word = value[tag];
    const check = alternatives.get(word);
    if (check !== undefined) return check(value);
    return within(tag, fault(word === undefined ? 'is missing' : `has the unknown value ${JSON.stringify(word)}`));
  };
}

const NO_OBJECT = fault('must be object');
const UNKNOWN_FIELD = fault('is not known to this version. Update backproof if a later version wrote it');

function fault(words: string): Fault {
  return { path: [], words };
}

function within(name: string, { path, words }: Fault): Fault {
  return { path: [name, ...path], words };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
