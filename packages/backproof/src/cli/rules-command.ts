import { failuresOf, heaviest, printable } from '@backproof/core';
import { readFile } from 'node:fs/promises';
import { PRESETS, presetOf, rulePage } from '@backproof/core';
import type { Rule } from '@backproof/core';
import type { Command } from 'commander';
import { EXIT } from './exit-code.js';
import { knownWord } from './option-values.js';
import type { Settings } from '../config/settings.js';
import { settingsOf } from './settings-of.js';

/** `backproof rules`: lists rules and what each preset makes of them, or prints their pages. */
export async function rulesCommand(ids: readonly string[], command: Command): Promise<number> {
  const { docs } = command.opts<{ readonly docs?: true }>();
  const settings = await settingsOf(command);
  const all = settings.rules.map(({ rule }) => rule);
  const known = all.map(({ id }) => id);
  const named = ids.map((id) => knownWord('rule', id, known));
  const rules = all.filter(({ id }) => named.length === 0 || named.includes(id));
  if (docs === true) for (const rule of rules) process.stdout.write(await pageOf(rule));
  else for (const line of [...listLines(rules), ...linesOfPacks(rules, settings)]) process.stdout.write(`${line}\n`);
  return EXIT.clean;
}

/** The page of a rule; without what is written by hand where that is not at hand. */
async function pageOf(rule: Rule): Promise<string> {
  const page = rule.page && (await readFile(rule.page, 'utf8').catch(() => undefined));
  return rulePage(rule, page);
}

function* listLines(rules: readonly Rule[]): Generator<string> {
  for (const rule of rules) {
    const { id, version, title, controls } = rule;
    yield `${id}  ${version}  ${severityText(rule)}`;
    yield `  ${title}`;
    yield `  ${controls.join(', ')}`;
  }
  for (const preset of PRESETS) {
    yield '';
    yield `preset ${preset}`;
    for (const { rule, options = {} } of presetOf(preset, rules)) {
      yield `  ${rule.id}  ${severityText(rule)}${optionsText(options)}`;
    }
  }
}

/** The presets of packs, as the others are listed, and the types that they add. */
function* linesOfPacks(rules: readonly Rule[], { presets, types }: Settings): Generator<string> {
  for (const [id, settings] of presets) {
    yield '';
    yield `preset ${printable(id)}`;
    for (const rule of rules) {
      const { off, severity, options = {} } = settings.get(rule.id) ?? { off: true };
      if (off !== true) yield printable(`  ${rule.id}  ${severity ?? severityText(rule)}${optionsText(options)}`);
    }
  }
  for (const { name, label } of types.values()) {
    yield '';
    yield `type ${name}`;
    yield printable(`  ${label.many}`);
  }
}

/** `critical`, or `up to critical` where its failures differ. */
function severityText(rule: Rule): string {
  const severities = new Set(Object.values(failuresOf(rule)));
  return `${severities.size > 1 ? 'up to ' : ''}${heaviest([...severities])}`;
}

/** `  maxAge: 48h, acceptNative: false` */
function optionsText(options: object): string {
  const settings = Object.entries(options).map(([name, value]) => `${name}: ${valueText(value)}`);
  return settings.length === 0 ? '' : `  ${settings.join(', ')}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
