import type { Rule } from './rule.js';

/** Rules that belong together: what an npm package of rules exports by default. */
export interface Pack {
  readonly rules: readonly Rule[];
}

/** Declares a pack. A namespace keeps the ids of different authors apart: `acme/naming`. */
export function definePack({
  namespace,
  rules,
}: {
  readonly namespace?: string;
  readonly rules: readonly Rule[];
}): Pack {
  if (namespace === undefined) return Object.freeze({ rules });
  return Object.freeze({ rules: rules.map((rule) => Object.freeze({ ...rule, id: `${namespace}/${rule.id}` })) });
}
