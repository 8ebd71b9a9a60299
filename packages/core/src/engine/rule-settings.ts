import type { ResourceMatch } from '../config/resource-match.js';
import { compare } from '../model/order.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { OptionsError, resolveOptions } from '../rule/options.js';
import type { Rule } from '../rule/rule.js';
import { matchResource } from './matching.js';

/** A user's setting of a rule. Settings do not build on each other: each starts from the rule's own values. */
export interface RuleSetting {
  /** Instead of the severities of all of the rule's messages. */
  readonly severity?: Severity;
  /** The severities of single messages, by their ids. */
  readonly severities?: Readonly<Record<string, Severity>>;
  /** Over the rule's defaults. */
  readonly options?: object;
  /** The rule does not judge. */
  readonly off?: boolean;
}

/** A rule that takes part, with all that is set of it. */
export interface ActiveRule extends RuleSetting {
  readonly rule: Rule;
  /** Other settings for some resources. The last one that concerns a resource holds. */
  readonly overrides?: readonly RuleOverride[];
}

/** A setting for some resources only. */
export interface RuleOverride extends RuleSetting {
  readonly match: ResourceMatch;
}

/** A setting with nothing left open. */
export interface EffectiveSetting {
  /** The heaviest that a failure can have. */
  readonly severity: Severity;
  /** The severity of each message that is a failure. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly options: object;
  readonly off: boolean;
}

/** A rule with the settings that hold. */
export interface RuleSettings extends EffectiveSetting {
  readonly rule: Rule;
  readonly overrides: readonly (EffectiveSetting & Pick<RuleOverride, 'match'>)[];
}

/** Checks the settings of rules, before a long scan rests on them. @throws OptionsError if options do not fit a rule's schema */
export function checkSettings(rules: readonly ActiveRule[]): void {
  rules.forEach(resolveSettings);
}

/** The settings of rules, in the order of a run. @throws OptionsError if options do not fit a rule's schema */
export function settingsInOrder(rules: readonly ActiveRule[]): readonly RuleSettings[] {
  return rules.map(resolveSettings).sort((a, b) => compare(a.rule.id, b.rule.id));
}

/** @throws OptionsError if options do not fit the rule's schema. */
export function resolveSettings({ rule, overrides = [], ...base }: ActiveRule): RuleSettings {
  return {
    rule,
    ...effective(rule, base),
    overrides: overrides.map(({ match, ...setting }) => ({ match, ...effective(rule, setting) })),
  };
}

/** The setting that applies to a subject; undefined where that turns on tags that could not be read. */
export function settingFor(
  settings: RuleSettings,
  resource: Parameters<typeof matchResource>[0],
): EffectiveSetting | undefined {
  for (const override of settings.overrides.toReversed()) {
    const matched = matchResource(resource, override.match);
    if (matched === 'yes') return override;
    if (matched === 'unknown') return undefined;
  }
  return settings;
}

function effective(rule: Rule, { severity, severities = {}, options, off = false }: RuleSetting): EffectiveSetting {
  const ofMessages = severitiesOf(rule, severity, severities);
  return {
    severity: heaviest(Object.values(ofMessages)),
    severities: ofMessages,
    options: resolveOptions(`rule "${rule.id}"`, rule.options, options),
    off,
  };
}

/** The severity of each failure of a rule, under what a user sets of it. */
function severitiesOf(
  rule: Rule,
  all: Severity | undefined,
  single: Readonly<Record<string, Severity>>,
): Readonly<Record<string, Severity>> {
  const failures = failuresOf(rule);
  const unknown = Object.keys(single).find((id) => !Object.hasOwn(failures, id));
  if (unknown !== undefined) {
    const known = Object.keys(failures).join(', ');
    throw new OptionsError(`severities of rule "${rule.id}": "${unknown}" is not one of its failures: ${known}`);
  }
  return Object.fromEntries(Object.entries(failures).map(([id, own]) => [id, single[id] ?? all ?? own]));
}

/** The severity that each failure of a rule has by itself. */
export function failuresOf({ messages }: Pick<Rule, 'messages'>): Readonly<Record<string, Severity>> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([id, message]) => (message.status === 'fail' ? [[id, message.severity]] : [])),
  );
}

/** The heaviest of some severities; the lightest there is if there are none. */
export function heaviest(severities: readonly Severity[]): Severity {
  return SEVERITIES.findLast((each) => severities.includes(each)) ?? SEVERITIES[0];
}
