import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { tagGaps } from './gaps.js';
import type { JoinedInventory } from './joined-inventory.js';
import { settingsUnknown } from './judge.js';
import type { Judgement } from './judge.js';
import type { Outcome } from './outcome.js';
import { outcomeOf } from './outcome-of.js';
import { ownJudgements } from './own-judgements.js';
import type { OwnJudgements } from './own-judgements.js';
import { resolve } from './resolve.js';
import { settingFor } from './rule-settings.js';
import type { EffectiveSetting, RuleSettings } from './rule-settings.js';
import { subjectOf } from './subjects.js';
import type { ScopeSubject } from './subjects.js';

/** The outcomes of one rule, and the number of subjects for which it was switched off. */
export interface JudgedByRule {
  readonly settings: RuleSettings;
  readonly outcomes: readonly Outcome[];
  readonly switchedOff: number;
}

/** The subjects of a run, in its order. */
export interface JudgedSubjects {
  readonly resources: readonly Resource[];
  readonly others: readonly ScopeSubject[];
  /** Resources of which it is not known whether they are to be judged at all. */
  readonly fateUnread: ReadonlySet<Resource>;
}

/** Judges the subjects of an inventory by each rule, in the given order of both. */
export function judgeSubjects(
  rules: readonly RuleSettings[],
  subjects: JudgedSubjects,
  joined: JoinedInventory,
  now: Instant,
): readonly JudgedByRule[] {
  return rules.map((settings) => {
    const own = ownJudgements(settings.rule, joined, now);
    const judged =
      settings.rule.subject === 'resource'
        ? subjects.resources.map((resource) => judgeResource(settings, resource, own, joined, subjects.fateUnread))
        : subjects.others
            .filter(({ kind }) => kind === settings.rule.subject)
            .map((subject) => judgeOther(settings, subject, own));
    const outcomes = judged.filter((outcome) => outcome !== undefined);
    return { settings, outcomes, switchedOff: judged.length - outcomes.length };
  });
}

/** The outcome of a resource; undefined where the rule is switched off for it. */
function judgeResource(
  settings: RuleSettings,
  resource: Resource,
  own: OwnJudgements,
  joined: JoinedInventory,
  fateUnread: JudgedSubjects['fateUnread'],
): Outcome | undefined {
  const { rule } = settings;
  const setting = settingFor(settings, resource);
  if (setting?.off === true) return undefined;
  const subject = subjectOf(resource);
  if (setting === undefined) {
    const judgement = settingsUnknown(resource, tagGaps(joined.inventory, resource));
    return outcomeOf(rule, heaviestOf(settings), subject, judgement, resource.state);
  }
  const resolved = resolve(
    rule,
    rule.relations(setting.options),
    resource,
    own.ofResource(resource, setting),
    joined,
    (other, view) => own.ofResource(other, setting, view),
  );
  const judgement = fateUnread.has(resource) ? withoutFail(resource, resolved) : resolved;
  return outcomeOf(rule, severityOf(setting, judgement), subject, judgement, resource.state);
}

/** A volume that may share the fate of an instance that is left out is not failed for what it lacks. */
function withoutFail({ name }: Resource, judgement: Judgement): Judgement {
  const { status, evidence } = judgement.verdict;
  if (status !== 'fail') return judgement;
  const verdict = { status: 'unknown', messageId: 'fate-unread', data: { name }, evidence } as const;
  return { verdict, gaps: judgement.gaps };
}

function judgeOther(settings: RuleSettings, subject: ScopeSubject, own: OwnJudgements): Outcome | undefined {
  const setting = settingFor(settings, { ...subject.ref, tags: {} }) ?? settings;
  if (setting.off) return undefined;
  const judgement = own.ofScopeSubject(subject, setting);
  return outcomeOf(settings.rule, severityOf(setting, judgement), subject.ref, judgement);
}

/** The severity of a failure's message; of everything else the heaviest that a failure could have. */
function severityOf({ severity, severities }: EffectiveSetting, { verdict, insteadOf }: Judgement): Severity {
  if (verdict.status !== 'fail') return severity;
  return severities[insteadOf ?? verdict.messageId] ?? severity;
}

function heaviestOf({ severity, overrides }: RuleSettings): Severity {
  const possible = [severity, ...overrides.map((override) => override.severity)];
  return SEVERITIES.findLast((each) => possible.includes(each)) ?? severity;
}
