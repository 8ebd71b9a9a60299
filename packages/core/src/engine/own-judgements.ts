import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import type { Judge, Rule } from '../rule/rule.js';
import { dossierMaker } from './dossier-maker.js';
import type { View } from './dossier-maker.js';
import type { JoinedInventory } from './joined-inventory.js';
import { judge, ruleError } from './judge.js';
import type { Judgement } from './judge.js';
import { ruleGaps } from './rule-gaps.js';
import type { EffectiveSetting } from './rule-settings.js';
import type { ScopeSubject } from './subjects.js';

/** Judges by one rule, each subject by its own evidence and each question once. */
export interface OwnJudgements {
  /** By these settings, and as far as a view reaches. */
  readonly ofResource: (resource: Resource, setting: EffectiveSetting, view?: View) => Judgement;
  readonly ofScopeSubject: (subject: ScopeSubject, setting: EffectiveSetting) => Judgement;
}

/** Makes the judge of a rule over an inventory. It remembers its judgements, as relations ask for them again. */
export function ownJudgements(rule: Rule, joined: JoinedInventory, now: Instant): OwnJudgements {
  const { inventory, gather, gapsOf } = joined;
  const gapsIn = ruleGaps(rule, gapsOf);
  const dossiers = dossierMaker(rule, gather, gapsIn);
  const judges = new Map<object, Judge>();
  const known = new Map<object, Map<string, Judgement>>();
  const judgeFor = ({ options }: EffectiveSetting): Judge => {
    const made = judges.get(options) ?? prepared(rule, { options, common: inventory, now });
    judges.set(options, made);
    return made;
  };
  return {
    ofResource: (resource, setting, view) => {
      const ofSetting = known.get(setting.options) ?? new Map<string, Judgement>();
      known.set(setting.options, ofSetting);
      const key = view === undefined ? resource.arn : `${resource.arn} ${view.from} ${String(view.createdAt)}`;
      const before = ofSetting.get(key);
      if (before !== undefined) return before;
      const made = judge(rule, judgeFor(setting), () => dossiers.ofResource(resource, view), gapsIn(resource));
      ofSetting.set(key, made);
      return made;
    },
    ofScopeSubject: (subject, setting) =>
      judge(rule, judgeFor(setting), () => dossiers.ofScopeSubject(subject), gapsIn(subject.ref)),
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
