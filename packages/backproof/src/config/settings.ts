import { defined, DEFAULT_GATE } from '@backproof/core';
import type {
  ActiveRule,
  GatePolicy,
  Rule,
  RuleOverride,
  RuleSetting,
  Subjects,
  UserExclusion,
  Waiver,
} from '@backproof/core';
import type { OwnershipTags } from '@backproof/ledger';
import { presetNamed } from '../presets.js';
import type { PackParts } from './packs.js';
import { pathIn } from './config.js';
import type { Config } from './config.js';
import { placeText } from './config-error.js';
import { resourceMatch } from './resource-match.js';
import type { Path } from './yaml-source.js';

/** A value and where it comes from: `flag --fail-on`, `backproof.config.yaml:12:5`, `preset strict`, `default`. */
export interface Sourced<T> {
  readonly value: T;
  readonly origin: string;
}

/** All settings except those of the rules, by their paths in a file. */
interface SettingValues {
  readonly 'scope.regions': 'all' | readonly string[];
  readonly 'scope.roles': readonly string[];
  readonly 'scope.externalId': string;
  readonly 'scope.types': NonNullable<Subjects['types']>;
  readonly 'scope.include': NonNullable<Subjects['include']>;
  readonly 'scope.exclude': readonly UserExclusion[];
  readonly leftovers: 'on' | 'off';
  readonly waivers: readonly Waiver[];
  /** The path of an earlier run, or of a baseline that was made of one. */
  readonly baseline: string;
  readonly 'gate.failOn': GatePolicy['failOn'];
  readonly 'gate.allowed': GatePolicy['allowed'];
  readonly 'gate.unknown': GatePolicy['unknown'];
  /** The keys of the tags whose values a ledger records with each resource. */
  readonly 'audit.ownerTag': string;
  readonly 'audit.systemTag': string;
  /** The options of reporters, by their ids. */
  readonly reports: Readonly<Record<string, object>>;
}

/** The settings of one source. A source that overrides another replaces whole values. */
export type Layer = { readonly [K in keyof SettingValues]?: Sourced<SettingValues[K]> };

const DEFAULTS = {
  'scope.include': byDefault([]),
  'scope.exclude': byDefault([]),
  leftovers: byDefault('on' as const),
  waivers: byDefault([]),
  'gate.failOn': byDefault(DEFAULT_GATE.failOn),
  'gate.allowed': byDefault(DEFAULT_GATE.allowed),
  'gate.unknown': byDefault(DEFAULT_GATE.unknown),
  reports: byDefault({}),
} as const satisfies Layer;

/** A rule with its settings, and where they come from. */
export interface SettledRule {
  readonly rule: Rule;
  readonly setting: Sourced<RuleSetting>;
  readonly overrides: readonly Sourced<RuleOverride>[];
}

/** The effective settings, with their origins. */
export interface Settings extends PackParts {
  readonly rules: readonly SettledRule[];
  /** The settings of rules by the presets of the packs, by the id of the preset. */
  readonly presets: Config['presets'];
  readonly values: Layer & Required<Pick<Layer, keyof typeof DEFAULTS>>;
}

/**
 * Returns the effective settings: `over` (flags, then the environment) overrides the file, the file its presets, and
 * these the rules' own values. `only` names the rules that a flag selects.
 */
export function settle(config: Config, over: Layer, only?: Sourced<readonly string[]>): Settings {
  const { reporters, types, services, packs, presets } = config;
  return {
    rules: settleRules(config, only),
    ...{ reporters, types, services, packs, presets },
    values: { ...DEFAULTS, ...fileLayer(config), ...over },
  };
}

/** The rules for the engine, without those that are off for all resources. */
export function activeRules({ rules }: Settings): readonly ActiveRule[] {
  return rules
    .filter(({ setting, overrides }) => setting.value.off !== true || overrides.some(({ value }) => value.off !== true))
    .map(({ rule, setting, overrides }) => ({
      rule,
      ...setting.value,
      overrides: overrides.map(({ value }) => value),
    }));
}

/** The tags whose values a ledger records with each resource. */
export function ownershipTags({ values }: Settings): OwnershipTags {
  return defined({ ownerTag: values['audit.ownerTag']?.value, systemTag: values['audit.systemTag']?.value });
}

function settleRules(config: Config, only: Sourced<readonly string[]> | undefined): readonly SettledRule[] {
  const { file, rules, entries } = config;
  const settings = new Map<string, Sourced<RuleSetting>>();
  for (const name of file.extends ?? ['recommended']) {
    const origin = `preset ${name}`;
    for (const { rule, ...value } of presetNamed(name, [...rules.values()])) settings.set(rule.id, { value, origin });
    for (const [id, value] of config.presets.get(name) ?? []) settings.set(id, { value, origin });
  }
  for (const [id, value] of entries) settings.set(id, { value, origin: originIn(config, 'rules', id) });
  return [...rules.values()].map((rule) => {
    const named = only?.value.includes(rule.id);
    const setting = settings.get(rule.id) ?? { value: { off: true }, origin: 'default' };
    if (only === undefined || named === undefined) return { rule, setting, overrides: overridesOf(config, rule.id) };
    if (!named) return { rule, setting: { value: { off: true }, origin: only.origin }, overrides: [] };
    // A rule that a flag names is on, even if the file switches it off.
    const asked = setting.value.off === true ? { value: {}, origin: only.origin } : setting;
    return { rule, setting: asked, overrides: overridesOf(config, rule.id) };
  });
}

function overridesOf(config: Config, id: string): SettledRule['overrides'] {
  const { file, overrides } = config;
  return (file.overrides ?? []).flatMap(({ match }, index) => {
    const setting = overrides[index]?.get(id);
    if (setting === undefined) return [];
    const origin = originIn(config, 'overrides', index, 'rules', id);
    return [{ value: { match: resourceMatch(match), ...setting }, origin }];
  });
}

function fileLayer(config: Config): Layer {
  const { file, waivers } = config;
  const { scope = {}, gate = {}, audit = {} } = file;
  const from = <T>(value: T | undefined, ...path: Path): Sourced<T> | undefined =>
    value === undefined ? undefined : { value, origin: originIn(config, ...path) };
  const exclude = scope.exclude?.map(({ match, reason }) => ({ match: resourceMatch(match), reason }));
  return defined({
    'scope.regions': from(scope.regions, 'scope', 'regions'),
    'scope.roles': from(scope.roles, 'scope', 'roles'),
    'scope.externalId': from(scope.externalId, 'scope', 'externalId'),
    'scope.types': from(scope.types, 'scope', 'types'),
    'scope.include': from(scope.include, 'scope', 'include'),
    'scope.exclude': from(exclude, 'scope', 'exclude'),
    leftovers: from(file.leftovers, 'leftovers'),
    waivers: from(file.waivers && waivers, 'waivers'),
    baseline: from(file.baseline === undefined ? undefined : pathIn(config, file.baseline), 'baseline'),
    'gate.failOn': from(gate.failOn, 'gate', 'failOn'),
    'gate.allowed': from(gate.allowed, 'gate', 'allowed'),
    'gate.unknown': from(gate.unknown, 'gate', 'unknown'),
    'audit.ownerTag': from(audit.ownerTag, 'audit', 'ownerTag'),
    'audit.systemTag': from(audit.systemTag, 'audit', 'systemTag'),
    reports: from(file.reports, 'reports'),
  });
}

function originIn({ source }: Config, ...path: Path): string {
  return source === undefined ? 'default' : placeText(source.placeOf(path));
}

function byDefault<T>(value: T): Sourced<T> {
  return { value, origin: 'default' };
}
