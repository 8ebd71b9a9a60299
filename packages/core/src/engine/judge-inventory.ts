import { compare } from '../model/order.js';
import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { cutInventory } from './cut-inventory.js';
import type { Partition } from './cut-inventory.js';
import type { EvaluateRequest } from './evaluate-request.js';
import type { Subjects } from './exclusion.js';
import { judgeOthers } from './judge-others.js';
import { partitionJudge } from './judge-partition.js';
import type { JudgedPartition, PartitionJudge } from './judge-partition.js';
import { mergeJudged } from './merge-judged.js';
import type { MergedPartitions, MergedRule } from './merge-judged.js';
import { compareSubjects } from './outcome.js';
import type { Outcome } from './outcome.js';
import { resolveSettings } from './rule-settings.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';
import { scopeSubjects } from './subjects.js';

/** The part of a request that the rules' outcomes follow from. */
export type JudgeRequest = Pick<EvaluateRequest, 'inventory' | 'rules' | 'now' | 'subjects' | 'partitionKey'>;

/** The outcomes of one rule, with the settings under which it judged. */
interface RuleJudgement extends MergedRule {
  readonly settings: RuleSettings;
}

/** The findings of the rules in an inventory. */
export interface InventoryJudgement extends Pick<MergedPartitions, 'excluded' | 'leftovers' | 'protection'> {
  /** By the ids of the rules. */
  readonly byRule: readonly RuleJudgement[];
  /** By rule, then by subject. */
  readonly outcomes: Iterable<Outcome>;
}

/** The treatment of outcomes: what becomes of each, once, and where they are held. */
interface Treatment {
  readonly settled: (outcome: Outcome) => Outcome;
  readonly spool: Spool;
}

/**
 * Judges every subject by every rule, one partition after the other, and holds neither those that are judged nor their
 * outcomes: these are in the spool.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function judgeInventory(request: JudgeRequest, { settled, spool }: Treatment): InventoryJudgement {
  const { inventory, now, subjects = {}, partitionKey } = request;
  const rules = request.rules.map(resolveSettings).sort((a, b) => compare(a.rule.id, b.rule.id));
  const { common, partitions } = cutInventory(inventory, partitionKey);
  const judging = partitionJudge(rules, common, subjects, now);
  const merged = mergeJudged(rules, judgedEach(partitions, judging), common, { settled, spool });
  const others = isNarrowed(subjects) ? [] : scopeSubjects(inventory).toSorted((a, b) => compareSubjects(a.ref, b.ref));
  const byRule = judging.rules.map((ready, rule): RuleJudgement => {
    const ofResources = merged.byRule[rule];
    const { settings } = ready;
    if (settings.rule.subject === 'resource' && ofResources !== undefined) return { settings, ...ofResources };
    const ofOthers = judgeOthers(ready, others, judging.common.gather);
    return { settings, ...ofOthers, outcomes: ofOthers.outcomes.map(settled) };
  });
  const { excluded, leftovers, protection } = merged;
  return { byRule, excluded, leftovers, protection, outcomes: { [Symbol.iterator]: () => outcomesOf(byRule) } };
}

/**
 * The outcomes of an inventory by themselves, as `evaluate` gives them where nothing is accepted: for tests of rules, which
 * ask for no run with its hashes, counts and gate.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function outcomesIn(request: JudgeRequest): {
  readonly outcomes: readonly Outcome[];
  readonly excluded: readonly ExcludedResource[];
} {
  const { outcomes, excluded } = judgeInventory(request, { settled: (outcome) => outcome, spool: IN_MEMORY });
  return { outcomes: [...outcomes], excluded };
}

function* judgedEach(partitions: Iterable<Partition>, { judge }: PartitionJudge): Generator<JudgedPartition> {
  for (const partition of partitions) yield judge(partition);
}

function* outcomesOf(rules: readonly MergedRule[]): Generator<Outcome> {
  for (const { outcomes } of rules) yield* outcomes;
}

/** A scan that is narrowed to some resources judges no vaults, plans and accounts. */
function isNarrowed({ types, tags }: Subjects): boolean {
  return types !== undefined || tags !== undefined;
}
