import { describe, expect, it } from '@jest/globals';
import { dossierMaker, evidenceGatherers } from '../engine/dossiers.js';
import { inventoryOf } from '../engine/inventory.fixture.js';
import { instance, NOW } from '../model/records.fixture.js';
import { defineRule } from './rule.js';
import type { RuleContext } from './rule.js';

const about = {
  id: 'demo',
  version: '1.0.0',
  title: 'Demo',
  severity: 'low',
  rationale: '',
  remediation: '',
  controls: [],
} as const;
const needs = { recoveryPoints: 'enough' } as const;
const messages = {
  old: { status: 'fail', severity: 'medium', text: '{name} is {age} old.' },
  fine: { status: 'pass', text: 'Fine.' },
} as const;
const options = { schema: { type: 'object' }, defaults: { maxAge: '24h' } };

type Context = RuleContext<'recoveryPoints', typeof messages, { maxAge: string }>;

const inventory = inventoryOf({ resources: [instance()] });
const dossier = dossierMaker(evidenceGatherers(inventory), ['recoveryPoints'], () => undefined)(instance());

describe('a rule that is defined', () => {
  it.each(['pass', 'fail', 'unknown', 'notApplicable'] as const)(
    'says %s by its message, with data and evidence',
    (status) => {
      const evidence = [{ kind: 'resource', id: 'arn', text: 'seen' }] as const;
      const rule = defineRule({
        ...about,
        needs,
        messages: { old: { verdict: status, text: messages.old.text } },
        options,
        evaluate: (context) => context[status]('old', { name: 'db', age: '3 d' }, evidence),
      });
      expect(rule.evaluate(dossier, options.defaults, NOW)).toEqual({
        status,
        messageId: 'old',
        data: { name: 'db', age: '3 d' },
        evidence,
      });
    },
  );

  it('gives its evaluate the dossier, the options and the moment', () => {
    const rule = defineRule({
      ...about,
      needs,
      messages,
      options,
      evaluate: ({ dossier: { resource }, options: { maxAge }, now, fail }) =>
        fail('old', { name: `${resource.name}, ${maxAge}`, age: now }),
    });
    expect(rule.evaluate(dossier, { maxAge: '2h' }, NOW).data).toEqual({ name: 'web, 2h', age: NOW });
  });

  it('cannot be changed', () => {
    const rule = defineRule({ ...about, needs, messages, options, evaluate: ({ pass }) => pass('fine', {}) });
    expect(Object.isFrozen(rule)).toBe(true);
  });
});

/** What the compiler refuses; `npm run check` compiles tests too, and an error that is expected and missing is one. */
describe('the compiler', () => {
  const evaluations: readonly ((context: Context) => unknown)[] = [
    // @ts-expect-error: no message has this id.
    ({ pass }) => pass('okay', {}),
    // @ts-expect-error: this is the message of a fail.
    ({ pass }) => pass('old', { name: 'db', age: 3 }),
    // @ts-expect-error: the message has a placeholder {age}.
    ({ fail }) => fail('old', { name: 'db' }),
    // @ts-expect-error: the message has no placeholder {colour}.
    ({ fail }) => fail('old', { name: 'db', age: 3, colour: 'red' }),
    // @ts-expect-error: a placeholder is filled with text, a number or a date.
    ({ fail }) => fail('old', { name: 'db', age: {} }),
  ];
  const inDossier: readonly (keyof Context['dossier'])[] = [
    'recoveryPoints',
    // @ts-expect-error: the rule does not need copy jobs, so its dossier has none.
    'copyJobs',
  ];
  const inHosts: readonly (keyof Context['dossier']['hosts'][number])[] = [
    'recoveryPoints',
    // @ts-expect-error: the hosts' dossiers have no more than the rule's own.
    'vaults',
  ];
  const inOptions: readonly (keyof Context['options'])[] = [
    'maxAge',
    // @ts-expect-error: the options have no such field.
    'minAge',
  ];

  it('knows what a rule is given', () => {
    expect([evaluations, inDossier, inHosts, inOptions].map(({ length }) => length)).toEqual([5, 2, 2, 2]);
  });

  it('refuses a definition that contradicts itself', () => {
    const rules = [
      // @ts-expect-error: a need is `all`, `enough` or `context`.
      defineRule({ ...about, needs: { vaults: 'some' }, messages, options, evaluate: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: there is no evidence of this kind.
      defineRule({ ...about, needs: { weather: 'all' }, messages, options, evaluate: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: a verdict is due in any case.
      defineRule({ ...about, needs, messages, options, evaluate: () => undefined }),
      // @ts-expect-error: severities are low, medium, high and critical.
      defineRule({ ...about, severity: 'urgent', needs, messages, options, evaluate: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: the message id is not one of this rule's.
      defineRule({ ...about, needs, messages, options, evaluate: ({ pass }) => pass('okay', {}) }),
    ];
    expect(rules).toHaveLength(5);
  });
});
