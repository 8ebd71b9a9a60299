import { dirname, relative } from 'node:path';
import type { Config } from './config.js';
import { ConfigError } from './config-error.js';
import type { ConfigFile } from './config-file.js';
import { CONFIG_SCHEMA } from './config-schema.js';
import { loadPacks } from './packs.js';
import { readRuleEntries } from './rule-entry.js';
import { loadWaivers } from './waivers.js';
import { parseYaml, yamlFaults } from './yaml-source.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';

/**
 * Reads a configuration file, the packs that it lists and the waivers that it names.
 * @throws ConfigError if the file cannot be read or has faults; it has all of them
 */
export async function loadConfig(path: string): Promise<Config> {
  const source = parseYaml(relative('.', path), await textOf(path));
  const misshapen = yamlFaults(source, CONFIG_SCHEMA);
  if (misshapen.length > 0) throw new ConfigError(misshapen);
  const file = (source.value ?? {}) as ConfigFile;

  const { packs = [], rules: ruleEntries = {}, overrides = [], waivers: waiverFiles = [] } = file;
  const listed = packs.map((name, index) => ({ name, place: source.placeOf(['packs', index]) }));
  const loaded = await loadPacks(listed, path);
  const entries = readRuleEntries(source, ['rules'], ruleEntries, loaded.rules);
  const overridden = overrides.map(({ rules }, index) =>
    readRuleEntries(source, ['overrides', index, 'rules'], rules, loaded.rules),
  );
  const placeOfWaivers = (index: number) => source.placeOf(['waivers', index]);
  const waivers = await loadWaivers(waiverFiles, dirname(path), placeOfWaivers, loaded.rules);

  const faults = [loaded, entries, ...overridden, waivers].flatMap((part) => part.faults);
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    source,
    path,
    file,
    rules: loaded.rules,
    entries: entries.settings,
    overrides: overridden.map(({ settings }) => settings),
    waivers: waivers.waivers,
  };
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
