import { DEFAULT_GATE } from '../config/gate-policy.js';
import { inventoryHash } from '../model/inventory-lines.js';
import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { aboutRun } from './about-run.js';
import { compareWithBaseline } from './baseline.js';
import { completenessOf } from './completeness.js';
import { evidenceElsewhere } from './evidence-elsewhere.js';
import type { EvaluateRequest } from './evaluate-request.js';
import { pointsCreatedAfter } from './further-points.js';
import { gateOf } from './gate.js';
import { judgingOf } from './judge-inventory.js';
import type { InventoryJudgement, InventoryJudging } from './judge-inventory.js';
import { RUN_SCHEMA_VERSION } from './run.js';
import type { ReportedRun, RuleInRun, Run } from './run.js';

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
  const evaluation = evaluationOf(request, spool);
  for (const { judge } of evaluation.tasks) evaluation.add(judge());
  return evaluation.end(inventoryHash(request.inventory));
}

/** An evaluation under way, of which other threads may judge partitions. */
export interface Evaluation extends Omit<InventoryJudging, 'end'> {
  /** Ends it, when what each task gives was added. `sha256` is the hash of the inventory. */
  readonly end: (sha256: string) => ReportedRun;
}

/**
 * Begins an evaluation. Its spool must be there as long as the run is read.
 * @throws OptionsError if a rule's options do not fit its schema.
 */
export function evaluationOf(request: EvaluateRequest, spool: Spool): Evaluation {
  const { end, ...judging } = judgingOf(request, spool);
  return { ...judging, end: (sha256) => runOf(request, sha256, end()) };
}

function runOf(request: EvaluateRequest, sha256: string, judgement: InventoryJudgement): ReportedRun {
  const { inventory, baseline, gate = DEFAULT_GATE } = request;
  const { byRule, outcomes, excluded, leftovers, protection, settling } = judgement;
  const createdAfter = pointsCreatedAfter(inventory);
  const settings = byRule.map((each) => each.settings);
  const about = aboutRun(request, settings, sha256);
  const seen = {
    rules: byRule.map(({ settings: { rule, ...setting }, switchedOff }): RuleInRun => {
      const { id, version, title, rationale, remediation, controls } = rule;
      const points = rule.needs.recoveryPoints === 'all' && ({ needsAllPoints: true } as const);
      const told = { id, version, title, rationale, remediation, controls };
      return { ...told, ...setting, ...settling.ofRule(id), ...points, switchedOff };
    }),
    open: settling.open,
    scopes: inventory.scopes,
    elsewhere: evidenceElsewhere(inventory),
    populations: inventory.populations,
    completeness: completenessOf(inventory),
  };
  return {
    schemaVersion: RUN_SCHEMA_VERSION,
    ...about,
    gate: gateOf({ ...seen, settings: about.settings }, gate),
    ...seen,
    ...(inventory.accounts.length > 0 && { accounts: inventory.accounts }),
    excluded,
    ...(createdAfter === undefined ? { leftovers } : { pointsCreatedAfter: new Date(createdAfter).toISOString() }),
    waivers: settling.waivers(),
    ...(baseline !== undefined && { baseline: compareWithBaseline(baseline, outcomes) }),
    outcomes,
    protection,
    calls: inventory.calls,
  };
}
