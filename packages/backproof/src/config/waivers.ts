import { relative, resolve } from 'node:path';
import { DAY, defined } from '@backproof/core';
import type { Instant, Rule, Waiver } from '@backproof/core';
import { glob, isDynamicPattern } from 'tinyglobby';
import { didYouMean } from '../did-you-mean.js';
import { ConfigError } from './config-error.js';
import type { ConfigFault, Place } from './config-error.js';
import { parseYaml, yamlFaults } from './yaml-source.js';
import type { YamlSource } from './yaml-source.js';
import { messageOf } from '../message-of.js';
import { MOST_BYTES, readText } from '../read-file.js';

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
  const faults: ConfigFault[] = [];
  const waivers: Waiver[] = [];
  for (const [index, pattern] of patterns.entries()) {
    const files = isDynamicPattern(pattern)
      ? await glob(pattern, { cwd: folder, absolute: true, expandDirectories: false })
      : [resolve(folder, pattern)];
    for (const file of files.toSorted()) {
      try {
        waivers.push(
          ...readWaivers(
            parseYaml(relative('.', file), await readText(file, MOST_BYTES.written)),
            rules,
            waivers,
            unjudged,
          ),
        );
      } catch (error) {
        if (error instanceof ConfigError) faults.push(...error.faults);
        else faults.push({ place: placeOf(index), message: `cannot read the waivers ${pattern}: ${messageOf(error)}` });
      }
    }
  }
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

/** The moment of an expiry: a day counts to its end, in UTC. */
function expiry(text: string): Instant | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const moment = isDay || isMoment ? Date.parse(text) : NaN;
  // Date.parse takes the 31st of February for the 3rd of March.
  if (Number.isNaN(moment) || (isDay && new Date(moment).toISOString().slice(0, 10) !== text)) return undefined;
  return isDay ? moment + DAY : moment;
}
