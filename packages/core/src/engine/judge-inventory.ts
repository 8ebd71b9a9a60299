import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { cutInventory } from './cut-inventory.js';
import type { EvaluateRequest } from './evaluate-request.js';
import type { Subjects } from './exclusion.js';
import { foundFinder } from './found.js';
import type { JudgingData } from './judge-apart.js';
import { judgeOthers } from './judge-others.js';
import { partitionJudge } from './judge-partition.js';
import { partitionMerger, settlePartition, storePartition } from './merge-judged.js';
import type { MergedPartitions, MergedRule, StoredPartition } from './merge-judged.js';
import { compareSubjects } from './outcome.js';
import type { Outcome } from './outcome.js';
import { commonData, partitionData } from './partition-data.js';
import type { PartitionData } from './partition-data.js';
import { settingsInOrder } from './rule-settings.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';
import { settlingBy } from './settling.js';
import type { Settling } from './settling.js';
import { scopeSubjects } from './subjects.js';

/** The part of a request that the rules' outcomes follow from. */
export type JudgeRequest = Pick<
  EvaluateRequest,
  'inventory' | 'rules' | 'now' | 'subjects' | 'partitionKey' | 'waivers' | 'baseline'
>;

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
  /** The numbers of outcomes, and what the waivers did to them. */
  readonly settling: Settling;
}

/** One partition of an inventory that is being judged. */
export interface PartitionTask {
  /** Its data, by which another thread judges it that has what all partitions share. Made anew each time. */
  readonly data: () => PartitionData;
  /** Judges it here. */
  readonly judge: () => StoredPartition;
}

/** An inventory that is being judged: each of its partitions once, by whoever can, in any order. */
export interface InventoryJudging {
  /** The data that another thread needs beside a partition. */
  readonly shared: () => JudgingData;
  readonly tasks: readonly PartitionTask[];
  /** Adds what a partition gave. */
  readonly add: (part: StoredPartition) => void;
  /** Judges what no partition owns, when all were added, and merges all. */
  readonly end: () => InventoryJudgement;
}

/**
 * Begins to judge every subject by every rule. Neither judged partitions are held nor their outcomes: these are in the spool.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function judgingOf(request: JudgeRequest, spool: Spool): InventoryJudging {
  const { inventory, now, subjects = {}, partitionKey, waivers = [], baseline } = request;
  const rules = settingsInOrder(request.rules);
  const { common, partitions } = cutInventory(inventory, partitionKey);
  const judging = partitionJudge(rules, common, subjects, now);
  const acceptance = { waivers, baseline };
  const settling = settlingBy(acceptance, now);
  const merger = partitionMerger(rules, common, settling, spool);
  return {
    shared: () => ({ common: commonData(common), now, subjects, acceptance }),
    tasks: partitions.map((make) => ({
      data: () => partitionData(make()),
      judge: () => storePartition(settlePartition(judging.judge(make()), settlingBy(acceptance, now)), spool),
    })),
    add: merger.add,
    end: () => {
      const { byRule: ofResources, found, ...merged } = merger.end();
      const foundAbout = foundFinder(found, merged.leftovers, common);
      const others = isNarrowed(subjects)
        ? []
        : scopeSubjects(inventory).toSorted((a, b) => compareSubjects(a.ref, b.ref));
      const byRule = judging.rules.map((ready, index): RuleJudgement => {
        const { settings } = ready;
        const judged = ofResources[index];
        if (settings.rule.subjects.includes('resource') && judged !== undefined) return { settings, ...judged };
        const ofOthers = judgeOthers(ready, others, judging.common.gather, foundAbout);
        return { settings, ...ofOthers, outcomes: ofOthers.outcomes.map(settling.settled) };
      });
      return { ...merged, byRule, settling, outcomes: { [Symbol.iterator]: () => outcomesOf(byRule) } };
    },
  };
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
  const judging = judgingOf(request, IN_MEMORY);
  for (const { judge } of judging.tasks) judging.add(judge());
  const { outcomes, excluded } = judging.end();
  return { outcomes: [...outcomes], excluded };
}

function* outcomesOf(rules: readonly MergedRule[]): Generator<Outcome> {
  for (const { outcomes } of rules) yield* outcomes;
}

/** A scan that is narrowed to some resources judges no vaults, plans and accounts. */
function isNarrowed({ types, tags }: Subjects): boolean {
  return types !== undefined || tags !== undefined;
}
