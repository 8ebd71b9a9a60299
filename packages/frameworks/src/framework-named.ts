import { FRAMEWORKS } from './catalogue/index.js';
import type { ControlFramework } from './control-framework.js';

/** The framework of this id (`iso27001-2022`) or alias (`iso27001`), if Backproof knows it. */
export function frameworkNamed(name: string): ControlFramework | undefined {
  return FRAMEWORKS.find(({ id, alias }) => name === id || name === alias);
}
