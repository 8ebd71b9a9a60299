import { defined } from '../model/defined.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import { remembered } from '../model/remembered.js';
import type { Resource } from '../model/resource.js';
import type { FoundByKind } from '../rule/found.js';
import type { Judge, Rule } from '../rule/rule.js';
import { dossierMaker } from './dossier-maker.js';
import type { View } from './dossier-maker.js';
import type { Gatherers } from './evidence-gatherers.js';
import type { GapFinder, Placed } from './gaps.js';
import { judge, ruleError } from './judge.js';
import type { Judgement } from './judge.js';
import { arrivalOf, unlessMeanwhile } from './meanwhile.js';
import { ruleGaps } from './rule-gaps.js';
import type { RuleGaps } from './rule-gaps.js';
import type { EffectiveSetting, RuleSettings } from './rule-settings.js';
import type { ScopeSubject } from './subjects.js';

/** Judges by one rule, each subject by its own evidence and each question once. */
export interface OwnJudgements {
  /** By these settings, and as far as a view reaches. */
  readonly ofResource: (resource: Resource, setting: EffectiveSetting, view?: View) => Judgement;
  readonly ofScopeSubject: (subject: ScopeSubject, setting: EffectiveSetting, found: FoundByKind) => Judgement;
}

/** A rule that is ready to judge any part of an inventory. */
export interface ReadyRule {
  readonly settings: RuleSettings;
  readonly judgeFor: (setting: EffectiveSetting) => Judge;
  readonly gapsIn: (subject: Placed) => RuleGaps;
  /** When the scan started. */
  readonly startedAt: Instant;
}

/** Readies a rule: it is prepared once for each set of options, from what all parts share. */
export function readyRule(settings: RuleSettings, common: Inventory, gaps: GapFinder, now: Instant): ReadyRule {
  const { rule } = settings;
  const judgeBy = remembered((options: object) => prepared(rule, { options, common, now }), Infinity);
  return {
    settings,
    judgeFor: ({ options }) => judgeBy(options),
    gapsIn: ruleGaps(rule, gaps),
    startedAt: common.takenAt,
  };
}

/** Makes the judge of a rule over an inventory. It remembers its judgements, as relations ask for them again. */
export function ownJudgements(ready: ReadyRule, gather: Gatherers): OwnJudgements {
  const { judgeFor, gapsIn, startedAt } = ready;
  const { rule } = ready.settings;
  const dossiers = dossierMaker(rule, gather, gapsIn);
  const known = new Map<object, Map<string, Judgement>>();
  return {
    ofResource: (resource, setting, view) => {
      const ofSetting = known.get(setting.options) ?? new Map<string, Judgement>();
      known.set(setting.options, ofSetting);
      const key = view === undefined ? resource.arn : `${resource.arn} ${view.from} ${String(view.createdAt)}`;
      const before = ofSetting.get(key);
      if (before !== undefined) return before;
      const judged = judge(rule, judgeFor(setting), () => dossiers.ofResource(resource, view), gapsIn(resource));
      const made = unlessMeanwhile(judged, resource, startedAt, () => arrivalOf(rule, resource, gather, startedAt));
      ofSetting.set(key, made);
      return made;
    },
    ofScopeSubject: (subject, setting, found) => {
      const judged = judge(rule, judgeFor(setting), () => dossiers.ofScopeSubject(subject, found), gapsIn(subject.ref));
      const { kind, value, ref } = subject;
      const createdAt = kind === 'plan' && 'createdAt' in value ? value.createdAt : undefined;
      return unlessMeanwhile(judged, { name: ref.name, ...defined({ createdAt }) }, startedAt, () => undefined);
    },
  };
}

/** A rule that fails to prepare fails for each of its subjects. */
function prepared(rule: Rule, setting: Parameters<Rule['prepare']>[0]): Judge {
  try {
    return rule.prepare(setting);
  } catch (error) {
    const verdict = ruleError(error);
    return () => {
      throw new Error(String(verdict.data.error));
    };
  }
}
