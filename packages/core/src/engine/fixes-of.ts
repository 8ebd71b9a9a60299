import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { BackupSelection, TagCondition } from '../model/backup-plan.js';
import type { Fix, PlanAtHand } from '../rule/fix/fix.js';
import { explainAssignments } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { optInFinder } from './opt-ins.js';
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
    const fixes = fixesFor({ outcome, resource, plans, rules });
    return fixes === undefined ? [] : [{ outcome, fixes }];
  });
}

/** Finds what ends an open failure of a run that came of an inventory; none for a failure of what is no resource. */
export function fixFinder(inventory: Inventory, rules: readonly ActiveRule[]): (outcome: Outcome) => readonly Fix[] {
  const byArn = new Map<string, Resource>();
  for (const resource of inventory.resources) byArn.set(resource.arn, resource);
  const optInsOf = optInFinder(inventory);
  const plans = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const selections = groupBy(inventory.backupSelections, ({ scope }) => scopeKey(scope));
  return (outcome) => {
    const resource = byArn.get(outcome.subject.arn);
    if (resource === undefined) return [];
    const at = scopeKey(resource);
    const explained = explainAssignments(resource, plans.get(at) ?? [], selections.get(at) ?? [], optInsOf(resource));
    return fixesFor({ outcome, resource, plans: plansAtHand(explained), rules }) ?? [];
  };
}

interface FixQuestion {
  readonly outcome: Outcome;
  readonly resource: Resource;
  readonly plans: readonly PlanAtHand[];
  readonly rules: readonly ActiveRule[];
}

/** The fixes of a failure; undefined: it is none that counts. */
function fixesFor({ outcome, resource, plans, rules }: FixQuestion): readonly Fix[] | undefined {
  if (outcome.disposition?.kind !== 'open') return undefined;
  const active = rules.find(({ rule }) => rule.id === outcome.ruleId);
  const options = active && settingFor(resolveSettings(active), resource)?.options;
  if (active === undefined || options === undefined) return undefined;
  const { messageId, data } = outcome;
  return active.rule.fixesOf(messageId, { resource, options, data, plans });
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
