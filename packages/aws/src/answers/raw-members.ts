import type { Instant } from '@backproof/core';
import { MalformedFieldError } from '../required.js';
import type { JsonObject } from './json-object.js';
import { isMoment } from './moments.js';
import { formOf, jsonWire } from './wire.js';

const WIRE = jsonWire(true);
const EPOCH = { kind: 'timestamp', format: undefined } as const;
const NONE: JsonObject = {};

/**
 * Reads the members of structures that were left as JSON, by the rules that hold for all other answers: null is absent,
 * and a value of another form than its API promises is an error.
 *
 * @throws MalformedFieldError
 */
export function rawMembers(operation: string) {
  function member<Value>(
    fields: JsonObject,
    name: string,
    wanted: string,
    read: (value: unknown) => Value | undefined,
  ) {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    const good = read(value);
    if (good === undefined) throw new MalformedFieldError(operation, name, `${formOf(value)} instead of ${wanted}`);
    return good;
  }
  return {
    structure: (fields: JsonObject, name: string) => member(fields, name, 'an object', WIRE.structure) ?? NONE,
    string: (fields: JsonObject, name: string) => member(fields, name, 'a string', WIRE.string),
    number: (fields: JsonObject, name: string) => member(fields, name, 'a number', WIRE.number),
    boolean: (fields: JsonObject, name: string) => member(fields, name, 'true or false', WIRE.boolean),
    instant: (fields: JsonObject, name: string) => member(fields, name, 'a date', instantOf),
    list: (fields: JsonObject, name: string) => member(fields, name, 'a list', listOf) ?? [],
  };
}

function instantOf(value: unknown): Instant | undefined {
  const moment = WIRE.timestamp(value, EPOCH);
  return moment !== undefined && isMoment(moment) ? moment : undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
