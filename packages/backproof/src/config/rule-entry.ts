import { failuresOf, SEVERITIES, schemaFaults } from '@backproof/core';
import type { Rule, RuleSetting, Severity } from '@backproof/core';
import { didYouMean } from '../did-you-mean.js';
import { FAULTS_SHOWN } from './config-error.js';
import type { ConfigFault } from './config-error.js';
import { faultText } from './yaml-source.js';
import type { Path, YamlSource } from './yaml-source.js';
import { isRecord } from '../is-record.js';

/** The rule entries of a file, by the ids of the rules, with their faults. */
export interface RuleEntries {
  readonly settings: ReadonlyMap<string, RuleSetting>;
  readonly faults: readonly ConfigFault[];
}

const WORDS: readonly string[] = [...SEVERITIES, 'off'];

/**
 * Reads the entries of rules at a path of a document: `"off"`, a severity, a severity and options, or a mapping.
 *
 * @param unjudged - takes the rules that are not known, where packs are not loaded: elsewhere they are faults
 */
export function readRuleEntries(
  source: YamlSource,
  path: Path,
  entries: object,
  rules: ReadonlyMap<string, Rule>,
  unjudged?: Set<string>,
): RuleEntries {
  const settings = new Map<string, RuleSetting>();
  const faults: ConfigFault[] = [];
  for (const [id, entry] of Object.entries(entries) as readonly [string, unknown][]) {
    if (faults.length >= FAULTS_SHOWN) break;
    const complain = (message: string, ...more: Path): void => {
      faults.push({ place: source.placeOf([...path, id, ...more]), message });
    };
    const rule = rules.get(id);
    if (rule === undefined && unjudged !== undefined) {
      unjudged.add(id);
      continue;
    }
    if (rule === undefined) {
      complain(`rule "${id}" is not known. ${didYouMean(id, [...rules.keys()])}`);
      continue;
    }
    const read = readEntry(id, entry, failuresOf(rule));
    if (typeof read === 'string') {
      complain(read);
      continue;
    }
    const { at, setting } = read;
    const options = setting.options ?? {};
    for (const fault of schemaFaults(rule.options.schema, { ...rule.options.defaults, ...options })) {
      complain(`option ${faultText(fault)}`, at, ...fault.path);
    }
    settings.set(id, setting);
  }
  return { settings, faults };
}

/** An entry as a setting, and where its options stand in it. */
interface ReadEntry {
  readonly setting: RuleSetting;
  readonly at: string | number;
}

/** Reads an entry: a word, a list of a word and options, or a mapping. A text says what is wrong with it. */
function readEntry(id: string, entry: unknown, failures: Readonly<Record<string, Severity>>): ReadEntry | string {
  if (isRecord(entry)) return readMapping(id, entry, failures);
  const [word, options = {}, ...rest] = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry];
  // YAML 1.1 readers take a bare off for false; people will write it either way.
  const said = word === false ? 'off' : word;
  if (typeof said !== 'string' || !WORDS.includes(said)) {
    return `"${id}" must be ${SEVERITIES.join(', ')} or off, alone or in a list with options. ${didYouMean(String(said), WORDS)}`;
  }
  if (rest.length > 0 || !isRecord(options)) {
    return `"${id}" takes a severity and one mapping of options: [high, { ... }]`;
  }
  return { setting: settingOf(said, options), at: 1 };
}

function settingOf(word: string, options: object): RuleSetting {
  const severity = toSeverity(word);
  return severity === undefined ? { off: true } : { severity, options };
}

const FIELDS = ['severity', 'severities', 'options'];

/** `{ severity: high, severities: { unprotected: critical }, options: { ... } }` */
function readMapping(id: string, entry: object, failures: Readonly<Record<string, Severity>>): ReadEntry | string {
  const stranger = Object.keys(entry).find((field) => !FIELDS.includes(field));
  if (stranger !== undefined) {
    return `"${id}" takes severity, severities and options, not "${stranger}". ${didYouMean(stranger, FIELDS)}`;
  }
  const { severity, severities = {}, options = {} } = entry as Readonly<Record<string, unknown>>;
  if (!isRecord(options) || !isRecord(severities)) return `the severities and options of "${id}" must be mappings`;
  const all = toSeverity(severity);
  if (severity !== undefined && all === undefined) {
    return `the severity of "${id}" must be ${SEVERITIES.join(', ')}. ${didYouMean(typeof severity === 'string' ? severity : '', SEVERITIES)}`;
  }
  const single = new Map<string, Severity>();
  for (const [messageId, word] of Object.entries(severities)) {
    const weight = toSeverity(word);
    if (!Object.hasOwn(failures, messageId)) {
      return `"${messageId}" is not a failure of "${id}". ${didYouMean(messageId, Object.keys(failures))}`;
    }
    if (weight === undefined) return `the severity of "${messageId}" must be ${SEVERITIES.join(', ')}`;
    single.set(messageId, weight);
  }
  const setting = { ...(all && { severity: all }), severities: Object.fromEntries(single), options };
  return { setting, at: 'options' };
}

function toSeverity(word: unknown): Severity | undefined {
  return SEVERITIES.find((each) => each === word);
}
