import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Rule, Waiver } from '@backproof/core';
import { lilconfig } from 'lilconfig';
import { ConfigError } from './config-error.js';
import type { ConfigFile } from './config-file.js';
import { CONFIG_SCHEMA } from './config-schema.js';
import { loadPacks } from './packs.js';
import { readRuleEntries } from './rule-entry.js';
import type { RuleEntries } from './rule-entry.js';
import { loadWaivers } from './waivers.js';
import { parseYaml, yamlFaults } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';
import { messageOf } from '../message-of.js';

/** A configuration that was read and found to be right. */
export interface Config {
  /** The file that it was read from; absent without a file. */
  readonly source?: YamlSource;
  readonly path?: string;
  readonly file: ConfigFile;
  /** The rules that Backproof brings with it and those of the packs, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  readonly entries: RuleEntries['settings'];
  /** In the order of the file, as `file.overrides` has them. */
  readonly overrides: readonly RuleEntries['settings'][];
  readonly waivers: readonly Waiver[];
}

const NAMES = ['backproof.config.yaml', 'backproof.config.yml', 'backproof.config.json'];

/** The configuration file of a folder: in it, or in the nearest folder above that has one. Undefined: there is none. */
export async function findConfig(folder: string): Promise<string | undefined> {
  // Only where the file lies is asked; what it says is read with its positions.
  const asIs = (): object => ({});
  const found = await lilconfig('backproof', {
    searchPlaces: NAMES,
    loaders: { '.yaml': asIs, '.yml': asIs, '.json': asIs },
    stopDir: '/',
    ignoreEmptySearchPlaces: false,
  }).search(folder);
  return found?.filepath;
}

/**
 * Reads a configuration file, the packs that it lists and the waivers that it names.
 * @throws ConfigError if the file cannot be read or has faults; it has all of them
 */
export async function loadConfig(path: string | undefined): Promise<Config> {
  if (path === undefined) return noConfig();
  const source = parseYaml(relative('.', path), await readText(path));
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

/** Resolves a path in a configuration relative to the folder of its file. */
export function pathIn({ path }: Config, named: string): string {
  return path === undefined ? named : resolve(dirname(path), named);
}

async function noConfig(): Promise<Config> {
  const { rules } = await loadPacks([], resolve('.'));
  return { file: {}, rules, entries: new Map(), overrides: [], waivers: [] };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const cause = messageOf(error);
    const place = { file: relative('.', path), line: 1, column: 1 };
    throw new ConfigError([
      { place, message: `cannot read the configuration: ${cause}. Write one with: backproof init` },
    ]);
  }
}
