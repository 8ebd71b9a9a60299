import { describe, expect, it } from '@jest/globals';
import { dossierMaker } from '../engine/dossier-maker.js';
import { evidenceGatherers } from '../engine/evidence-gatherers.js';
import { gapFinder } from '../engine/gaps.js';
import { ruleGaps } from '../engine/rule-gaps.js';
import { inventoryOf } from '../engine/inventory.fixture.js';
import { instance, NOW } from '../model/records.fixture.js';
import { defineRule } from './rule.js';
import type { Rule, RuleContext } from './rule.js';
import type { VerdictStatus } from './verdict.js';

const about = {
  id: 'demo',
  version: '1.0.0',
  title: 'Demo',
  recommended: false,
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

function messageOf(status: VerdictStatus) {
  const { text } = messages.old;
  return status === 'fail' ? ({ status, severity: 'low', text } as const) : ({ status, text } as const);
}

type Context = RuleContext<'recoveryPoints', typeof messages, { maxAge: string }>;

const inventory = inventoryOf({ resources: [instance()] });
const demo = { id: 'demo', subject: 'resource', needs } as const;
const gapsIn = ruleGaps(demo, gapFinder(inventory));
const dossier = dossierMaker(demo, evidenceGatherers(inventory), gapsIn).ofResource(instance());
const judgeBy = (rule: Rule, given: object = options.defaults) =>
  rule.prepare({ options: given, common: inventory, now: NOW })(dossier);

describe('a rule that is defined', () => {
  it.each(['pass', 'fail', 'unknown', 'notApplicable'] as const)(
    'says %s by its message, with data and evidence',
    (status) => {
      const evidence = [{ kind: 'resource', id: 'arn', text: 'seen' }] as const;
      const rule = defineRule({
        ...about,
        needs,
        messages: { old: messageOf(status) },
        options,
        judge: (context) => context[status]('old', { name: 'db', age: '3 d' }, evidence),
      });
      expect(judgeBy(rule)).toEqual({
        status,
        messageId: 'old',
        data: { name: 'db', age: '3 d' },
        evidence,
      });
    },
  );

  it('gives its judge the dossier, the options and the moment', () => {
    const rule = defineRule({
      ...about,
      needs,
      messages,
      options,
      judge: ({ dossier: { resource }, options: { maxAge }, now, fail }) =>
        fail('old', { name: `${resource.name}, ${maxAge}`, age: now }),
    });
    expect(judgeBy(rule, { maxAge: '2h' }).data).toEqual({ name: 'web, 2h', age: NOW });
  });

  it('prepares once for many subjects, by what the scan has in common', () => {
    let prepared = 0;
    const rule = defineRule({
      ...about,
      needs,
      messages,
      options,
      prepare: ({ common, now }) => ({ now, scopes: common.scopes.length, times: ++prepared }),
      judge: ({ prepared: { scopes, times }, fail }) => fail('old', { name: scopes, age: times }),
    });
    const judge = rule.prepare({ options: options.defaults, common: inventory, now: NOW });
    expect([judge(dossier), judge(dossier)].map(({ data }) => data.age)).toEqual([1, 1]);
    expect(judge(dossier).data.name).toBe(inventory.scopes.length);
  });

  it('is told by name which need is missing where it reads what it does not declare', () => {
    const read = (what: (context: { readonly dossier: object }) => unknown) =>
      defineRule({ ...about, needs, messages, options, judge: (context) => (what(context), context.pass('fine', {})) });
    const tags = read(({ dossier: given }) => Reflect.get(Reflect.get(given, 'resource') as object, 'tags'));
    const jobs = read(({ dossier: given }) => Reflect.get(given, 'copyJobs'));
    expect(() => judgeBy(tags)).toThrow('rule "demo" reads tags without needing them. Add needs: { tags: ... } to it.');
    expect(() => judgeBy(jobs)).toThrow('rule "demo" reads copyJobs without needing them.');
  });

  it('cannot be changed', () => {
    const rule = defineRule({ ...about, needs, messages, options, judge: ({ pass }) => pass('fine', {}) });
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
  const inResource: readonly (keyof Context['dossier']['resource'])[] = [
    'name',
    // @ts-expect-error: tags are evidence, which the rule does not need.
    'tags',
  ];
  const inOptions: readonly (keyof Context['options'])[] = [
    'maxAge',
    // @ts-expect-error: the options have no such field.
    'minAge',
  ];

  it('knows what a rule is given', () => {
    expect([evaluations, inDossier, inResource, inOptions].map(({ length }) => length)).toEqual([5, 2, 2, 2]);
  });

  it('refuses a definition that contradicts itself', () => {
    const rules = [
      // @ts-expect-error: a need is `all`, `enough` or `context`.
      defineRule({ ...about, needs: { vaults: 'some' }, messages, options, judge: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: there is no evidence of this kind.
      defineRule({ ...about, needs: { weather: 'all' }, messages, options, judge: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: a verdict is due in any case.
      defineRule({ ...about, needs, messages, options, judge: () => undefined }),
      defineRule({
        ...about,
        needs,
        // @ts-expect-error: severities are low, medium, high and critical.
        messages: { ...messages, bad: { status: 'fail', severity: 'urgent', text: 'Bad.' } },
        options,
        judge: ({ pass }) => pass('fine', {}),
      }),
      defineRule({
        ...about,
        needs,
        // @ts-expect-error: a failure has a severity.
        messages: { no: { status: 'fail', text: 'No.' } },
        options,
        judge: ({ fail }) => fail('no', {}),
      }),
      // @ts-expect-error: a vault has no recovery points of its own in a dossier.
      defineRule({ ...about, subject: 'vault', needs, messages, options, judge: ({ pass }) => pass('fine', {}) }),
      // @ts-expect-error: the message id is not one of this rule's.
      defineRule({ ...about, needs, messages, options, judge: ({ pass }) => pass('okay', {}) }),
    ];
    expect(rules).toHaveLength(7);
  });
});
