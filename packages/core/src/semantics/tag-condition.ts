import type { SelectionConditions, TagCondition } from '../model/backup-plan.js';
import type { Tags } from '../model/resource.js';
import type { Clause, SelectionAssumption } from './selection-explanation.js';
import { matchesWildcard } from './wildcard.js';

/** The value of a resource's tag; undefined if it has none of this key. Keys are case sensitive. @source API Condition */
export function tagValue(tags: Tags, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}

/** A tag condition as a clause of its selection. */
export function tagClause(list: string, index: number, condition: TagCondition): Clause {
  return { path: `${list}[${index}]`, text: `${condition.key}=${condition.value}` };
}

/** The result of evaluating conditions: whether all hold, on which assumptions, or which do not. */
export type ConditionsResult =
  | { readonly hold: 'yes'; readonly assumptions: readonly SelectionAssumption[] }
  | {
      readonly hold: 'no';
      /** The first that does not hold. */
      readonly clause: Clause;
      readonly condition: TagCondition;
      readonly missed: number;
    }
  | { readonly hold: 'unknown'; readonly clause: Clause };

const equals = (wanted: string, value: string) => wanted === value;

/** @source API Conditions */
const OPERATORS = [
  { field: 'stringEquals', name: 'StringEquals', matches: equals, negated: false },
  { field: 'stringNotEquals', name: 'StringNotEquals', matches: equals, negated: true },
  { field: 'stringLike', name: 'StringLike', matches: matchesWildcard, negated: false },
  { field: 'stringNotLike', name: 'StringNotLike', matches: matchesWildcard, negated: true },
] as const;

/**
 * Evaluates conditions for the tags of a resource (undefined: unread).
 * A negated condition on a tag that the resource does not have holds if `absentPasses`.
 * @source API BackupSelection, Conditions: all must hold
 */
export function evaluateConditions(
  conditions: SelectionConditions,
  tags: Tags | undefined,
  absentPasses: boolean,
): ConditionsResult {
  let assumed = false;
  let missed = 0;
  let first: { readonly clause: Clause; readonly condition: TagCondition } | undefined;
  for (const { field, name, matches, negated } of OPERATORS) {
    for (const [index, condition] of conditions[field].entries()) {
      const clause = () => tagClause(`Conditions.${name}`, index, condition);
      if (tags === undefined) return { hold: 'unknown', clause: clause() };
      const value = tagValue(tags, condition.key);
      const absent = value === undefined;
      const holds = absent ? negated && absentPasses : matches(condition.value, value) !== negated;
      if (holds) assumed ||= absent;
      else {
        first ??= { clause: clause(), condition };
        missed += 1;
      }
    }
  }
  if (first !== undefined) return { hold: 'no', ...first, missed };
  return { hold: 'yes', assumptions: assumed ? ['absent-tag-passes-negated-condition'] : [] };
}

/** The number of conditions. */
export function conditionCount(conditions: SelectionConditions): number {
  return OPERATORS.reduce((count, { field }) => count + conditions[field].length, 0);
}
