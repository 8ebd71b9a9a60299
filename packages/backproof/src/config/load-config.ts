import { dirname, relative } from 'node:path';
import type { Config } from './config.js';
import { ConfigError } from './config-error.js';
import type { ConfigFault } from './config-error.js';
import { configSchema } from './config-schema.js';
import { loadPacks } from './packs.js';
import { namesOfPacks, skippedFaults } from './names-of-packs.js';
import { readPresets } from './pack-presets.js';
import { readRuleEntries } from './rule-entry.js';
import { loadWaivers } from './waivers.js';
import { parseYaml, yamlFaults } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';
import { isRecord } from '../is-record.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';

/**
 * The decision on packs, which run code: all are loaded, none is, or a file that lists some is refused because of what it is.
 */
export type PackPolicy = 'load' | 'skip' | { readonly refusedBecause: string };

/**
 * Reads a configuration file, the packs that it lists and the waivers that it names.
 * @throws ConfigError if the file cannot be read or has faults; it has the first of them, whatever part they are in
 */
export async function loadConfig(path: string, policy: PackPolicy = 'load'): Promise<Config> {
  const source = parseYaml(relative('.', path), await textOf(path));
  const { packs, rules: ruleEntries, overrides, waivers: waiverFiles } = wellFormedParts(source.value);
  if (typeof policy === 'object' && packs.length > 0) throw new ConfigError([refusal(source, policy.refusedBecause)]);
  const listed = packs.map((name, index) => ({ name, place: source.placeOf(['packs', index]) }));
  const loaded = await loadPacks(policy === 'load' ? listed : [], path);
  // The rules of packs that are not loaded are not known, and not judged.
  const isSkipped = policy === 'skip' && packs.length > 0;
  const unjudged = isSkipped || packs === MISSHAPEN ? new Set<string>() : undefined;
  const { types, services, reporters } = loaded;
  // Where it is not known which packs there are, they may have any name.
  const unknown = unjudged === undefined ? [] : namesOfPacks(source.value);
  const named = unknown.map(({ name }) => name);
  const schema = configSchema({ presets: [...loaded.presets.keys(), ...named], types: [...types.keys(), ...named] });
  const misshapen = [...yamlFaults(source, schema), ...(isSkipped ? skippedFaults(unknown, source) : [])];
  const presets = readPresets(loaded);
  const entries = readRuleEntries(source, ['rules'], ruleEntries, loaded.rules, unjudged);
  const overridden = overrides.map((rules, index) =>
    readRuleEntries(source, ['overrides', index, 'rules'], rules, loaded.rules, unjudged),
  );
  const placeOfWaivers = (index: number) => source.placeOf(['waivers', index]);
  const waivers = await loadWaivers(waiverFiles, dirname(path), placeOfWaivers, loaded.rules, unjudged);

  const parts = [loaded, presets, entries, ...overridden, waivers];
  const faults = [misshapen, ...parts.map((part) => part.faults)].flat();
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    source,
    path,
    file: source.value ?? {},
    rules: loaded.rules,
    ...{ reporters, types, services, packs: loaded.packs, presets: presets.settings },
    entries: entries.settings,
    overrides: overridden.map(({ settings }) => settings),
    waivers: waivers.waivers,
    ...(unjudged !== undefined && { unjudged: [...unjudged] }),
  };
}

const MISSHAPEN: readonly string[] = [];

/** The parts of a document that can be validated further although others, or what is around them, have faults. */
function wellFormedParts(value: unknown) {
  const { packs, rules, overrides, waivers } = isRecord(value) ? value : {};
  return {
    packs: textsIn(packs),
    rules: isRecord(rules) ? rules : {},
    overrides: (Array.isArray(overrides) ? (overrides as readonly unknown[]) : []).map((override) =>
      isRecord(override) && isRecord(override.rules) ? override.rules : {},
    ),
    waivers: textsIn(waivers),
  };
}

function textsIn(list: unknown = []): readonly string[] {
  const isOfTexts = Array.isArray(list) && list.every((each) => typeof each === 'string');
  return isOfTexts ? list : MISSHAPEN;
}

function refusal(source: YamlSource, cause: string): ConfigFault {
  const message = `packs run code, and ${cause}. If you trust it, name it with --config; without its packs: --no-packs`;
  return { place: source.placeOf(['packs']), message };
}

async function textOf(path: string): Promise<string> {
  try {
    return await readText(path, MOST_BYTES.written);
  } catch (error) {
    const cause = messageOf(error);
    const place = { file: relative('.', path), line: 1, column: 1 };
    throw new ConfigError([
      { place, message: `cannot read the configuration: ${cause}. Write one with: backproof init` },
    ]);
  }
}
