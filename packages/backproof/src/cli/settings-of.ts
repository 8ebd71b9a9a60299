import { resolve } from 'node:path';
import { defined, SEVERITIES, UNKNOWN_KINDS } from '@backproof/core';
import type { GatePolicy } from '@backproof/core';
import type { Command } from 'commander';
import { readBaseline } from '../baseline-file.js';
import { noConfig } from '../config/config.js';
import type { Config } from '../config/config.js';
import { findConfig } from '../config/find-config.js';
import type { FoundConfig } from '../config/find-config.js';
import type { PackPolicy } from '../config/load-config.js';
import { activeRules, settle } from '../config/settings.js';
import type { Layer, Settings, Sourced } from '../config/settings.js';
import type { EvaluateOptions, Workers } from '../evaluate.js';
import type { ScanOptions } from '../scan.js';
import { ephemeralReason, instant, knownWord, resourceType, tagFilter, workerCount } from './option-values.js';
import type { JudgingFlags, ReadingFlags } from './program/flags.js';
import { warn } from './say.js';

/**
 * The effective settings of a command: its flags and the environment override the configuration.
 *
 * @param rules - the rules of a command that has no choice of them
 */
export async function settingsOf(command: Command, rules?: readonly string[]): Promise<Settings> {
  const flags = command.opts<ReadingFlags>();
  const config = await configOf(flags);
  const ids = [...config.rules.keys()];
  const only =
    rules === undefined
      ? sourced(
          command,
          'rule',
          flags.rule?.map((id) => knownWord('rule', id, ids)),
        )
      : { value: rules, origin: `command ${command.name()}` };
  return settle(config, layerOf(command, flags, config), only);
}

/** The options of an evaluation, from the settings and from flags that are not part of the configuration. */
export async function judgingOptions(
  { tag, now }: JudgingFlags,
  settings: Settings,
): Promise<EvaluateOptions & Pick<ScanOptions, 'services'>> {
  const { values } = settings;
  const { 'scope.types': types, baseline } = values;
  return {
    rules: activeRules(settings),
    types: [...settings.types.values()],
    services: [...settings.services.values()],
    subjects: defined({
      types: types?.value,
      tags: tag?.map(tagFilter),
      include: notEmpty(values['scope.include'].value),
      exclude: notEmpty(values['scope.exclude'].value),
    }),
    waivers: values.waivers.value,
    gate: {
      failOn: values['gate.failOn'].value,
      allowed: values['gate.allowed'].value,
      unknown: values['gate.unknown'].value,
    },
    baseline: baseline && (await readBaseline(baseline.value)),
    now: now === undefined ? undefined : instant(now),
  };
}

/** The threads that judge, which load the packs of the configuration by themselves. */
export function workersOf(flags: JudgingFlags, { packs }: Settings): Workers {
  return { count: workerCount(flags), packs };
}

/** A configuration is read only where there is one: to load what reads YAML takes longer than to judge a small estate. */
async function configOf({ config, packs }: JudgingFlags): Promise<Config> {
  if (config === false) return noConfig();
  const found = config === undefined ? await findConfig(process.cwd()) : { path: resolve(config) };
  if (found === undefined) return noConfig();
  const { loadConfig } = await import('../config/load-config.js');
  const loaded = await loadConfig(found.path, packPolicy(found, packs));
  const { unjudged } = loaded;
  if (unjudged !== undefined) {
    const rules = unjudged.length === 0 ? '' : `; not judged: ${unjudged.join(', ')}`;
    warn(`the packs of the configuration are not loaded${rules}`);
  }
  return loaded;
}

/** A configuration that is named is trusted; one that was found may be a stranger's. */
function packPolicy({ distrust }: FoundConfig, packs: boolean | undefined): PackPolicy {
  if (packs === false) return 'skip';
  return distrust === undefined ? 'load' : { refusedBecause: distrust };
}

function layerOf(command: Command, flags: ReadingFlags, { rules, types }: Config): Layer {
  const typesOfPacks = [...types.values()].map(({ name }) => name);
  const from = <T>(flag: keyof ReadingFlags, value: T | undefined): Sourced<T> | undefined =>
    sourced(command, flag, value);
  return defined({
    'scope.regions': from('region', flags.region) ?? from('allRegions', flags.allRegions && ('all' as const)),
    'scope.roles': from('roleArn', flags.roleArn),
    'scope.externalId': from('externalId', flags.externalId),
    'scope.types': from(
      'type',
      flags.type?.map((type) => resourceType(type, typesOfPacks)),
    ),
    'scope.include': from('include', flags.include?.map(ephemeralReason)),
    leftovers: from('leftovers', flags.leftovers === false ? ('off' as const) : undefined),
    baseline: from('baseline', flags.baseline),
    'gate.failOn': from(
      'failOn',
      flags.failOn === undefined ? undefined : knownWord('severity', flags.failOn, [...SEVERITIES, 'never'] as const),
    ),
    'gate.unknown': from('unknown', flags.unknown && unknownPolicy(flags.unknown, [...rules.keys()])),
  });
}

function unknownPolicy(said: readonly string[], ids: readonly string[]): GatePolicy['unknown'] {
  const [only] = said;
  if (said.length === 1 && (only === 'fail' || only === 'allow')) return only;
  return said.map((id) => knownWord('value of --unknown', id, ['fail', 'allow', ...UNKNOWN_KINDS, ...ids]));
}

/** A flag's value with where it comes from, as commander knows it. */
function sourced<T>(command: Command, flag: string, value: T | undefined): Sourced<T> | undefined {
  if (value === undefined) return undefined;
  const option = command.options.find((each) => each.attributeName() === flag);
  const byEnvironment = command.getOptionValueSource(flag) === 'env';
  return { value, origin: byEnvironment ? `environment ${option?.envVar ?? ''}` : `flag ${option?.long ?? flag}` };
}

function notEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
