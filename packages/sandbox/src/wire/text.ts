import type { NormalizedSchema } from '@smithy/core/schema';
import { ServiceError } from './service-error.js';

/**
 * The value of a member that came as text, in a path, a query or a form. Times come as RFC 3339 or as epoch seconds.
 *
 * @throws ServiceError if the text is not a value of the member's type
 */
export function valueOfText(schema: NormalizedSchema, text: string): string | number | boolean | Date {
  if (schema.isBooleanSchema()) return text.toLowerCase() === 'true';
  if (schema.isNumericSchema()) return definite(Number(text), text);
  if (schema.isTimestampSchema()) return timeOfText(text);
  return text;
}

function timeOfText(text: string): Date {
  const epochSeconds = Number(text);
  const time = Number.isNaN(epochSeconds) ? Date.parse(text) : epochSeconds * 1000;
  return new Date(definite(time, text));
}

function definite(value: number, text: string): number {
  if (Number.isNaN(value)) throw new ServiceError('SerializationException', `"${text}" is not of the expected type`);
  return value;
}
