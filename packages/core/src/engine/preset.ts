import type { Rule } from '../rule/rule.js';
import type { ActiveRule } from './rule-settings.js';

/**
 * Named ways to judge by a set of rules, of those that ask to be recommended. `recommended` has each as it comes; `strict` has each with the options
 * that it asks for where a loss would be hard to bear.
 */
export const PRESETS = ['recommended', 'strict'] as const;

export type Preset = (typeof PRESETS)[number];

/** These rules as a preset has them. */
export function presetOf(preset: Preset, rules: readonly Rule[]): readonly ActiveRule[] {
  return rules
    .filter(({ recommended }) => recommended)
    .map((rule) => ({ rule, options: preset === 'strict' ? (rule.options.strict ?? {}) : {} }));
}
