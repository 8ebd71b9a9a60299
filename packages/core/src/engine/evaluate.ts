import { DEFAULT_GATE } from '../config/gate-policy.js';
import { IN_MEMORY } from '../model/spool.js';
import type { Spool } from '../model/spool.js';
import { aboutRun } from './about-run.js';
import { compareWithBaseline } from './baseline.js';
import { completenessOf } from './completeness.js';
import { disposalBy } from './disposition.js';
import type { EvaluateRequest } from './evaluate-request.js';
import { gateOf } from './gate.js';
import { judgeInventory } from './judge-inventory.js';
import type { Outcome } from './outcome.js';
import { RUN_SCHEMA_VERSION } from './run.js';
import type { ReportedRun, RuleInRun, Run } from './run.js';
import { Counts } from './tally.js';

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
  const { inventory, now, waivers = [], baseline, gate = DEFAULT_GATE } = request;
  const disposal = disposalBy({ waivers, baseline }, now);
  const counts = new Counts();
  const settled = (outcome: Outcome): Outcome => {
    const disposed = disposal.disposed(outcome);
    counts.add(disposed);
    return disposed;
  };
  const { byRule, outcomes, excluded, leftovers, protection } = judgeInventory(request, { settled, spool });
  const about = aboutRun(
    request,
    byRule.map(({ settings }) => settings),
  );
  const seen = {
    rules: byRule.map(({ settings: { rule, ...setting }, switchedOff }): RuleInRun => {
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
    ...(inventory.accounts.length > 0 && { accounts: inventory.accounts }),
    excluded,
    leftovers,
    waivers: disposal.waivers(),
    ...(baseline !== undefined && { baseline: compareWithBaseline(baseline, outcomes) }),
    outcomes,
    protection,
    calls: inventory.calls,
  };
}
