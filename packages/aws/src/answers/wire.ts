import { isJsonObject } from './json-object.js';
import type { JsonObject } from './json-object.js';
import type { Member, Shape } from './shape.js';

/** A value of an answer cannot be what its API promises. */
export class Malformed {
  /** The member that it is about, from where it is read: `Conditions.StringEquals`. */
  readonly member: string;
  /** Its form, in words: `a string instead of a date`. */
  readonly form: string;

  constructor(member: string, form: string) {
    this.member = member;
    this.form = form;
  }

  /** The same, seen from the structure that the value is in. */
  within(member: string): Malformed {
    return new Malformed(this.member === '' ? member : `${member}.${this.member}`, this.form);
  }
}

type List = Extract<Shape, { kind: 'list' }>;
type Timestamp = Extract<Shape, { kind: 'timestamp' }>;

/** The way in which a protocol writes values. Each function returns undefined for what is no such value. */
export interface Wire {
  readonly nameOf: (member: Member) => string;
  readonly structure: (value: unknown) => JsonObject | undefined;
  readonly items: (value: unknown, list: List) => readonly unknown[] | undefined;
  readonly string: (value: unknown) => string | undefined;
  readonly number: (value: unknown) => number | undefined;
  readonly boolean: (value: unknown) => boolean | undefined;
  /** Milliseconds since 1970, whether or not there is such a date. */
  readonly timestamp: (value: unknown, shape: Timestamp) => number | undefined;
}

/** @param named - true if the protocol may name a member otherwise than its API does */
export function jsonWire(named: boolean): Wire {
  return {
    nameOf: ({ name, jsonName }) => (named ? jsonName : name),
    structure: (value) => (isJsonObject(value) ? value : undefined),
    items: (value) => (Array.isArray(value) ? value : undefined),
    string: (value) => (typeof value === 'string' ? value : undefined),
    number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
    boolean: (value) => (typeof value === 'boolean' ? value : undefined),
    timestamp: (value, { format }) => {
      if (typeof value === 'number') return Math.round(value * 1000);
      if (typeof value !== 'string') return undefined;
      return format === 'iso' ? isoMoment(value) : epochMoment(value);
    },
  };
}

/** As the SDK's parser hands it on: an element is its text, or an object of its children and attributes. */
export const XML_WIRE: Wire = {
  nameOf: ({ xmlName }) => xmlName,
  structure: (value) => {
    if (value === '') return {};
    return isJsonObject(value) && !isText(value['#text']) ? value : undefined;
  },
  items: (value, { flat, itemName }) => {
    if (flat) return listOf(value);
    if (value === '') return [];
    if (!isJsonObject(value) || isText(value['#text'])) return undefined;
    if (value[itemName] !== undefined) return listOf(value[itemName]);
    return Object.keys(value).every((name) => name.startsWith('xmlns')) ? [] : undefined;
  },
  string: textOf,
  number: (value) => {
    const text = textOf(value)?.trim();
    const number = text === undefined || text === '' ? NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  },
  boolean: (value) => BOOLEANS.get(textOf(value)?.trim().toLowerCase()),
  timestamp: (value, { format }) => {
    const text = textOf(value);
    if (text === undefined) return undefined;
    return format === 'epoch' ? epochMoment(text) : isoMoment(text);
  },
};

const BOOLEANS: ReadonlyMap<string | undefined, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Returns the value as an object; undefined if it is a list or none. */
/** An element with attributes holds its text beside them. */
function textOf(value: unknown): string | undefined {
  const text = isJsonObject(value) ? value['#text'] : value;
  return typeof text === 'string' ? text : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function epochMoment(text: string): number | undefined {
  return /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
}

function isoMoment(text: string): number | undefined {
  const isIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[-+]\d{2}:?\d{2})$/i.test(text);
  return isIso ? Date.parse(text) : undefined;
}

/** The form of a value, in words. */
export function formOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value === 'string' ? 'a text' : 'an object';
}
