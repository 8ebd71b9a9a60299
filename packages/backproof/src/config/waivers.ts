import { defined } from '@backproof/core';
import type { Rule, Waiver } from '@backproof/core';
import { didYouMean } from '../did-you-mean.js';
import { ConfigError } from './config-error.js';
import type { ConfigFault, Place } from './config-error.js';
import { expiry } from './expiry.js';
import { readListedFiles } from './listed-files.js';
import { yamlFaults } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';

const text = { type: 'string', minLength: 1 } as const;

/** The content of a file of waivers: a list of them. */
const WAIVERS_SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'rule', 'resources', 'reason', 'owner', 'approvedBy', 'expires'],
    properties: {
      id: text,
      rule: text,
      resources: { type: 'array', items: text, minItems: 1 },
      reason: text,
      owner: text,
      approvedBy: text,
      ticket: text,
      expires: text,
    },
  },
};

interface WaiverInFile extends Omit<Waiver, 'expires' | 'source'> {
  readonly expires: string;
}

/** The waivers of all files, and what is wrong with them. */
export interface LoadedWaivers {
  readonly waivers: readonly Waiver[];
  readonly faults: readonly ConfigFault[];
}

/**
 * Reads the files of waivers that a configuration names, by paths or patterns from its folder; `placeOf` returns the place
 * of each.
 *
 * @param unjudged - takes the rules that are not known, where packs are not loaded: elsewhere they are faults
 */
export async function loadWaivers(
  patterns: readonly string[],
  folder: string,
  placeOf: (index: number) => Place,
  rules: ReadonlyMap<string, Rule>,
  unjudged?: Set<string>,
): Promise<LoadedWaivers> {
  const waivers: Waiver[] = [];
  const files = { of: 'waivers', patterns, folder, placeOf };
  const faults = await readListedFiles(files, (source) =>
    waivers.push(...readWaivers(source, rules, waivers, unjudged)),
  );
  return { waivers, faults };
}

function readWaivers(
  source: YamlSource,
  rules: ReadonlyMap<string, Rule>,
  earlier: readonly Waiver[],
  unjudged: Set<string> | undefined,
): readonly Waiver[] {
  const misshapen = yamlFaults(source, WAIVERS_SCHEMA);
  if (misshapen.length > 0) throw new ConfigError(misshapen);
  const faults: ConfigFault[] = [];
  const ids = new Set(earlier.map(({ id }) => id));
  const waivers = ((source.value ?? []) as readonly WaiverInFile[]).map(({ expires, ...waiver }, index): Waiver => {
    const complain = (field: keyof Waiver, message: string): void => {
      faults.push({ place: source.placeOf([index, field]), message });
    };
    if (ids.has(waiver.id)) complain('id', `the waiver "${waiver.id}" already exists`);
    ids.add(waiver.id);
    if (!rules.has(waiver.rule) && unjudged !== undefined) unjudged.add(waiver.rule);
    else if (!rules.has(waiver.rule)) {
      complain('rule', `rule "${waiver.rule}" is not known. ${didYouMean(waiver.rule, [...rules.keys()])}`);
    }
    const moment = expiry(expires);
    if (moment === undefined)
      complain('expires', `"${expires}" is not a valid date. Write 2026-12-31 or 2026-12-31T12:00:00Z.`);
    const { file, line } = source.placeOf([index]);
    return defined({ ...waiver, expires: moment ?? 0, source: { file, line } });
  });
  if (faults.length > 0) throw new ConfigError(faults);
  return waivers;
}
