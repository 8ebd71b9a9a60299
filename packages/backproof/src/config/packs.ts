import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '@backproof/aws';
import type { Pack, PackPreset, PackType, Reporter, Rule } from '@backproof/core';
import { resolve as resolveImport } from 'import-meta-resolve';
import { RULES } from '../rules.js';
import type { ConfigFault, Place } from './config-error.js';
import { isRecord } from '../is-record.js';
import { messageOf } from '../message-of.js';
import { checkedPack } from './pack-parts.js';

/** Parts of packs have a namespace, but rules may go without: parts that Backproof brings with it in future have none. */
const NAMESPACED = /^[^/:]+[/:]./;

/** A pack that a configuration lists, and where. */
export interface ListedPack {
  readonly name: string;
  readonly place: Place;
}

/** A preset of a pack, and where the configuration lists the pack. */
interface PlacedPreset {
  readonly preset: PackPreset;
  readonly place: Place;
}

/** All that packs bring, by id. */
export interface PackParts {
  readonly reporters: ReadonlyMap<string, Reporter>;
  readonly types: ReadonlyMap<string, PackType>;
  /** The services that read the types, by name. */
  readonly services: ReadonlyMap<string, Service>;
  /** The modules of the packs, by their URLs: each thread that judges loads them. */
  readonly packs: readonly string[];
}

/** All rules there are and the other parts of packs, by id, and what is wrong with the packs. */
export interface LoadedPacks extends PackParts {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly presets: ReadonlyMap<string, PlacedPreset>;
  readonly faults: readonly ConfigFault[];
}

/**
 * Loads the packs that a configuration lists: npm packages or local paths, as they are found from its file. They are
 * the only code that a configuration can have run.
 */
export async function loadPacks(packs: readonly ListedPack[], configFile: string): Promise<LoadedPacks> {
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const reporters = new Map<string, Reporter>();
  const types = new Map<string, PackType>();
  const services = new Map<string, Service>();
  const presets = new Map<string, PlacedPreset>();
  const faults: ConfigFault[] = [];
  const modules: string[] = [];
  for (const { name, place } of packs) {
    try {
      const module = moduleOf(name, configFile);
      modules.push(module);
      const pack = await packOf(module);
      for (const rule of pack.rules) add(rules, 'rule', rule.id, rule);
      for (const reporter of pack.reporters) add(reporters, 'reporter', namespaced('reporter', reporter.id), reporter);
      for (const type of pack.types) add(types, 'type', type.name, type);
      for (const service of await servicesOf(pack)) {
        if (services.has(service.name)) throw new Error(`another pack has a service "${service.name}" already`);
        services.set(service.name, service);
      }
      for (const preset of pack.presets) {
        add(presets, 'preset', namespaced('preset', preset.id), { preset, place });
      }
    } catch (error) {
      const cause = messageOf(error).split('\n')[0];
      faults.push({ place, message: `cannot load the pack "${name}": ${cause ?? ''}` });
    }
  }
  return { rules, reporters, types, services, presets, faults, packs: modules };
}

/** @throws Error if there is a part of that name */
function add<Part>(parts: Map<string, Part>, kind: string, id: string, part: Part): void {
  const which = NAMESPACED.test(id) ? 'another' : 'a';
  if (parts.has(id)) throw new Error(`its ${kind} "${id}" already exists; give the pack ${which} namespace`);
  parts.set(id, part);
}

/** @throws Error if the id has no namespace */
function namespaced(kind: string, id: string): string {
  if (!NAMESPACED.test(id)) throw new Error(`its ${kind} "${id}" needs a namespace; give the pack one`);
  return id;
}

/** The code that reads AWS is loaded only if a pack has some of it. */
async function servicesOf({ services, types }: Pack): Promise<readonly Service[]> {
  if (services.length === 0 && types.length === 0) return [];
  const { packServices } = await import('@backproof/aws');
  return packServices(
    services,
    types.map(({ name }) => name),
  );
}

/** The URL of a pack's module: paths as `require` finds them, packages as `import` does, so that both kinds load. */
function moduleOf(name: string, configFile: string): string {
  if (/^[./]/.test(name) || isAbsolute(name)) return pathToFileURL(createRequire(configFile).resolve(name)).href;
  return resolveImport(name, pathToFileURL(configFile).href);
}

/** Loads the module of a pack, by its URL. @throws Error if it is not one */
export async function packOf(module: string): Promise<Pack> {
  const loaded: unknown = await import(module);
  return checkedPack(isRecord(loaded) ? loaded.default : undefined);
}
