import { EPHEMERAL_REASONS, failuresOf, RESOURCE_TYPES, SEVERITIES } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { PRESET_NAMES } from '../presets.js';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;

const oneOrMore = (items: object): object => ({
  description: 'a text or a list of texts',
  anyOf: [items, { type: 'array', items, minItems: 1 }],
});

const record = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const match = record({
  types: {
    description: 'a resource type or a list of them',
    anyOf: [{ enum: RESOURCE_TYPES }, { type: 'array', items: { enum: RESOURCE_TYPES }, minItems: 1 }],
  },
  accounts: oneOrMore({ type: 'string', pattern: '^[0-9*]+$' }),
  regions: oneOrMore(text),
  arns: oneOrMore(text),
  tags: { type: 'object', additionalProperties: oneOrMore({ type: 'string' }) },
});

const scope = record({
  regions: {
    description: 'a list of Regions, or all',
    anyOf: [{ const: 'all' }, { type: 'array', items: text, minItems: 1 }],
  },
  roles: { ...texts, description: 'ARNs of roles, one of each account that is scanned' },
  externalId: text,
  types: { type: 'array', items: { enum: RESOURCE_TYPES }, minItems: 1 },
  include: { type: 'array', items: { enum: EPHEMERAL_REASONS } },
  exclude: { type: 'array', items: record({ match, reason: text }, ['match', 'reason']) },
});

const gate = record({
  failOn: { enum: [...SEVERITIES, 'never'] },
  allowed: record(Object.fromEntries(SEVERITIES.map((severity) => [severity, { type: 'integer', minimum: 0 }]))),
  unknown: { description: 'fail, allow or the ids of rules', anyOf: [{ enum: ['fail', 'allow'] }, texts] },
});

/**
 * The JSON Schema of a configuration file. `rules` is the schema of its rule entries: what may be said of any rule when
 * a file is read, and of each known one in the schema that is published for editors.
 */
function fileSchema(rules: object): object {
  return {
    ...record({
      $schema: { type: 'string' },
      extends: { type: 'array', items: { enum: PRESET_NAMES } },
      packs: texts,
      scope,
      rules,
      overrides: { type: 'array', items: record({ match, rules }, ['match', 'rules']) },
      waivers: texts,
      baseline: text,
      gate,
      reports: { type: 'object', additionalProperties: { type: 'object' } },
    }),
  };
}

/** By it files are validated; the entries of rules are looked at one by one when all packs are known. */
export const CONFIG_SCHEMA: object = fileSchema({ type: 'object' });

/** The schema for editors, with the options of the rules that Backproof brings with it. */
export function publishedSchema(rules: readonly Rule[]): object {
  const severity = { enum: [...SEVERITIES, 'off'] };
  const entryOf = (rule: Rule): object => ({
    description: rule.title,
    anyOf: [
      severity,
      { type: 'array', items: [severity, rule.options.schema], minItems: 1, maxItems: 2 },
      record({
        severity: { enum: SEVERITIES },
        severities: record(Object.fromEntries(Object.keys(failuresOf(rule)).map((id) => [id, { enum: SEVERITIES }]))),
        options: rule.options.schema,
      }),
    ],
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Backproof',
    ...fileSchema({ type: 'object', properties: Object.fromEntries(rules.map((rule) => [rule.id, entryOf(rule)])) }),
  };
}
