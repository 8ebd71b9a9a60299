import type { ResourceMatch } from '../config/resource-match.js';
import type { Resource } from '../model/resource.js';
import type { Severity } from '../model/severity.js';
import { resolveOptions } from '../rule/options.js';
import type { Rule } from '../rule/rule.js';
import { matchResource } from './matching.js';

/** What a user sets of a rule. Nothing of one setting is carried over to another: each stands on the rule's own values. */
export interface RuleSetting {
  /** Instead of the rule's own. */
  readonly severity?: Severity;
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
export type EffectiveSetting = Required<RuleSetting>;

/** A rule with the settings that hold. */
export interface RuleSettings extends EffectiveSetting {
  readonly rule: Rule;
  readonly overrides: readonly (EffectiveSetting & Pick<RuleOverride, 'match'>)[];
}

/** @throws OptionsError if options do not fit the rule's schema. */
export function resolveSettings({ rule, overrides = [], ...base }: ActiveRule): RuleSettings {
  return {
    rule,
    ...effective(rule, base),
    overrides: overrides.map(({ match, ...setting }) => ({ match, ...effective(rule, setting) })),
  };
}

/** The setting that holds for a resource; undefined where that turns on tags that could not be read. */
export function settingFor(settings: RuleSettings, resource: Resource): EffectiveSetting | undefined {
  for (const override of settings.overrides.toReversed()) {
    const matched = matchResource(resource, override.match);
    if (matched === 'yes') return override;
    if (matched === 'unknown') return undefined;
  }
  return settings;
}

function effective(rule: Rule, { severity = rule.severity, options, off = false }: RuleSetting): EffectiveSetting {
  return { severity, options: resolveOptions(`rule "${rule.id}"`, rule.options, options), off };
}
