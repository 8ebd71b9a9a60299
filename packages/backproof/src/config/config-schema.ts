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

const matchOf = (type: object): object =>
  record({
    types: {
      description: 'a resource type or a list of them',
      anyOf: [type, { type: 'array', items: type, minItems: 1 }],
    },
    accounts: oneOrMore({ type: 'string', pattern: '^[0-9*]+$' }),
    regions: oneOrMore(text),
    arns: oneOrMore(text),
    tags: { type: 'object', additionalProperties: oneOrMore({ type: 'string' }) },
  });

const scopeOf = (type: object, match: object): object =>
  record({
    regions: {
      description: 'a list of Regions, or all',
      anyOf: [{ const: 'all' }, { type: 'array', items: text, minItems: 1 }],
    },
    roles: { ...texts, description: 'ARNs of roles, one for each account to scan' },
    externalId: text,
    types: { type: 'array', items: type, minItems: 1 },
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

/** The names that packs add to those that a configuration may use. */
interface NamesOfPacks {
  /** The schemas of what `extends` may name. */
  readonly presets: object;
  /** The schema of the name of a type. */
  readonly type: object;
}

/**
 * The JSON Schema of a configuration file. `rules` is the schema of its rule entries: the same for any rule when a file
 * is read, and one for each known rule in the schema that is published for editors.
 */
function fileSchema(rules: object, { presets, type }: NamesOfPacks): object {
  const match = matchOf(type);
  return {
    ...record({
      $schema: { type: 'string' },
      extends: { type: 'array', items: presets },
      packs: texts,
      scope: scopeOf(type, match),
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

/**
 * The schema that files are validated by, once their packs are loaded; rule entries are validated one by one.
 *
 * @param ofPacks - the names of the presets and the types of packs
 */
export function configSchema(ofPacks: Readonly<Record<'presets' | 'types', Iterable<string>>>): object {
  return fileSchema(
    { type: 'object' },
    {
      presets: { enum: [...PRESET_NAMES, ...ofPacks.presets] },
      type: { enum: [...RESOURCE_TYPES, ...ofPacks.types] },
    },
  );
}

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
    ...fileSchema(
      { type: 'object', properties: Object.fromEntries(rules.map((rule) => [rule.id, entryOf(rule)])) },
      {
        presets: { anyOf: [{ enum: PRESET_NAMES }, { type: 'string', pattern: '^[^/]+/.' }] },
        type: { anyOf: [{ enum: RESOURCE_TYPES }, { type: 'string', pattern: '^[^:]+:.' }] },
      },
    ),
  };
}
