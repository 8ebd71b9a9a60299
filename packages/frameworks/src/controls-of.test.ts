import { describe, expect, it } from '@jest/globals';
import { controlsOf, presetRules } from './controls-of.js';
import { framework } from './run.fixture.js';

const backup = { id: 'backup', controls: ['acme-2026/1', 'other/1'] };
const copy = { id: 'copy', controls: ['acme-2026/1'] };
const restore = { id: 'restore', controls: ['acme-2026/2', 'acme-2025/3'] };
const stranger = { id: 'stranger', controls: ['other/3', 'acme-2026/31'] };
const rules = [backup, copy, restore, stranger];

describe('controlsOf', () => {
  it('gives each control with the rules that name it, in the order of both', () => {
    expect(controlsOf(framework, rules).map(({ control, rules: named }) => [control.id, named])).toEqual([
      ['1', [backup, copy]],
      ['2', [restore]],
      ['3', []],
    ]);
  });
});

describe('presetRules', () => {
  it('gives the rules that support a control of the framework, each once', () => {
    expect(presetRules(framework, rules)).toEqual([backup, copy, restore]);
  });

  it('gives none where no rule speaks to it', () => {
    expect(presetRules(framework, [stranger])).toEqual([]);
  });
});
