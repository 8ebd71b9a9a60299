import { PRESETS, presetOf } from '@backproof/core';
import type { ActiveRule, Rule } from '@backproof/core';
import { frameworkNamed, FRAMEWORKS, presetRules } from '@backproof/frameworks';
import { THREE_TWO_ONE, threeTwoOne } from './three-two-one.js';

/** Every name that a configuration may extend: the presets, and the frameworks by what users call them. */
export const PRESET_NAMES: readonly string[] = [...PRESETS, THREE_TWO_ONE, ...FRAMEWORKS.map(({ alias }) => alias)];

/** The rules of a preset, as it has them: of a framework, those that support one of its controls, by their defaults. */
export function presetNamed(name: string, rules: readonly Rule[]): readonly ActiveRule[] {
  const preset = PRESETS.find((each) => each === name);
  if (preset !== undefined) return presetOf(preset, rules);
  if (name === THREE_TWO_ONE) return threeTwoOne(rules);
  const framework = frameworkNamed(name);
  return framework === undefined ? [] : presetOf('recommended', presetRules(framework, rules));
}
