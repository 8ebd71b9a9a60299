import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/**
 * The phases of a scan, by the files whose functions they run: of a sample the innermost function counts that is in one
 * of these. So what a rule makes other code do is the rule's.
 */
const PHASES: readonly (readonly [phase: (file: RegExpExecArray) => string, files: RegExp])[] = [
  [([, rule = '']) => `evaluate: rule ${rule}`, /\/rules\/([^/]+)\//],
  [() => 'hash', /\/core\/dist\/model\/inventory-(?:lines|hash)\.js$/],
  [() => 'protection', /\/core\/dist\/engine\/(?:protection|point-digest)\.js$/],
  [() => 'dispose', /\/core\/dist\/engine\/disposition\.js$/],
  [() => 'evaluate: outcomes', /\/core\/dist\/engine\/outcome-of\.js$/],
  [() => 'evaluate: dossiers', /\/core\/dist\/engine\/(?:dossier-maker|evidence-gatherers|joined-inventory)\.js$/],
  [() => 'evaluate: engine', /\/core\/dist\/engine\//],
  [() => 'collect: inventory', /\/core\/dist\/model\/inventory-builder\.js$/],
  [() => 'collect', /\/packages\/aws\/dist\//],
  [() => 'write', /\/reports\/json\//],
];

/** Milliseconds on the main thread, by phase. */
export type Phases = Readonly<Record<string, number>>;

/** Does some work under a profiler: it takes longer than without. */
export async function withPhases<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly phases: Phases }> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return { result, phases: phasesOf(profile) };
}

function phasesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Phases {
  const phaseOf = new Map<number, string>();
  // Parents stand before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    const phase = phaseOfFrame(callFrame) ?? phaseOf.get(id) ?? 'other';
    phaseOf.set(id, phase);
    for (const child of children) phaseOf.set(child, phase);
  }
  const phases: Record<string, number> = {};
  samples.forEach((id, sample) => {
    const phase = phaseOf.get(id) ?? 'other';
    if (phase !== 'idle') phases[phase] = (phases[phase] ?? 0) + (timeDeltas[sample] ?? 0) / 1000;
  });
  return phases;
}

function phaseOfFrame({ functionName, url }: Profiler.ProfileNode['callFrame']): string | undefined {
  if (functionName === '(idle)') return 'idle';
  if (functionName === '(garbage collector)') return 'garbage collection';
  for (const [phase, files] of PHASES) {
    const file = files.exec(url);
    if (file !== null) return phase(file);
  }
  return undefined;
}
