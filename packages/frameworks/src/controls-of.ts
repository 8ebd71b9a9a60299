import type { RuleMetadata } from '@backproof/core';
import type { Control, ControlFramework } from './control-framework.js';

/** The parts of a rule, or of its record in a run, that name the controls it supports. */
export type SupportingRule = Pick<RuleMetadata, 'id' | 'controls'>;

/** A control with the rules that support it; none where it is beyond them. */
export interface SupportedControl<R extends SupportingRule = SupportingRule> {
  readonly control: Control;
  readonly rules: readonly R[];
}

/** The control's name in the `controls` of rules: `iso27001-2022/A.8.13`. */
export function controlName(framework: Pick<ControlFramework, 'id'>, control: Pick<Control, 'id'>): string {
  return `${framework.id}/${control.id}`;
}

/** The controls of a framework, each with those of the rules that say they support it. */
export function controlsOf<R extends SupportingRule>(
  framework: ControlFramework,
  rules: readonly R[],
): readonly SupportedControl<R>[] {
  return framework.controls.map((control) => {
    const name = controlName(framework, control);
    return { control, rules: rules.filter(({ controls }) => controls.includes(name)) };
  });
}

/** The rules that support at least one control of a framework: what to judge by for its sake. */
export function presetRules<R extends SupportingRule>(framework: ControlFramework, rules: readonly R[]): readonly R[] {
  const names = new Set(framework.controls.map((control) => controlName(framework, control)));
  return rules.filter(({ controls }) => controls.some((name) => names.has(name)));
}
