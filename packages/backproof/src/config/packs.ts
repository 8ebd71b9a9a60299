import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Rule } from '@backproof/core';
import { RULES } from '../rules.js';
import type { ConfigFault, Place } from './config-error.js';
import { messageOf } from '../message-of.js';
import { isRecord } from '../is-record.js';

/** A pack that a configuration lists, and where. */
export interface ListedPack {
  readonly name: string;
  readonly place: Place;
}

/** All rules there are, by id, and what is wrong with the packs. */
export interface LoadedRules {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly faults: readonly ConfigFault[];
  /** The modules of the packs, by their URLs: each thread that judges loads them. */
  readonly packs: readonly string[];
}

/**
 * Loads the packs that a configuration lists: npm packages or local paths, as they are found from its file. They are
 * the only code that a configuration can have run.
 */
export async function loadPacks(packs: readonly ListedPack[], configFile: string): Promise<LoadedRules> {
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const faults: ConfigFault[] = [];
  const modules: string[] = [];
  for (const { name, place } of packs) {
    try {
      const module = pathToFileURL(createRequire(configFile).resolve(name)).href;
      modules.push(module);
      for (const rule of await rulesOfPack(module)) {
        if (rules.has(rule.id)) throw new Error(`its rule "${rule.id}" already exists; give the pack a namespace`);
        rules.set(rule.id, rule);
      }
    } catch (error) {
      const cause = messageOf(error).split('\n')[0];
      faults.push({ place, message: `cannot load the pack "${name}": ${cause ?? ''}` });
    }
  }
  return { rules, faults, packs: modules };
}

/** Loads the module of a pack, by its URL. @throws Error if it is not one */
export async function rulesOfPack(module: string): Promise<readonly Rule[]> {
  const loaded: unknown = await import(module);
  const pack = isRecord(loaded) ? loaded.default : undefined;
  if (!isRecord(pack) || !Array.isArray(pack.rules))
    throw new Error('its default export was not created with definePack()');
  return (pack.rules as readonly unknown[]).map(checkedRule);
}

/** The boundary at which a stranger's rule is taken for what it says it is; `defineRule` made it, or it will not work. */
function checkedRule(value: unknown): Rule {
  const isRule =
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.prepare === 'function' &&
    typeof value.relations === 'function' &&
    typeof value.nativeRestoresWithin === 'function' &&
    typeof value.horizon === 'function' &&
    isRecord(value.messages) &&
    isRecord(value.needs) &&
    isRecord(value.options) &&
    isRecord(value.options.schema);
  if (!isRule) throw new Error('one of its rules was not created with defineRule()');
  return value as unknown as Rule;
}
