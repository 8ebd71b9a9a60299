import type { Inventory } from '../model/inventory.js';
import type { JudgedPartition } from './judge-partition.js';
import { resolveOpen } from './judge-resources.js';
import type { Judged } from './judge-resources.js';
import { mergeLeftovers } from './leftovers.js';
import type { Leftovers } from './leftovers.js';
import { compareSubjects } from './outcome.js';
import type { OutcomeSubject } from './outcome.js';
import type { Protection } from './protection.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';

/** The contributions of all partitions to a run, in its order. */
export interface MergedPartitions {
  /** In the order of the rules. */
  readonly byRule: readonly Judged[];
  readonly excluded: readonly ExcludedResource[];
  readonly protection: readonly Protection[];
  readonly leftovers: Leftovers;
}

/**
 * Merges what partitions give, in whatever order: relations that lead from one to another are resolved by the own
 * judgements on both sides.
 */
export function mergeJudged(
  rules: readonly RuleSettings[],
  parts: readonly JudgedPartition[],
  common: Pick<Inventory, 'populations'>,
): MergedPartitions {
  return {
    byRule: rules.map((settings, rule) => {
      const ofRule = parts.flatMap(({ byRule }) => byRule[rule] ?? []);
      const open = ofRule.flatMap((each) => each.open);
      const statements = ofRule.flatMap((each) => each.statements);
      const resolved = resolveOpen(settings, open, statements, common);
      const outcomes = inOrder([...ofRule.flatMap((each) => each.outcomes), ...resolved]);
      return { outcomes, switchedOff: ofRule.reduce((sum, { switchedOff }) => sum + switchedOff, 0) };
    }),
    excluded: inOrder(parts.flatMap(({ excluded }) => excluded)),
    protection: inOrder(parts.flatMap(({ protection }) => protection)).map(({ protection }) => protection),
    leftovers: mergeLeftovers(parts.map(({ leftovers }) => leftovers)),
  };
}

function inOrder<Item extends { readonly subject: OutcomeSubject }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => compareSubjects(a.subject, b.subject));
}
