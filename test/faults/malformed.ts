import { parseXML } from '@aws-sdk/xml-builder';

/** The way to a value in an answer: names of members, and `[]` for an item of a list. */
export type Path = readonly string[];

/** A value that AWS does not send, and its name. */
export interface Oddity {
  readonly name: string;
  readonly value: unknown;
}

/** An answer as a tree, in JSON or XML. */
export function treeOf(body: string): unknown {
  return body.startsWith('<') ? parseXML(body) : JSON.parse(body);
}

/** The ways to all values of an answer. */
export function pathsIn(value: unknown): readonly Path[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    return [['[]'], ...value.flatMap((item) => pathsIn(item).map((path) => ['[]', ...path]))];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [[name], ...pathsIn(member).map((path) => [name, ...path])]);
}

/** Returns the value at a path: in lists, that of the first item that has one. */
export function valueAt(value: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined) return value;
  if (first === '[]')
    return (Array.isArray(value) ? value : []).map((item) => valueAt(item, rest)).find((found) => found !== undefined);
  return isObject(value) && Object.hasOwn(value, first) ? valueAt(value[first], rest) : undefined;
}

/** Returns an answer with another value at a path: in lists, in the first item that has one. */
export function withValue(body: string, path: Path, value: unknown): string {
  const tree = replaced(treeOf(body), path, value);
  return body.startsWith('<') ? toXml(tree) : JSON.stringify(tree);
}

function replaced(tree: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (first === '[]') {
    const items: readonly unknown[] = Array.isArray(tree) ? tree : [];
    const index = items.findIndex((item) => valueAt(item, rest) !== undefined);
    return items.map((item, at) => (at === index ? replaced(item, rest, value) : item));
  }
  return isObject(tree) ? { ...tree, [first]: replaced(tree[first], rest, value) } : tree;
}

/** The values that cannot be where this one is. A member that is null is absent, so null is odd among items only. */
export function odditiesFor(value: unknown, path: Path, isXml: boolean): readonly Oddity[] {
  if (isXml) return isObject(value) || Array.isArray(value) ? [TEXT] : oddTexts(String(value), path);
  const inList = path.at(-1) === '[]' ? [{ name: 'null', value: null }] : [];
  if (Array.isArray(value)) return [TEXT, OBJECT, { name: 'a list of null', value: [null] }];
  if (isObject(value)) return [TEXT, LIST, ...inList];
  if (typeof value === 'boolean') return [{ name: 'a boolean as text', value: 'false' }, NUMBER, ...inList];
  // A number of seconds is a date too: AWS sends dates in either form.
  if (typeof value === 'string' && DATE.test(value)) return [...NO_DATES, OBJECT];
  if (typeof value === 'string') return [NUMBER, OBJECT, ...inList];
  if (typeof value === 'number' && value > 1e9 && value < 1e10)
    return [TEXT, { name: 'year 275761', value: 8_640_000_000_001 }, { name: 'before 1970', value: -1 }];
  return [{ name: 'a number as text', value: '5' }, OBJECT];
}

const TEXT: Oddity = { name: 'a text', value: 'odd' };
const NUMBER: Oddity = { name: 'a number', value: 5 };
const OBJECT: Oddity = { name: 'an object', value: { odd: 'odd' } };
const LIST: Oddity = { name: 'a list', value: ['odd'] };

const DATE = /^\d{4}-\d\d-\d\dT/;
const NO_DATES: readonly Oddity[] = [
  { name: 'no date', value: 'yesterday' },
  { name: 'before 1970', value: '0001-01-01T00:00:00Z' },
];

function oddTexts(text: string, path: Path): readonly Oddity[] {
  if (/^\d+$/.test(text) && path.at(-1)?.endsWith('Id') !== true) return [{ name: 'no number', value: 'NaN' }, OBJECT];
  if (/^(true|false)$/.test(text)) return [{ name: 'no boolean', value: 'maybe' }, OBJECT];
  return DATE.test(text) ? NO_DATES : [OBJECT];
}

function toXml(value: unknown): string {
  if (!isObject(value)) return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return Object.entries(value)
    .flatMap(([name, content]) =>
      (Array.isArray(content) ? content : [content]).map((each: unknown) => [name, each] as const),
    )
    .map(([name, each]) => (name === '#text' ? toXml(each) : `<${name}>${toXml(each)}</${name}>`))
    .join('');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
