import { SEVERITIES, schemaFaults } from '@backproof/core';
import type { Rule, RuleSetting, Severity } from '@backproof/core';
import { didYouMean } from '../did-you-mean.js';
import type { ConfigFault } from './config-error.js';
import { faultText } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';

/** The rule entries of a file, by the ids of the rules, with their faults. */
export interface RuleEntries {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly faults: readonly ConfigFault[];
}

const WORDS: readonly string[] = [...SEVERITIES, 'off'];

/** Reads the entries of rules at a path of a document: `"off"`, a severity, or a severity and options. */
export function readRuleEntries(
  source: YamlSource,
  path: Path,
  entries: object,
  rules: ReadonlyMap<string, Rule>,
): RuleEntries {
  const settings = new Map<string, RuleSetting>();
  const faults: ConfigFault[] = [];
  for (const [id, entry] of Object.entries(entries) as readonly [string, unknown][]) {
    const complain = (message: string, ...more: Path): void => {
      faults.push({ place: source.placeOf([...path, id, ...more]), message });
    };
    const rule = rules.get(id);
    if (rule === undefined) {
      complain(`rule "${id}" is not known. ${didYouMean(id, [...rules.keys()])}`);
      continue;
    }
    const [word, options = {}, ...rest] = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry];
    // YAML 1.1 readers take a bare off for false; people will write it either way.
    const said = word === false ? 'off' : word;
    if (typeof said !== 'string' || !WORDS.includes(said)) {
      complain(
        `"${id}" must be ${SEVERITIES.join(', ')} or off, alone or in a list with options. ${didYouMean(String(said), WORDS)}`,
      );
      continue;
    }
    if (rest.length > 0 || !isRecord(options)) {
      complain(`"${id}" takes a severity and one mapping of options: [high, { ... }]`);
      continue;
    }
    for (const fault of schemaFaults(rule.options.schema, { ...rule.options.defaults, ...options })) {
      complain(`option ${faultText(fault)}`, 1, ...fault.path);
    }
    settings.set(id, settingOf(said, options));
  }
  return { settings, faults };
}

function settingOf(word: string, options: object): RuleSetting {
  const severity: Severity | undefined = SEVERITIES.find((each) => each === word);
  return severity === undefined ? { off: true } : { severity, options };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
