import type { Inventory } from '../model/inventory.js';
import type { Spool } from '../model/spool.js';
import type { JudgedPartition, ProtectionOf } from './judge-partition.js';
import { resolveOpen } from './judge-resources.js';
import type { OpenJudgement, Statement } from './judge-resources.js';
import { mergeLeftovers } from './leftovers.js';
import type { Leftovers } from './leftovers.js';
import { compareSubjects } from './outcome.js';
import type { Outcome, OutcomeSubject } from './outcome.js';
import { Pieces } from './pieces.js';
import type { Protection } from './protection.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';

/** The outcomes of one rule, and the number of subjects for which it was switched off. */
export interface MergedRule {
  readonly outcomes: Iterable<Outcome>;
  readonly switchedOff: number;
}

/** The contributions of all partitions to a run, in its order. */
export interface MergedPartitions {
  /** In the order of the rules. */
  readonly byRule: readonly MergedRule[];
  readonly excluded: readonly ExcludedResource[];
  readonly protection: Iterable<Protection>;
  readonly leftovers: Leftovers;
}

/** The treatment of outcomes as they are merged. */
export interface Merging {
  readonly settled: (outcome: Outcome) => Outcome;
  /** Where they are held. */
  readonly spool: Spool;
}

interface HasSubject {
  readonly subject: OutcomeSubject;
}

/** The memory that one of them takes, roughly: `docs/bench.md`. */
const OUTCOME_BYTES = 1500;
const PROTECTION_BYTES = 500;

/**
 * Merges what partitions give, in whatever order, and holds no partition: relations that lead from one to another are
 * resolved by the own judgements on both sides.
 */
export function mergeJudged(
  rules: readonly RuleSettings[],
  parts: Iterable<JudgedPartition>,
  common: Pick<Inventory, 'populations'>,
  merging: Merging,
): MergedPartitions {
  const ofRules = rules.map((settings) => ruleMerger(settings, merging));
  const protection = new Pieces<ProtectionOf>({ compare: bySubject, bytes: PROTECTION_BYTES }, merging.spool);
  const excluded: ExcludedResource[] = [];
  const leftovers: Leftovers[] = [];
  for (const part of parts) {
    part.byRule.forEach((judged, rule) => ofRules[rule]?.add(judged));
    protection.add(part.protection);
    excluded.push(...part.excluded);
    leftovers.push(part.leftovers);
  }
  return {
    byRule: ofRules.map(({ end }) => end(common)),
    excluded: excluded.sort(bySubject),
    protection: { [Symbol.iterator]: () => protectionIn(protection) },
    leftovers: mergeLeftovers(leftovers),
  };
}

/** Merges the judgements of one rule. */
function ruleMerger(settings: RuleSettings, { settled, spool }: Merging) {
  const outcomes = new Pieces<Outcome>({ compare: bySubject, bytes: OUTCOME_BYTES }, spool);
  const open: OpenJudgement[] = [];
  const statements: Statement[] = [];
  let switchedOff = 0;
  return {
    add: (judged: JudgedPartition['byRule'][number]): void => {
      outcomes.add(judged.outcomes.map(settled));
      open.push(...judged.open);
      statements.push(...judged.statements);
      switchedOff += judged.switchedOff;
    },
    end: (common: Pick<Inventory, 'populations'>): MergedRule => {
      // Each by itself: a piece with all of them would overlap with those of all partitions.
      for (const outcome of resolveOpen(settings, open, statements, common)) outcomes.add([settled(outcome)]);
      return { outcomes, switchedOff };
    },
  };
}

function* protectionIn(all: Iterable<ProtectionOf>): Generator<Protection> {
  for (const { protection } of all) yield protection;
}

function bySubject(a: HasSubject, b: HasSubject): number {
  return compareSubjects(a.subject, b.subject);
}
