import { schemaFaults } from '@backproof/core';
import type { Rule } from '@backproof/core';

/** The requirements on a rule's metadata, from which documentation and reports are generated; each with its violations, in words. */
export const RULE_CHECKS: Readonly<Record<string, (rule: Rule) => readonly string[]>> = {
  'the rule says what it asks for, why and what to do': ({ controls, ...metadata }) => [
    ...FIELDS.filter((field) => !FORMS[field].test(metadata[field])).map(
      (field) => `its ${field} is "${metadata[field]}"`,
    ),
    ...controls.filter((control) => !CONTROL.test(control)).map((control) => `one of its controls is "${control}"`),
  ],

  'every option is described, and rejects invalid values': ({ options: { schema, defaults } }) => {
    const takes = (given: object): boolean => schemaFaults(schema, { ...defaults, ...given }).length === 0;
    const options = schema.properties ?? {};
    const names = Object.keys(options);
    return [
      ...(takes({}) ? [] : ['its defaults do not fit its schema']),
      ...(takes({ [NO_OPTION]: 1 }) ? ['its schema takes options that it does not have'] : []),
      ...names.filter((name) => takes({ [name]: NO_JSON })).map((name) => `its option "${name}" takes anything`),
      ...names.filter((name) => !options[name]?.description).map((name) => `its option "${name}" has no description`),
    ];
  },
};

const WORDS = /\S/;

const FORMS = {
  id: /^[a-z]+(-[a-z]+)*$/,
  version: /^\d+\.\d+\.\d+$/,
  title: WORDS,
  rationale: WORDS,
  remediation: WORDS,
} as const;

const FIELDS = Object.keys(FORMS) as readonly (keyof typeof FORMS)[];

/** A framework, and what it calls the control: `soc2/A1.2`. */
const CONTROL = /^[^/]+\/.+$/;

const NO_OPTION = 'no option has this name';

/** No schema of JSON values takes it, but one that takes anything. */
const NO_JSON = Symbol('no JSON value');
