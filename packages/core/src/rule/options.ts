import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import type { Rule } from './rule.js';

/** Options that do not fit the rule's schema. The message names each fault. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/** The options that hold: what is given, over the rule's defaults. @throws OptionsError */
export function resolveOptions(rule: Rule, given: object = {}): object {
  const options = { ...rule.options.defaults, ...given };
  // Strict mode refuses a schema that is wrong; to validate it against its meta-schema too takes longer than all else.
  const validate = new Ajv({ allErrors: true, strict: true, validateSchema: false }).compile(rule.options.schema);
  if (validate(options)) return Object.freeze(options);
  const faults = (validate.errors ?? []).map(describeFault).join('; ');
  throw new OptionsError(`options of rule "${rule.id}": ${faults}`);
}

function describeFault({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath.slice(1).replaceAll('/', '.');
  const extra: unknown = params.additionalProperty;
  if (typeof extra === 'string') return `"${extra}" is no option${where === '' ? '' : ` of ${where}`}`;
  return `${where === '' ? 'the options' : where} ${message ?? 'do not fit'}`;
}
