import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pack, Reporter, Rule } from '@backproof/core';
import { resolve as resolveImport } from 'import-meta-resolve';
import { RULES } from '../rules.js';
import type { ConfigFault, Place } from './config-error.js';
import { messageOf } from '../message-of.js';
import { isRecord } from '../is-record.js';

/** A reporter of a pack has a namespace: reporters that Backproof brings with it in future have none. */
const NAMESPACED = /^[^/]+\/./;

/** A pack that a configuration lists, and where. */
export interface ListedPack {
  readonly name: string;
  readonly place: Place;
}

/** All rules there are and the reporters of packs, by id, and what is wrong with the packs. */
export interface LoadedPacks {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly reporters: ReadonlyMap<string, Reporter>;
  readonly faults: readonly ConfigFault[];
  /** The modules of the packs, by their URLs: each thread that judges loads them. */
  readonly packs: readonly string[];
}

/**
 * Loads the packs that a configuration lists: npm packages or local paths, as they are found from its file. They are
 * the only code that a configuration can have run.
 */
export async function loadPacks(packs: readonly ListedPack[], configFile: string): Promise<LoadedPacks> {
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const reporters = new Map<string, Reporter>();
  const faults: ConfigFault[] = [];
  const modules: string[] = [];
  for (const { name, place } of packs) {
    try {
      const module = moduleOf(name, configFile);
      modules.push(module);
      const pack = await packOf(module);
      for (const rule of pack.rules) {
        if (rules.has(rule.id)) throw new Error(`its rule "${rule.id}" already exists; give the pack a namespace`);
        rules.set(rule.id, rule);
      }
      for (const reporter of pack.reporters) {
        const { id } = reporter;
        if (!NAMESPACED.test(id)) throw new Error(`its reporter "${id}" needs a namespace; give the pack one`);
        if (reporters.has(id)) throw new Error(`its reporter "${id}" already exists; give the pack another namespace`);
        reporters.set(id, reporter);
      }
    } catch (error) {
      const cause = messageOf(error).split('\n')[0];
      faults.push({ place, message: `cannot load the pack "${name}": ${cause ?? ''}` });
    }
  }
  return { rules, reporters, faults, packs: modules };
}

/** The URL of a pack's module: paths as `require` finds them, packages as `import` does, so that both kinds load. */
function moduleOf(name: string, configFile: string): string {
  if (/^[./]/.test(name) || isAbsolute(name)) return pathToFileURL(createRequire(configFile).resolve(name)).href;
  return resolveImport(name, pathToFileURL(configFile).href);
}

/** Loads the module of a pack, by its URL. @throws Error if it is not one */
export async function packOf(module: string): Promise<Pack> {
  const loaded: unknown = await import(module);
  const pack = isRecord(loaded) ? loaded.default : undefined;
  if (!isRecord(pack) || !Array.isArray(pack.rules))
    throw new Error('its default export was not created with definePack()');
  // Packs that were made with an earlier version have no reporters.
  const { rules, reporters = [] } = pack as { rules: readonly unknown[]; reporters?: unknown };
  if (!Array.isArray(reporters)) throw new Error('its default export was not created with definePack()');
  return { rules: rules.map(checkedRule), reporters: (reporters as readonly unknown[]).map(checkedReporter) };
}

/** The boundary at which a stranger's reporter is taken for what it says it is; `defineReporter` made it. */
function checkedReporter(value: unknown): Reporter {
  const isReporter =
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.render === 'function' &&
    isRecord(value.options) &&
    isRecord(value.options.schema);
  if (!isReporter) throw new Error('one of its reporters was not created with defineReporter()');
  return value as unknown as Reporter;
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
