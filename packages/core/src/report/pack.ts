import type { Rule } from '../rule/rule.js';
import type { Reporter } from './reporter.js';

/** Rules and reporters that belong together: the default export of an npm package of them. */
export interface Pack {
  readonly rules: readonly Rule[];
  readonly reporters: readonly Reporter[];
}

/** A pack as its author writes it. */
export interface PackDefinition {
  readonly namespace?: string;
  readonly rules?: readonly Rule[];
  readonly reporters?: readonly Reporter[];
}

/** Declares a pack. A namespace keeps the ids of different authors apart: `acme/naming`, `acme/chat`. */
export function definePack({ namespace, rules = [], reporters = [] }: PackDefinition): Pack {
  const named = <Part extends { readonly id: string }>(part: Part): Part =>
    namespace === undefined ? part : Object.freeze({ ...part, id: `${namespace}/${part.id}` });
  return Object.freeze({ rules: rules.map(named), reporters: reporters.map(named) });
}
