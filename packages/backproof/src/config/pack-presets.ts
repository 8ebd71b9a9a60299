import type { RuleSetting } from '@backproof/core';
import type { ConfigFault } from './config-error.js';
import type { LoadedPacks } from './packs.js';
import { readRuleEntries } from './rule-entry.js';

/** The presets of packs, by id, and what is wrong with them. */
interface ReadPresets {
  readonly settings: ReadonlyMap<string, ReadonlyMap<string, RuleSetting>>;
  readonly faults: readonly ConfigFault[];
}

/** Reads the presets of packs as a configuration's own entries are read. A fault is placed where the pack is listed. */
export function readPresets({ presets, rules }: Pick<LoadedPacks, 'presets' | 'rules'>): ReadPresets {
  const read = [...presets].map(([id, { preset, place }]) => {
    const { settings, faults } = readRuleEntries(
      { value: preset.rules, placeOf: () => place },
      [],
      preset.rules,
      rules,
    );
    const named = faults.map((fault) => ({ ...fault, message: `preset "${id}": ${fault.message}` }));
    return { id, settings, faults: named };
  });
  return {
    settings: new Map(read.map(({ id, settings }) => [id, settings])),
    faults: read.flatMap(({ faults }) => faults),
  };
}
