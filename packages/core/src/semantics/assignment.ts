import type { BackupPlan, BackupSelection } from '../model/backup-plan.js';
import { compare } from '../model/order.js';
import type { Resource } from '../model/resource.js';
import { sameScope } from '../model/scope.js';
import type { OptIns } from './opt-in.js';
import { DEFAULT_SELECTION_OPTIONS, explainSelection } from './selection.js';
import type { NotAssigned, SelectionExplanation } from './selection-explanation.js';

/** The meaning of one selection of a plan for a resource. */
export interface ExplainedSelection {
  readonly plan: BackupPlan;
  readonly selection: BackupSelection;
  readonly explanation: SelectionExplanation;
}

/**
 * The selections that concern a resource: those that assign it, those that may, and those that match it and yet leave
 * it out, by an exclusion, a condition or an opt-in, or that miss it by one detail. In that order, then by plan ARN and selection id.
 * `optIns` are those of the resource's own scope; undefined: unread.
 */
export function assignments(
  resource: Resource,
  plans: readonly BackupPlan[],
  selections: readonly BackupSelection[],
  optIns: OptIns | undefined,
  options = DEFAULT_SELECTION_OPTIONS,
): readonly ExplainedSelection[] {
  const inScope = selections.filter(({ scope }) => sameScope(scope, resource));
  return explainAssignments(resource, plans, inScope, optIns, options).filter(
    ({ explanation }) => explanation.assigned !== 'no' || isNear(explanation),
  );
}

const LEAVES_OUT: ReadonlySet<NotAssigned['reason']> = new Set(['excluded', 'condition-failed', 'opted-out']);

/** It matches the resource and yet leaves it out, or would match it but for one detail. */
function isNear(explanation: NotAssigned): boolean {
  if (explanation.reason === 'no-match') return explanation.near !== undefined;
  return LEAVES_OUT.has(explanation.reason);
}

/**
 * The selection that came closest to assigning a resource and does not: one change of a setting, an exclusion or a
 * detail away comes before conditions that are not met, of which few come before many. Undefined if none came close.
 */
export function nearestSelection(explained: readonly ExplainedSelection[]): ExplainedSelection | undefined {
  return explained
    .filter(({ explanation }) => explanation.assigned === 'no' && isNear(explanation))
    .toSorted((a, b) => selectionDistance(a) - selectionDistance(b))[0];
}

/** Ranks how close a selection comes to assigning a resource: the lower, the closer. Infinity: it does not come close. */
export function selectionDistance({ explanation }: ExplainedSelection): number {
  if (explanation.assigned !== 'no') return Infinity;
  if (explanation.reason === 'opted-out') return 0;
  if (explanation.reason === 'excluded') return 1;
  if (explanation.reason === 'no-match') return 2;
  if (explanation.reason !== 'condition-failed') return Infinity;
  const { missed, conditions, near } = explanation;
  if (near !== undefined && missed === 1) return 1.5;
  return 2 + missed + missed / (conditions + 1);
}

/**
 * Explains why each selection does or does not assign a resource to its plan: assigned first, then unknown, then not
 * assigned, each by plan ARN and selection id. A plan without selections assigns nothing and is not named. A selection
 * whose plan is not among the plans, or was not read, is left out.
 */
export function explainAssignments(
  resource: Resource,
  plans: readonly BackupPlan[],
  selections: readonly BackupSelection[],
  optIns: OptIns | undefined,
  options = DEFAULT_SELECTION_OPTIONS,
): readonly ExplainedSelection[] {
  const explain = (selection: BackupSelection): ExplainedSelection[] => {
    const plan = plans.find(({ id, scope }) => id === selection.planId && sameScope(scope, selection.scope));
    if (plan === undefined || plan.unread) return [];
    if (plan.rules.length === 0) return [{ plan, selection, explanation: PLAN_WITHOUT_RULES }];
    return [{ plan, selection, explanation: explainSelection(selection, resource, optIns, options) }];
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
