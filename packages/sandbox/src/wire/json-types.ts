import type { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from './service-error.js';

/**
 * Checks that a JSON value has the shape of a schema. Members that the schema does not know are ignored.
 *
 * @source Smithy, AWS JSON protocols: a value of another type is not deserialized
 * @throws ServiceError if it has another
 */
export function checkJson(schema: NormalizedSchema, value: unknown): void {
  if (value === undefined || value === null) return;
  if (schema.isDocumentSchema() || schema.isUnitSchema()) return;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(value, 'List');
    for (const each of value) checkJson(schema.getValueSchema(), each);
  } else if (schema.isMapSchema()) {
    for (const each of Object.values(recordOf(value))) checkJson(schema.getValueSchema(), each);
  } else if (schema.isStructSchema()) {
    const members = new Map(Object.entries(recordOf(value)));
    for (const [name, member] of schema.structIterator()) {
      checkJson(member, members.get(member.getMergedTraits().jsonName ?? name));
    }
  } else {
    const wanted = scalarOf(schema);
    if (!wanted.types.includes(typeof value)) throw mismatch(value, wanted.name);
  }
}

function scalarOf(schema: NormalizedSchema): { readonly name: string; readonly types: readonly string[] } {
  if (schema.isBooleanSchema()) return { name: 'Boolean', types: ['boolean'] };
  if (schema.isNumericSchema()) return { name: 'Number', types: ['number'] };
  if (schema.isTimestampSchema()) return { name: 'Timestamp', types: ['number', 'string'] };
  return { name: 'String', types: ['string'] };
}

function recordOf(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mismatch(value, 'Structure or Map');
  return value;
}

function mismatch(value: unknown, wanted: string): ServiceError {
  const type = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : (typeof value).toUpperCase();
  return new ServiceError('SerializationException', `${type}_VALUE can not be converted to a ${wanted}`);
}
