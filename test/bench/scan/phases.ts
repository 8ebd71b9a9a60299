import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';

/**
 * The phases of a scan, by the sources whose functions they run: of a sample the innermost function counts that is in one
 * of these. So what a rule makes other code do is the rule's.
 */
const PHASES: readonly (readonly [phase: (file: RegExpExecArray) => string, files: RegExp])[] = [
  [([, rule = '']) => `evaluate: rule ${rule}`, /\/rules\/([^/]+)\//],
  [() => 'hash', /\/core\/src\/model\/inventory-(?:lines|hash)\.ts$/],
  [() => 'protection', /\/core\/src\/engine\/(?:protection|point-digest)\.ts$/],
  [() => 'dispose', /\/core\/src\/engine\/disposition\.ts$/],
  [() => 'evaluate: outcomes', /\/core\/src\/engine\/outcome-of\.ts$/],
  [() => 'evaluate: dossiers', /\/core\/src\/engine\/(?:dossier-maker|evidence-gatherers|joined-inventory)\.ts$/],
  [() => 'evaluate: engine', /\/core\/src\/engine\//],
  [() => 'collect: inventory', /\/core\/src\/model\/inventory-builder\.ts$/],
  [() => 'collect', /\/packages\/aws\/src\//],
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

function phaseOfFrame(frame: Profiler.ProfileNode['callFrame']): string | undefined {
  if (frame.functionName === '(idle)') return 'idle';
  if (frame.functionName === '(garbage collector)') return 'garbage collection';
  const source = sourceOf(frame);
  for (const [phase, files] of PHASES) {
    const file = files.exec(source);
    if (file !== null) return phase(file);
  }
  return undefined;
}

/** The URL of the source of a function of ours, of which a built file has many; of any other, that of its file. */
function sourceOf({ url, lineNumber, columnNumber }: Profiler.ProfileNode['callFrame']): string {
  if (!/\/(?:packages|rules|reports)\/[^/]+\/dist\//.test(url)) return url;
  const entry = mapOf(url).findEntry(lineNumber, columnNumber);
  return 'originalSource' in entry ? new URL(entry.originalSource, url).href : url;
}

const MAPS = new Map<string, SourceMap>();

function mapOf(url: string): SourceMap {
  const map =
    MAPS.get(url) ?? new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')) as SourceMapPayload);
  MAPS.set(url, map);
  return map;
}
