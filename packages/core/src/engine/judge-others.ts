import type { FoundByKind } from '../rule/found.js';
import { severityOf } from './judge-resources.js';
import type { Judged } from './judge-resources.js';
import { outcomeOf } from './outcome-of.js';
import type { Gatherers } from './evidence-gatherers.js';
import { ownJudgements } from './own-judgements.js';
import type { ReadyRule } from './own-judgements.js';
import { settingFor } from './rule-settings.js';
import type { ScopeSubject } from './subjects.js';

/** Judges vaults, plans or accounts by a rule, in the given order. */
export function judgeOthers(
  ready: ReadyRule,
  subjects: readonly ScopeSubject[],
  gather: Gatherers,
  foundAbout: (subject: ScopeSubject) => FoundByKind,
): Judged {
  const { settings } = ready;
  const { rule } = settings;
  const own = ownJudgements(ready, gather);
  const concerned = subjects.filter(({ kind }) => rule.subjects.includes(kind));
  const outcomes = concerned.flatMap((subject) => {
    const setting = settingFor(settings, { ...subject.ref, tags: {} }) ?? settings;
    if (setting.off) return [];
    const judgement = own.ofScopeSubject(subject, setting, foundAbout(subject));
    return [outcomeOf(rule, severityOf(setting, judgement), subject.ref, judgement)];
  });
  return { outcomes, switchedOff: concerned.length - outcomes.length };
}
