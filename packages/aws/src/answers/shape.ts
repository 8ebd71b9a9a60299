import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';

/** The form that an API promises for a value, out of the SDK's own description of it. */
export type Shape =
  | { readonly kind: 'structure'; readonly members: () => readonly Member[] }
  | {
      readonly kind: 'list';
      readonly item: () => Shape;
      /** The name of an item's element in XML. */
      readonly itemName: string;
      /** Returns true if the items follow each other in XML without an element around them. */
      readonly flat: boolean;
    }
  | { readonly kind: 'map'; readonly value: () => Shape }
  | { readonly kind: 'timestamp'; readonly format: 'epoch' | 'iso' | undefined }
  | { readonly kind: 'string' | 'number' | 'boolean' | 'other' };

/** A member of a structure: its name in the API, and those that it has in an answer. */
export interface Member {
  readonly name: string;
  readonly jsonName: string;
  readonly xmlName: string;
  readonly shape: () => Shape;
}

/** Reads a description of the SDK, as far as it is needed: what a structure consists of is found out once, with the first. */
export function shapeOf(ref: $SchemaRef): Shape {
  const schema = NormalizedSchema.of(ref);
  if (schema.isStructSchema()) return { kind: 'structure', members: once(() => membersOf(schema)) };
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return {
      kind: 'list',
      item: once(() => shapeOf(item)),
      itemName: item.getMergedTraits().xmlName ?? 'member',
      flat: Boolean(schema.getMergedTraits().xmlFlattened),
    };
  }
  if (schema.isMapSchema()) return { kind: 'map', value: once(() => shapeOf(schema.getValueSchema())) };
  if (schema.isStringSchema()) return { kind: 'string' };
  if (schema.isBooleanSchema()) return { kind: 'boolean' };
  if (schema.isTimestampSchema()) return { kind: 'timestamp', format: FORMATS.get(schema.getSchema()) };
  return { kind: schema.isNumericSchema() ? 'number' : 'other' };
}

/** The formats that a description may ask for instead of the protocol's own. @source Smithy, timestampFormat */
const FORMATS = new Map<unknown, 'epoch' | 'iso'>([
  [5, 'iso'],
  [7, 'epoch'],
]);

function membersOf(schema: NormalizedSchema): readonly Member[] {
  return [...schema.structIterator()].map(([name, member]) => {
    const { jsonName = name, xmlName = name } = member.getMemberTraits();
    return { name, jsonName, xmlName, shape: once(() => shapeOf(member)) };
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
