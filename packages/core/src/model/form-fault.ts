import {
  anyOf,
  anything,
  byTag,
  kindOf,
  listOf,
  nothing,
  numberWithin,
  objectWith,
  oneOfWords,
  textLike,
} from './form-check.js';
import type { Check } from './form-check.js';
import type { Definitions, FormSchema } from './form-schema.js';

/**
 * The first fault of a part of a file by the schema that is derived from its type: `"state.is" must be one of available,
 * stopped`. Undefined: it has none. Files of strangers may have millions of faults, so it looks for no other one.
 *
 * @param schema - a constant: what is made of it is kept
 */
export function formFault(schema: FormSchema, value: unknown): string | undefined {
  const fault = checkOf(schema)(value);
  if (fault === undefined) return undefined;
  return `${fault.path.length === 0 ? 'it' : `"${fault.path.join('.')}"`} ${fault.words}`;
}

const CHECKS = new WeakMap<FormSchema, Check>();

function checkOf(schema: FormSchema): Check {
  const known = CHECKS.get(schema);
  if (known !== undefined) return known;
  const made = checkMaker(schema.definitions ?? {})(schema);
  CHECKS.set(schema, made);
  return made;
}

/** Makes the checks of schemas that share their definitions. */
function checkMaker(definitions: Definitions): (schema: FormSchema) => Check {
  const named = new Map<string, Check>();
  return make;

  function make(schema: FormSchema): Check {
    const { type, pattern, items, discriminator } = schema;
    if (schema.$ref !== undefined) return referred(schema.$ref.replace('#/definitions/', ''));
    if (schema.not !== undefined) return nothing;
    if (schema.const !== undefined) return oneOfWords([schema.const]);
    if (schema.enum !== undefined) return oneOfWords(schema.enum);
    if (schema.anyOf !== undefined) return anyOf(schema.anyOf.map(make));
    if (discriminator !== undefined) return tagged(discriminator.propertyName, schema.oneOf ?? []);
    if (type === 'object') return object(schema);
    if (type === 'array') return listOf(items === undefined ? anything : make(items), schema.minItems);
    if (type === 'number') return numberWithin(schema.minimum, schema.maximum);
    if (type === 'string' && pattern !== undefined) return textLike(pattern);
    return type === undefined ? anything : kindOf(type);
  }

  /** The check of a type that has a name is made when it is first used: the type may contain itself. */
  function referred(name: string): Check {
    const schema = definitions[name];
    if (schema === undefined) throw new Error(`the schema of ${name} is missing`);
    return (value) => {
      const check = named.get(name) ?? make(schema);
      named.set(name, check);
      return check(value);
    };
  }

  function object({ properties = {}, required = [], additionalProperties = {} }: FormSchema): Check {
    const checks = Object.entries(properties).map(([name, schema]) => [name, make(schema)] as const);
    return objectWith(
      new Map(checks),
      required,
      additionalProperties === false ? undefined : make(additionalProperties),
    );
  }

  function tagged(tag: string, alternatives: readonly FormSchema[]): Check {
    const checks = alternatives.flatMap((schema) => {
      const check = make(schema);
      return wordsOf(schema.properties?.[tag]).map((word) => [word, check] as const);
    });
    return byTag(tag, new Map(checks));
  }
}

function wordsOf({ const: word, enum: words = [] }: FormSchema = {}): readonly unknown[] {
  return word === undefined ? words : [word];
}
