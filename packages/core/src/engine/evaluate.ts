import { DEFAULT_GATE } from '../config/gate-policy.js';
import { compare } from '../model/order.js';
import type { PopulationKind } from '../model/population-kind.js';
import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { POPULATIONS_OF } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import { aboutRun } from './about-run.js';
import { compareWithBaseline } from './baseline.js';
import { completenessOf } from './completeness.js';
import { cutInventory } from './cut-inventory.js';
import type { Partition } from './cut-inventory.js';
import { disposalBy } from './disposition.js';
import type { EvaluateRequest } from './evaluate-request.js';
import type { Subjects } from './exclusion.js';
import { gateOf } from './gate.js';
import { judgeOthers } from './judge-others.js';
import { partitionJudge } from './judge-partition.js';
import type { JudgedPartition, PartitionJudge } from './judge-partition.js';
import { mergeJudged } from './merge-judged.js';
import type { MergedRule } from './merge-judged.js';
import { compareSubjects } from './outcome.js';
import type { Outcome } from './outcome.js';
import { evidenceKindsOf } from './rule-gaps.js';
import { resolveSettings } from './rule-settings.js';
import type { RuleSettings } from './rule-settings.js';
import { RUN_SCHEMA_VERSION } from './run.js';
import type { ReportedRun, RuleInRun, Run } from './run.js';
import { scopeSubjects } from './subjects.js';
import { Counts } from './tally.js';

/** The populations that must be read so that these rules can judge. */
export function neededPopulations(rules: readonly Rule[]): ReadonlySet<PopulationKind> {
  return new Set(['resources', ...rules.flatMap(evidenceKindsOf).flatMap((kind) => POPULATIONS_OF[kind])]);
}

/**
 * Judges every subject by every rule, and the run as a whole. Pure: the same request gives the same run, byte for byte.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function evaluate(request: EvaluateRequest): Run {
  const run = evaluateInParts(request, IN_MEMORY);
  return { ...run, outcomes: [...run.outcomes], protection: [...run.protection] };
}

/**
 * Judges as `evaluate` does, one partition after the other, and holds neither those that are judged nor their outcomes: these
 * are in the spool, which must be there as long as the run is read.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function evaluateInParts(request: EvaluateRequest, spool: Spool): ReportedRun {
  const { inventory, now, subjects = {}, waivers = [], baseline, gate = DEFAULT_GATE, partitionKey } = request;
  const rules = request.rules.map(resolveSettings).sort((a, b) => compare(a.rule.id, b.rule.id));
  const { common, partitions } = cutInventory(inventory, partitionKey);
  const judging = partitionJudge(rules, common, subjects, now);
  const disposal = disposalBy({ waivers, baseline }, now);
  const counts = new Counts();
  const settled = (outcome: Outcome): Outcome => {
    const disposed = disposal.disposed(outcome);
    counts.add(disposed);
    return disposed;
  };
  const merged = mergeJudged(rules, judgedEach(partitions, judging), common, { settled, spool });
  const { excluded, leftovers, protection } = merged;
  const others = isNarrowed(subjects) ? [] : scopeSubjects(inventory).toSorted((a, b) => compareSubjects(a.ref, b.ref));
  const ofRules = judging.rules.map((ready, rule): MergedRule & { readonly settings: RuleSettings } => {
    const ofResources = merged.byRule[rule];
    const { settings } = ready;
    if (settings.rule.subject === 'resource' && ofResources !== undefined) return { settings, ...ofResources };
    const ofOthers = judgeOthers(ready, others, judging.common.gather);
    return { settings, ...ofOthers, outcomes: ofOthers.outcomes.map(settled) };
  });
  const outcomes: Iterable<Outcome> = { [Symbol.iterator]: () => outcomesOf(ofRules) };
  const about = aboutRun(request, rules);
  const seen = {
    rules: ofRules.map(({ settings: { rule, ...setting }, switchedOff }): RuleInRun => {
      const { id, version, title, rationale, remediation, controls } = rule;
      return { id, version, title, rationale, remediation, controls, ...setting, ...counts.ofRule(id), switchedOff };
    }),
    open: counts.open,
    scopes: inventory.scopes,
    populations: inventory.populations,
    completeness: completenessOf(inventory),
  };
  return {
    schemaVersion: RUN_SCHEMA_VERSION,
    ...about,
    gate: gateOf({ ...seen, settings: about.settings }, gate),
    ...seen,
    excluded,
    leftovers,
    waivers: disposal.waivers(),
    ...(baseline !== undefined && { baseline: compareWithBaseline(baseline, outcomes) }),
    outcomes,
    protection,
    calls: inventory.calls,
  };
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
