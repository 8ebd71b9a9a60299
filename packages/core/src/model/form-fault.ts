import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';

/** One compiler for all schemas takes half the time of one for each. It knows a schema again by its identity. */
const COMPILER = new Ajv({ strict: true, meta: false, validateSchema: false, discriminator: true });

/**
 * The first fault of a part of a file by the schema that is derived from its type: `"state.is" must be one of available,
 * stopped`. Undefined: it has none. Files of strangers may have millions of faults, so it looks for no other one.
 *
 * @param schema - a constant: what is compiled of it is kept
 */
export function formFault(schema: object, value: unknown): string | undefined {
  const validate = COMPILER.compile(schema);
  if (validate(value)) return undefined;
  const [error] = validate.errors ?? [];
  return error === undefined ? 'has another form' : faultText(error);
}

function faultText({ instancePath, keyword, params, message = 'has another form' }: ErrorObject): string {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const { missingProperty, additionalProperty, allowedValues, allowedValue, tag, tagValue } = params as Readonly<
    Record<string, unknown>
  >;
  if (typeof missingProperty === 'string') return `${nameOf([...path, missingProperty])} is missing`;
  if (typeof additionalProperty === 'string') {
    return `${nameOf([...path, additionalProperty])} is not known to this version. Update backproof if a later version wrote it`;
  }
  if (keyword === 'discriminator' && typeof tag === 'string') {
    if (tagValue === undefined) return `${nameOf([...path, tag])} is missing`;
    return `${nameOf([...path, tag])} has the unknown value ${JSON.stringify(tagValue)}`;
  }
  if (Array.isArray(allowedValues)) return `${nameOf(path)} must be one of ${allowedValues.join(', ')}`;
  if (keyword === 'const') return `${nameOf(path)} must be ${JSON.stringify(allowedValue)}`;
  return `${nameOf(path)} ${message}`;
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? 'it' : `"${path.join('.')}"`;
}

/** @source RFC 6901 */
function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
