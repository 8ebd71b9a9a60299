import type { BackupPlan, BackupSelection, RegionSettings } from '../model/backup-plan.js';
import { compare } from '../model/order.js';
import type { Resource } from '../model/resource.js';
import { sameScope } from '../model/scope.js';
import { DEFAULT_SELECTION_OPTIONS, explainSelection } from './selection.js';
import type { NotAssigned, SelectionExplanation } from './selection-explanation.js';

/** What one selection of a plan means for a resource. */
export interface ExplainedSelection {
  readonly plan: BackupPlan;
  readonly selection: BackupSelection;
  readonly explanation: SelectionExplanation;
}

/**
 * The selections that concern a resource: those that assign it, those of which it cannot be told, and those that reach
 * it and yet leave it out, by an exclusion, a condition or an opt-in. In that order, then by plan ARN and selection id.
 * `regionSettings` are those of the resource's own scope; undefined: unread.
 */
export function assignments(
  resource: Resource,
  plans: readonly BackupPlan[],
  selections: readonly BackupSelection[],
  regionSettings: RegionSettings | undefined,
  options = DEFAULT_SELECTION_OPTIONS,
): readonly ExplainedSelection[] {
  const inScope = selections.filter(({ scope }) => sameScope(scope, resource));
  return explainAssignments(resource, plans, inScope, regionSettings, options).filter(
    ({ explanation }) => explanation.assigned !== 'no' || LEAVES_OUT.has(explanation.reason),
  );
}

const LEAVES_OUT: ReadonlySet<NotAssigned['reason']> = new Set(['excluded', 'condition-failed', 'opted-out']);

/**
 * Why each selection does or does not assign a resource to its plan: assigned first, then unknown, then not assigned,
 * each by plan ARN and selection id. A plan without selections assigns nothing and is not named. A selection whose plan
 * is not among the plans is left out.
 */
export function explainAssignments(
  resource: Resource,
  plans: readonly BackupPlan[],
  selections: readonly BackupSelection[],
  regionSettings: RegionSettings | undefined,
  options = DEFAULT_SELECTION_OPTIONS,
): readonly ExplainedSelection[] {
  const explain = (selection: BackupSelection): ExplainedSelection[] => {
    const plan = plans.find(({ id, scope }) => id === selection.planId && sameScope(scope, selection.scope));
    if (plan === undefined) return [];
    if (plan.rules.length === 0) return [{ plan, selection, explanation: PLAN_WITHOUT_RULES }];
    return [{ plan, selection, explanation: explainSelection(selection, resource, regionSettings, options) }];
  };
  return selections.flatMap(explain).sort(canonicalOrder);
}

const PLAN_WITHOUT_RULES: NotAssigned = { assigned: 'no', reason: 'plan-without-rules', assumptions: [] };

const ORDER = { yes: 0, unknown: 1, no: 2 } as const;

function canonicalOrder(a: ExplainedSelection, b: ExplainedSelection): number {
  return (
    ORDER[a.explanation.assigned] - ORDER[b.explanation.assigned] ||
    compare(a.plan.arn, b.plan.arn) ||
    compare(a.selection.id, b.selection.id)
  );
}
