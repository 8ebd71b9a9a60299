import { RULES } from 'backproof';
import { askOnce } from '../child.js';
import { costText, countText, tallyText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { DrillMeasures } from './drill.js';
import type { EngineMeasures } from './engine.js';
import type { RuleMeasures } from './rule.js';

/** All that one run of the benchmark measured. */
interface Measures {
  readonly rules: Readonly<Record<string, RuleMeasures>>;
  readonly engine: EngineMeasures;
  readonly drill: DrillMeasures;
}

/** Each rule judges ready dossiers in this time. */
const RULE_CPU_MS = 3000;
/** A drill of five losses takes at most this. */
const DRILL_CPU_MS = 10_000;

const NODE_OPTIONS = ['--expose-gc', '--max-old-space-size=8192'];

/** One core: what V8 else compiles and collects on other threads, it does between the verdicts. */
const ON_ONE_CORE = [...NODE_OPTIONS, '--single-threaded'];

/** Each rule over the dossiers of a large estate, and the whole engine with all rules: each in a fresh process. */
export async function evaluateBench({ resources = 100_000 }: SizeOptions): Promise<BenchReport> {
  const rules: Record<string, RuleMeasures> = {};
  for (const { id: ruleId } of RULES) {
    rules[ruleId] = await askOnce<RuleMeasures>(
      new URL('rule.js', import.meta.url),
      { ruleId, resources },
      ON_ONE_CORE,
    );
  }
  const engine = await askOnce<EngineMeasures>(new URL('engine.js', import.meta.url), { resources }, NODE_OPTIONS);
  const drill = await askOnce<DrillMeasures>(new URL('drill.js', import.meta.url), { resources }, NODE_OPTIONS);
  const measures = { rules, engine, drill };
  return { measures, rows: rowsOf(measures), targets: targetResults(targetsOf(measures), measures) };
}

function targetsOf({ rules }: Measures): readonly Target<Measures>[] {
  const ofRules = Object.entries(rules).map(([id, { evaluating, dossiers }]) => ({
    target: `${id}, CPU seconds for ${countText(dossiers)} dossiers`,
    limit: RULE_CPU_MS / 1000,
    measure: () => evaluating.cpuMs / 1000,
  }));
  const ofDrill = { target: 'a drill of five losses, CPU seconds', limit: DRILL_CPU_MS / 1000 };
  return [...ofRules, { ...ofDrill, measure: ({ drill }) => drill.drilling.cpuMs / 1000 }];
}

function rowsOf({ rules, engine, drill }: Measures): readonly Row[] {
  const [first] = Object.values(rules);
  return [
    ['resources', countText(first?.dossiers ?? 0)],
    ['recovery points', countText(first?.points ?? 0)],
    ...Object.entries(rules).map(([id, { verdicts }]): Row => [id, tallyText(verdicts)]),
    ['outcomes', countText(engine.outcomes)],
    ['evaluating, all rules', costText(engine.evaluating)],
    ['of it the hash of the inventory', costText(engine.hashing)],
    ['a drill of five losses', costText(drill.drilling)],
    ['bytes an outcome', engine.bytesPerOutcome.toFixed(0)],
  ];
}
