import type { Inventory } from '../model/inventory.js';
import type { Spool } from '../model/spool.js';
import type { JudgedPartition, ProtectionOf } from './judge-partition.js';
import { resolveOpen } from './judge-resources.js';
import type { JudgedResources, OpenJudgement, Statement } from './judge-resources.js';
import { mergeFound } from './found.js';
import type { Found } from './found.js';
import { mergeLeftovers } from './leftovers.js';
import { listingsOf } from './listings.js';
import type { Listings } from './listings.js';
import type { Leftovers } from '../model/leftovers.js';
import { compareSubjects } from './outcome.js';
import type { Outcome, OutcomeSubject } from './outcome.js';
import { pieceOf, Pieces } from './pieces.js';
import type { Piece } from './pieces.js';
import type { Protection } from './protection.js';
import type { RuleSettings } from './rule-settings.js';
import type { ExcludedResource } from './run.js';
import type { Settled, Settling } from './settling.js';

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
  readonly found: Found;
}

/** The contribution of one partition to a run, its outcomes settled and counted. */
export interface SettledPartition extends JudgedPartition {
  readonly settled: Settled;
}

/** The contribution of one partition to a run, of which the largest lists are put away. */
export interface StoredPartition extends Omit<SettledPartition, 'byRule' | 'protection'> {
  /** In the order of the rules. */
  readonly byRule: readonly StoredResources[];
  readonly protection: Piece<ProtectionOf> | undefined;
}

interface StoredResources extends Omit<JudgedResources, 'outcomes'> {
  readonly outcomes: Piece<Outcome> | undefined;
}

interface HasSubject {
  readonly subject: OutcomeSubject;
}

/** The memory that one of them takes, roughly: `docs/bench.md`. */
const OUTCOMES = { compare: bySubject, bytes: 1500 };
const PROTECTION = { compare: bySubject, bytes: 500 };

/** Settles the outcomes of a partition. */
export function settlePartition(judged: JudgedPartition, { settled, counted }: Settling): SettledPartition {
  const byRule = judged.byRule.map((rule) => ({ ...rule, outcomes: rule.outcomes.map(settled) }));
  return { ...judged, byRule, settled: counted() };
}

/** Puts away what a partition gives. */
export function storePartition(part: SettledPartition, spool: Spool): StoredPartition {
  return {
    ...part,
    byRule: part.byRule.map((rule) => ({ ...rule, outcomes: pieceOf(rule.outcomes, OUTCOMES, spool) })),
    protection: pieceOf(part.protection, PROTECTION, spool),
  };
}

/**
 * Merges what partitions give, in whatever order, and holds no partition: relations that lead from one to another are
 * resolved by the own judgements on both sides.
 */
export function partitionMerger(
  rules: readonly RuleSettings[],
  common: Pick<Inventory, 'populations'>,
  settling: Settling,
  spool: Spool,
) {
  const ofRules = rules.map((settings) => ruleMerger(settings, settling, spool));
  const protection = new Pieces<ProtectionOf>(PROTECTION);
  const excluded: ExcludedResource[] = [];
  const leftovers: Leftovers[] = [];
  const found: Found[] = [];
  return {
    add: (part: StoredPartition): void => {
      part.byRule.forEach((judged, rule) => ofRules[rule]?.add(judged));
      protection.add(part.protection);
      excluded.push(...part.excluded);
      leftovers.push(part.leftovers);
      if (part.found !== undefined) found.push(part.found);
      settling.add(part.settled);
    },
    end: (): MergedPartitions => {
      const listings = listingsOf(common);
      return {
        byRule: ofRules.map(({ end }) => end(listings)),
        excluded: excluded.sort(bySubject),
        protection: { [Symbol.iterator]: () => protectionIn(protection) },
        leftovers: mergeLeftovers(leftovers),
        found: mergeFound(found),
      };
    },
  };
}

/** Merges the judgements of one rule. */
function ruleMerger(settings: RuleSettings, { settled }: Settling, spool: Spool) {
  const outcomes = new Pieces<Outcome>(OUTCOMES);
  const open: OpenJudgement[] = [];
  const statements: Statement[] = [];
  let switchedOff = 0;
  return {
    add: (judged: StoredResources): void => {
      outcomes.add(judged.outcomes);
      open.push(...judged.open);
      statements.push(...judged.statements);
      switchedOff += judged.switchedOff;
    },
    end: (listings: Listings): MergedRule => {
      // Each by itself: a piece with all of them would overlap with those of all partitions.
      for (const outcome of resolveOpen(settings, open, statements, listings)) {
        outcomes.add(pieceOf([settled(outcome)], OUTCOMES, spool));
      }
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
