import { describe, expect, it } from '@jest/globals';
import { instance, NOW, population, denied, table, volume } from '../model/records.fixture.js';
import { OptionsError } from '../rule/options.js';
import { defineRule } from '../rule/rule.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { ActiveRule } from './rule-settings.js';
import { metadata } from './rules.fixture.js';

/** Says by which options it judged. */
const echo = defineRule({
  ...metadata,
  id: 'echo',
  needs: {},
  messages: { judged: { status: 'fail', severity: 'medium', text: '{name} by {limit}.' } },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { limit: { type: 'number' }, other: { type: 'number' } },
    },
    defaults: { limit: 1, other: 1 },
  },
  judge: ({ dossier, options, fail }) => fail('judged', { name: dossier.resource.name, limit: options.limit }),
});

const resources = [instance({ tags: { env: 'prod' } }), volume(), table()];

function outcomesOf(active: Omit<ActiveRule, 'rule'>) {
  const inventory = inventoryOf({
    resources,
    populations: [population('tags', { of: 'DynamoDB', gap: denied })],
  });
  const tool = { name: 'backproof', version: '0.0.0' };
  const { outcomes, rules } = evaluate({ inventory, rules: [{ rule: echo, ...active }], now: NOW, tool });
  return { said: outcomes.map(({ message, severity }) => `${message} ${severity}`), outcomes, rules };
}

describe('overrides', () => {
  it('hold for the resources that they concern, and the last one that does holds whole', () => {
    const { said } = outcomesOf({
      options: { limit: 5 },
      overrides: [
        { match: { types: ['EC2', 'EBS'] }, severity: 'low', options: { other: 7 } },
        { match: { types: ['EBS'] }, severity: 'critical', options: { limit: 9 } },
      ],
    });
    expect(said).toEqual(['orders by 5. medium', 'web by 1. low', 'data by 9. critical']);
  });

  it('switch a rule off, and on again, and the run counts for how many it is off', () => {
    const off = outcomesOf({ overrides: [{ match: { types: ['EC2'] }, off: true }] });
    expect(off.said).toEqual(['orders by 1. medium', 'data by 1. medium']);
    expect(off.rules[0]?.switchedOff).toBe(1);
    const on = outcomesOf({ off: true, overrides: [{ match: { types: ['EC2'] } }] });
    expect(on.said).toEqual(['web by 1. medium']);
    expect(on.rules[0]?.switchedOff).toBe(2);
  });

  it('that turn on tags which could not be read leave the outcome unknown, at the heaviest severity', () => {
    const { outcomes } = outcomesOf({
      overrides: [{ match: { tags: { env: ['prod'] } }, severity: 'critical' }],
    });
    expect(outcomes[0]).toMatchObject({
      subject: { name: 'orders' },
      status: 'unknown',
      severity: 'critical',
      messageId: 'settings-unknown',
      message: 'Unknown: the tags of orders could not be read, so the settings that apply to it are not known.',
      gaps: [denied],
    });
    expect(outcomes.slice(1).map(({ status }) => status)).toEqual(['fail', 'fail']);
  });

  it('are found out to have wrong options before anything is judged', () => {
    expect(() => outcomesOf({ overrides: [{ match: { types: [] }, options: { limt: 3 } }] })).toThrow(OptionsError);
  });

  it('set the severity of single messages, over that of the rule', () => {
    expect(outcomesOf({ severities: { judged: 'critical' } }).said[0]).toBe('orders by 1. critical');
    expect(outcomesOf({ severity: 'low', severities: { judged: 'high' } }).said[0]).toBe('orders by 1. high');
    expect(outcomesOf({ severity: 'low' }).rules[0]).toMatchObject({ severity: 'low', severities: { judged: 'low' } });
  });

  it('cannot set the severity of what is not a failure', () => {
    expect(() => outcomesOf({ severities: { jugded: 'low' } })).toThrow(
      'severities of rule "echo": "jugded" is not one of its failures: judged',
    );
  });
});
