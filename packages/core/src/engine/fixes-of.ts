import { groupBy } from '../model/group-by.js';
import type { BackupSelection, TagCondition } from '../model/backup-plan.js';
import type { Fix, PlanAtHand } from '../rule/fix/fix.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import type { Outcome } from './outcome.js';
import { resolveSettings, settingFor } from './rule-settings.js';
import type { ActiveRule } from './rule-settings.js';
import type { ResourceStory } from './story.js';

/** A failure that counts, and what ends it. */
export interface FixedFailure {
  readonly outcome: Outcome;
  /** None: no change of AWS ends it. */
  readonly fixes: readonly Fix[];
}

/** The open failures of a resource, with what ends each. `rules` are those that judged it, with their settings. */
export function fixesOf(story: ResourceStory, rules: readonly ActiveRule[]): readonly FixedFailure[] {
  const { resource, selections } = story;
  const plans = plansAtHand(selections);
  return story.outcomes.flatMap((outcome) => {
    if (outcome.disposition?.kind !== 'open') return [];
    const active = rules.find(({ rule }) => rule.id === outcome.ruleId);
    const options = active && settingFor(resolveSettings(active), resource)?.options;
    if (active === undefined || options === undefined) return [];
    const { messageId, data } = outcome;
    return [{ outcome, fixes: active.rule.fixesOf(messageId, { resource, options, data, plans }) }];
  });
}

/** AWS Organizations names its plans so. @source Developer Guide, manage-cross-account */
const OF_ORGANIZATION = 'orgs/';

function plansAtHand(selections: readonly ExplainedSelection[]): readonly PlanAtHand[] {
  const byPlan = groupBy(
    selections.filter(({ plan }) => plan.rules.length > 0 && !plan.id.startsWith(OF_ORGANIZATION)),
    ({ plan }) => plan,
  );
  return [...byPlan]
    .map(([plan, ofPlan]) => ({
      plan,
      assigns: ofPlan.some(({ explanation }) => explanation.assigned === 'yes'),
      roleArn: ofPlan[0]?.selection.iamRoleArn,
      tag: ofPlan.map(tagThatAssigns).find((tag) => tag !== undefined),
      optedOut: ofPlan.map(settingOptedOut).find((setting) => setting !== undefined),
    }))
    .toSorted((a, b) => Number(b.assigns) - Number(a.assigns));
}

/** One tag is enough where a selection has no further conditions and leaves nothing out. @source API BackupSelection */
function tagThatAssigns({ selection, explanation }: ExplainedSelection): TagCondition | undefined {
  const isMissed = explanation.assigned === 'no' && explanation.reason === 'no-match';
  return isMissed && takesAll(selection) ? selection.listOfTags[0] : undefined;
}

function takesAll({ conditions, notResources }: BackupSelection): boolean {
  return notResources.length === 0 && Object.values(conditions).every(({ length }) => length === 0);
}

/** The opt-in of the account itself: that of an organization is set elsewhere. */
function settingOptedOut({ explanation }: ExplainedSelection): string | undefined {
  return explanation.reason === 'opted-out' && explanation.by === undefined ? explanation.setting : undefined;
}
