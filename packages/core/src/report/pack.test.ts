import { expect, it } from '@jest/globals';
import { defineType } from '../model/pack-type.js';
import { definePack } from './pack.js';
import { defineRule } from '../rule/rule.js';
import { defineReporter } from './reporter.js';

const rule = defineRule({
  id: 'naming',
  version: '1.0.0',
  title: 'Names',
  recommended: false,
  rationale: '',
  remediation: '',
  controls: [],
  needs: {},
  messages: { ok: { status: 'pass', text: 'Fine.' } },
  options: { schema: { type: 'object' }, defaults: {} },
  judge: ({ pass }) => pass('ok', {}),
});

it('a pack without a namespace holds its rules as they are', () => {
  expect(definePack({ rules: [rule] }).rules).toEqual([rule]);
});

it('a namespace keeps the ids of different authors apart and changes nothing else', () => {
  const [named] = definePack({ namespace: 'acme', rules: [rule] }).rules;
  expect(named).toEqual({ ...rule, id: 'acme/naming' });
  expect(rule.id).toBe('naming');
});

it('a reporter has the namespace too, and writes as before', () => {
  const options = { schema: { type: 'object' }, defaults: {} };
  const lines = ['a', 'b'];
  const chat = defineReporter({ id: 'chat', extension: '.txt', mediaType: 'text/plain', options, render: () => lines });
  const [named] = definePack({ namespace: 'acme', reporters: [chat] }).reporters;
  expect(named).toEqual({ ...chat, id: 'acme/chat' });
});

it('its types have its namespace', () => {
  const cache = defineType({ name: 'acme:cache', label: { one: 'cache', many: 'caches' } });
  expect(definePack({ namespace: 'acme', types: [cache] }).types).toEqual([cache]);
  expect(() => definePack({ namespace: 'other', types: [cache] })).toThrow('has not the namespace "other"');
  expect(() => defineType({ ...cache, name: 'acme:Cache' })).toThrow('Write it like acme:elasticache-cluster');
});

it('packs and their rules cannot be changed', () => {
  const pack = definePack({ namespace: 'acme', rules: [rule] });
  expect([pack, pack.rules[0]].map(Object.isFrozen)).toEqual([true, true]);
});
