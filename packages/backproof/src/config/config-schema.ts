import { DEFAULT_GATE, EPHEMERAL_REASONS, failuresOf, RESOURCE_TYPES, SEVERITIES } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { REPORTER_IDS } from '../cli/program/reporters.js';
import { PRESET_NAMES } from '../presets.js';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;

const oneOrMore = (items: object): object => ({
  description: 'a string or a list of strings',
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
  roles: { ...texts, description: 'ARNs of roles, one for each account to scan' },
  externalId: text,
  types: { type: 'array', items: { enum: RESOURCE_TYPES }, minItems: 1 },
  include: { type: 'array', items: { enum: EPHEMERAL_REASONS } },
  exclude: { type: 'array', items: record({ match, reason: text }, ['match', 'reason']) },
});

const gate = record({
  failOn: {
    description: `open violations of this severity or higher fail the gate; default ${DEFAULT_GATE.failOn}`,
    enum: [...SEVERITIES, 'never'],
  },
  allowed: {
    ...record(Object.fromEntries(SEVERITIES.map((severity) => [severity, { type: 'integer', minimum: 0 }]))),
    description: 'up to this many open violations of a severity are allowed',
  },
  unknown: {
    description: 'fail, allow or a list of rule ids and of the kinds unread, forgotten and undecided',
    anyOf: [{ enum: ['fail', 'allow'] }, texts],
  },
});

const audit = record({
  ownerTag: { ...text, description: 'the key of the tag that names the owner of a resource' },
  systemTag: { ...text, description: 'the key of the tag that names the system that a resource belongs to' },
});

/**
 * The JSON Schema of a configuration file. `rules` is the schema of its rule entries: the same for any rule when a file
 * is read, and one for each known rule in the schema that is published for editors.
 */
function fileSchema(rules: object): object {
  return {
    ...record({
      $schema: { type: 'string' },
      extends: { type: 'array', items: { enum: PRESET_NAMES } },
      packs: texts,
      scope,
      leftovers: {
        description: 'off: read older recovery points only of resources that younger ones do not decide; default on',
        enum: ['on', 'off'],
      },
      rules,
      overrides: { type: 'array', items: record({ match, rules }, ['match', 'rules']) },
      waivers: texts,
      baseline: text,
      gate,
      audit,
      reports: {
        ...record(Object.fromEntries(REPORTER_IDS.map((id) => [id, { type: 'object' }]))),
        // Those of packs, which all have a namespace.
        patternProperties: { '^[^/]+/.': { type: 'object' } },
      },
    }),
  };
}

/** The schema that files are validated by; rule entries are validated one by one after all packs are loaded. */
export const CONFIG_SCHEMA: object = fileSchema({ type: 'object' });

/** The schema for editors, with the options of Backproof's own rules. */
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
