import type { OptionSchema } from '../config/option-schema.js';
import { schemaFaults } from '../model/schema-faults.js';
import type { SchemaFault } from '../model/schema-faults.js';

/** The options that a rule or a reporter has. */
export interface OptionsDeclaration<Options extends object = object> {
  /** JSON Schema (draft 07), with `additionalProperties: false`. */
  readonly schema: OptionSchema;
  readonly defaults: Options;
}

/** Options that do not fit their schema. The message names each fault. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/**
 * Returns the effective options: the given ones, and defaults for the rest. `owner`: the rule or reporter that has them.
 * Defaults are not validated: `testRule` and `testReporter` do that.
 *
 * @throws OptionsError if an option does not fit the schema
 */
export function resolveOptions<Options extends object>(
  owner: string,
  { schema, defaults }: OptionsDeclaration<Options>,
  given: object = {},
): Options {
  const options = { ...defaults, ...given };
  // To compile a schema takes longer than to judge a small estate.
  const declared = new Map<string, unknown>(Object.entries(defaults));
  const isDefault = Object.entries(given).every(([name, value]) => declared.has(name) && declared.get(name) === value);
  if (isDefault) return Object.freeze(options);
  const faults = schemaFaults(schema, options);
  if (faults.length === 0) return Object.freeze(options);
  throw new OptionsError(`options of ${owner}: ${faults.map(describeFault).join('; ')}`);
}

function describeFault({ path, message, unknown }: SchemaFault): string {
  if (path.length === 0) return `the options ${message}`;
  if (unknown?.kind !== 'field') return `${path.join('.')} ${message}`;
  const of = path.slice(0, -1).join('.');
  return `"${unknown.word}" is not an option${of === '' ? '' : ` of ${of}`}`;
}
