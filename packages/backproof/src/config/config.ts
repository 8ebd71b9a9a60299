import { dirname, resolve } from 'node:path';
import type { Rule, RuleSetting, Waiver } from '@backproof/core';
import { RULES } from '../rules.js';
import type { ConfigFile } from './config-file.js';
import type { PackParts } from './packs.js';
import type { RuleEntries } from './rule-entry.js';
import type { YamlSource } from './yaml-source.js';

/** A configuration that was read and found to be right. */
export interface Config extends PackParts {
  /** The file that it was read from; absent without a file. */
  readonly source?: YamlSource;
  readonly path?: string;
  readonly file: ConfigFile;
  /** The rules that Backproof brings with it and those of the packs, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The presets of the packs, by id, and what each makes of the rules. */
  readonly presets: ReadonlyMap<string, ReadonlyMap<string, RuleSetting>>;
  readonly entries: RuleEntries['settings'];
  /** In the order of the file, as `file.overrides` has them. */
  readonly overrides: readonly RuleEntries['settings'][];
  readonly waivers: readonly Waiver[];
  /** The rules that it names and that are not known, as its packs are not loaded. Absent: all packs are loaded. */
  readonly unjudged?: readonly string[];
}

/** The configuration without a file: the own rules, as their presets set them. */
export function noConfig(): Config {
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const ofPacks = { reporters: new Map(), types: new Map(), services: new Map(), packs: [], presets: new Map() };
  return { file: {}, rules, ...ofPacks, entries: new Map(), overrides: [], waivers: [] };
}

/** Resolves a path in a configuration relative to the folder of its file. */
export function pathIn({ path }: Config, named: string): string {
  return path === undefined ? named : resolve(dirname(path), named);
}
