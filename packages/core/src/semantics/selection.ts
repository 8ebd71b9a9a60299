import type { BackupSelection } from '../model/backup-plan.js';
import { descriptorOf } from '../model/resource.js';
import type { Resource } from '../model/resource.js';
import { sameScope } from '../model/scope.js';
import type { Switch } from '../model/types/type-descriptor.js';
import { isOrganizationPlan, switchOf } from './opt-in.js';
import type { OptIns } from './opt-in.js';
import { nearMissOf, nearMissOfTag } from './near-miss.js';
import { isRestoreTestResource } from './restore-test-resource.js';
import type { NotAssigned, SelectionAssumption, SelectionExplanation } from './selection-explanation.js';
import { matchingPatterns, reaches, type Reach } from './selection-reach.js';
import { conditionCount, evaluateConditions } from './tag-condition.js';
import type { ConditionsResult } from './tag-condition.js';
import { unsupportedReason } from './unsupported.js';

/** The reading of selections where AWS's documentation is silent or contradicts itself. */
export interface SelectionOptions {
  /** A resource without the tag meets `StringNotEquals` and `StringNotLike`, as in IAM policies. */
  readonly absentTagPassesNegatedCondition: boolean;
  /** `*` matches inside an ARN, as the guide says, and not only at its end, as the API reference says. */
  readonly wildcardInsideArn: boolean;
}

export const DEFAULT_SELECTION_OPTIONS: SelectionOptions = {
  absentTagPassesNegatedCondition: true,
  wildcardInsideArn: true,
};

/**
 * Explains whether and why a selection assigns a resource to its plan: `Resources` or `ListOfTags` (everything without
 * both), and all `Conditions`, without `NotResources`, and opted in. What is certain beats what is unknown: an excluded
 * resource is excluded though its tags could not be read. `optIns` are those of the selection's own scope; undefined:
 * unread.
 * @source API BackupSelection; Developer Guide, assigning-resources-json: Boolean arithmetic
 */
export function explainSelection(
  selection: BackupSelection,
  resource: Resource,
  optIns: OptIns | undefined,
  options = DEFAULT_SELECTION_OPTIONS,
): SelectionExplanation {
  const never = explainNever(selection, resource);
  if (never !== undefined) return never;

  const ways = reaches(selection, resource, options.wildcardInsideArn);
  if (ways.length === 0) return noMatch(selection, resource);
  const optIn = optInFor(selection, resource, optIns);
  const reach = strongest(ways, optIn.state);

  const conditions = evaluateConditions(selection.conditions, resource.tags, options.absentTagPassesNegatedCondition);
  if (conditions.hold === 'no') return conditionFailed(selection, resource, conditions);
  const exclusion = explainExclusion(selection, resource, reach, options);
  if (exclusion !== undefined) return exclusion;
  const { setting, by } = optIn;
  if (reach.needsOptIn && optIn.state === 'off') {
    return { ...NO, reason: 'opted-out', setting, ...(by && { by }), assumptions: optIn.assumptions };
  }

  if (reach.reason === 'tags-unknown') return { ...UNKNOWN, reason: 'tags-unknown', clause: reach.clause };
  if (conditions.hold === 'unknown') return { ...UNKNOWN, reason: 'tags-unknown', clause: conditions.clause };
  if (reach.needsOptIn && optIn.state === 'unknown') return { ...UNKNOWN, reason: 'opt-in-unknown', setting };

  const byOptIn = reach.needsOptIn ? optIn.assumptions : [];
  const assumptions = [...reach.assumptions, ...conditions.assumptions, ...byOptIn];
  if (reach.reason === 'everything')
    return { assigned: 'yes', reason: 'everything', setting, ...(by && { by }), assumptions };
  const { reason, clause } = reach;
  return { assigned: 'yes', reason, clause, ...(reach.needsOptIn && { setting, ...(by && { by }) }), assumptions };
}

const NO = { assigned: 'no', assumptions: [] } as const;
const UNKNOWN = { assigned: 'unknown', assumptions: [] } as const;

function noMatch(selection: BackupSelection, resource: Resource): NotAssigned {
  const near = nearMissOf(selection, resource);
  return { ...NO, reason: 'no-match', ...(near && { near }) };
}

function conditionFailed(
  { conditions }: BackupSelection,
  { tags }: Resource,
  { clause, condition, missed }: Extract<ConditionsResult, { hold: 'no' }>,
): NotAssigned {
  const near = nearMissOfTag(condition, tags, clause);
  const count = conditionCount(conditions);
  return { ...NO, reason: 'condition-failed', clause, missed, conditions: count, ...(near && { near }) };
}

/**
 * Explains why no selection of this plan can assign the resource, whatever its content: a plan works in its own account
 * and Region.
 * @source Developer Guide, assigning-resources
 */
function explainNever({ scope }: BackupSelection, resource: Resource): NotAssigned | undefined {
  if (!sameScope(scope, resource)) return { ...NO, reason: 'other-scope' };
  if (isRestoreTestResource(resource)) return { ...NO, reason: 'restore-test-resource' };
  const cause = unsupportedReason(resource);
  return cause && { ...NO, reason: 'unsupported', cause };
}

/** @source API BackupSelection, NotResources. That it takes away what a tag selects is not documented. */
function explainExclusion(
  { notResources }: BackupSelection,
  { arn }: Resource,
  reach: Reach,
  options: SelectionOptions,
): NotAssigned | undefined {
  const matches = matchingPatterns('NotResources', notResources, arn, options.wildcardInsideArn);
  const match = matches.find(({ assumptions }) => assumptions.length === 0) ?? matches[0];
  if (match === undefined) return undefined;
  const byTag = reach.reason === 'tag' || reach.reason === 'tags-unknown';
  const assumptions = byTag ? [...match.assumptions, 'not-resources-beat-tags' as const] : match.assumptions;
  return { assigned: 'no', reason: 'excluded', clause: match.clause, assumptions };
}

interface OptIn {
  readonly setting: string;
  readonly state: Switch;
  readonly by?: 'management-account';
  readonly assumptions: readonly SelectionAssumption[];
}

/**
 * The opt-in that decides for a resource. That of an organization's plan is the management account's, which only a scan of
 * that account can read.
 */
function optInFor({ planId }: BackupSelection, resource: Resource, optIns: OptIns | undefined): OptIn {
  const setting = resource.type;
  const isAssumed = descriptorOf(resource).optIn.isAssumed?.(resource) === true;
  const assumptions = isAssumed ? (['openzfs-opt-in'] as const) : [];
  if (!isOrganizationPlan(planId)) return { setting, state: switchOf(optIns?.optIn, setting), assumptions };
  const state = switchOf(optIns?.organizationOptIn, setting);
  return state === 'unknown'
    ? { setting, state: 'on', assumptions: ['organization-opt-in'] }
    : { setting, state, by: 'management-account', assumptions };
}

/** The way that leads furthest: least of all one by unread tags, rather one that needs no opt-in or assumption; the first of equals. */
function strongest(ways: readonly Reach[], optIn: Switch): Reach {
  const weakness = (way: Reach) =>
    (way.reason === 'tags-unknown' ? 4 : 0) + (way.needsOptIn && optIn !== 'on' ? 2 : 0) + way.assumptions.length;
  return ways.reduce((best, way) => (weakness(way) < weakness(best) ? way : best));
}
