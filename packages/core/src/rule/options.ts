import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';

/** The options that a rule or a reporter has. */
export interface OptionsDeclaration<Options extends object = object> {
  /** JSON Schema (draft 07), with `additionalProperties: false`. */
  readonly schema: object;
  readonly defaults: Options;
}

/** Options that do not fit their schema. The message names each fault. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/** The options that hold: what is given, over the defaults. `owner` is whose options they are. @throws OptionsError */
export function resolveOptions<Options extends object>(
  owner: string,
  { schema, defaults }: OptionsDeclaration<Options>,
  given: object = {},
): Options {
  const options = { ...defaults, ...given };
  // Strict mode refuses a schema that is wrong; to validate it against its meta-schema too takes longer than all else.
  const validate = new Ajv({ allErrors: true, strict: true, validateSchema: false }).compile(schema);
  if (validate(options)) return Object.freeze(options);
  const faults = (validate.errors ?? []).map(describeFault).join('; ');
  throw new OptionsError(`options of ${owner}: ${faults}`);
}

function describeFault({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  const extra: unknown = params.additionalProperty;
  if (typeof extra === 'string') return `"${extra}" is no option${where === '' ? '' : ` of ${where}`}`;
  return `${where === '' ? 'the options' : where} ${message ?? 'do not fit'}`;
}
