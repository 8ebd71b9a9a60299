import { createRequire } from 'node:module';
import type * as AjvPackage from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';

/** One way in which a value does not fit its schema. */
export interface SchemaFault {
  /** From the value's root to what is wrong. */
  readonly path: readonly string[];
  /** The fault, to be read after the name: `must be boolean`. */
  readonly message: string;
  /** A field that the schema does not have, or a value that is none of those it allows; and those that there are. */
  readonly unknown?: { readonly kind: 'field' | 'value'; readonly word: string; readonly known: readonly string[] };
}

const VALIDATORS = new WeakMap<object, ValidateFunction>();

/** Everything in which a value does not fit a JSON Schema (draft 07). A schema is compiled once. */
export function schemaFaults(schema: object, value: unknown): readonly SchemaFault[] {
  const validate = VALIDATORS.get(schema) ?? compile(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const choices = [
    ...new Set(errors.flatMap(({ keyword, schemaPath }) => (keyword === 'anyOf' ? `${schemaPath}/` : []))),
  ];
  // What is said of each alternative by itself says less than the choice as a whole.
  return errors.filter(({ schemaPath }) => !choices.some((choice) => schemaPath.startsWith(choice))).map(faultOf);
}

/** The compiler is loaded here: it is slow to load, most commands have no options to validate, and this cannot wait. */
function compile(schema: object): ValidateFunction {
  // Strict mode refuses a schema that is wrong; to validate it against its meta-schema too takes longer than all else.
  // The code of a validator that runs once or twice is not worth optimizing.
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof AjvPackage;
  const settings = { allErrors: true, strict: true, meta: false, validateSchema: false, verbose: true };
  const validate = new Ajv({ ...settings, code: { optimize: false } }).compile(schema);
  VALIDATORS.set(schema, validate);
  return validate;
}

function faultOf({
  instancePath,
  keyword,
  message = 'does not fit',
  params,
  data,
  parentSchema,
}: ErrorObject): SchemaFault {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const extra: unknown = params.additionalProperty;
  if (typeof extra === 'string') {
    const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
    return { path: [...path, extra], message: 'is not known', unknown: { kind: 'field', word: extra, known } };
  }
  if (keyword === 'enum' && typeof data === 'string') {
    const allowed = (params.allowedValues as readonly unknown[]).filter((word) => typeof word === 'string');
    return { path, message: `must be ${oneOf(allowed)}`, unknown: { kind: 'value', word: data, known: allowed } };
  }
  if (keyword === 'anyOf' && typeof parentSchema?.description === 'string') {
    return { path, message: `must be ${parentSchema.description}` };
  }
  return { path, message };
}

/** `a, b or c` */
function oneOf(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');
}

/** @source RFC 6901 */
function unescapePointer(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
