import { drill, drillSummary, fixFinder, USUAL_LOSSES } from '@backproof/core';
import type { ActiveRule, DrillReport, Inventory, ReportedRun, Supplement } from '@backproof/core';

/** The rule whose evidence is that of a drill. */
const DRILLING = 'recovery-objectives';

/** The most resources that the table of losses has, the worst first. */
const WORST = 200;

/**
 * Makes what reports may show beside a run of the inventory that it came of; each of it when a report asks for it.
 *
 * @param rules - those that judged it, with their settings
 */
export function supplementOf(inventory: Inventory, run: ReportedRun, rules: readonly ActiveRule[]): Supplement {
  let finder: Supplement['fixesOf'] | undefined;
  return {
    drill: () => drillOf(inventory, run),
    fixesOf: (outcome) => (finder ??= fixFinder(inventory, rules))(outcome),
  };
}

/** The usual losses at the moment of a run; undefined: their evidence was not asked for. */
function drillOf(inventory: Inventory, run: ReportedRun): DrillReport | undefined {
  if (!run.rules.some(({ id, off }) => id === DRILLING && !off)) return undefined;
  const [losses, now] = [USUAL_LOSSES, Date.parse(run.now)];
  const excluded = new Set(run.excluded.map(({ subject }) => subject.arn));
  const drilled = drill(inventory, { losses, now, excluded });
  return { losses, now, tool: run.tool, summary: drillSummary(drilled, { losses: losses.length, worst: WORST }) };
}
