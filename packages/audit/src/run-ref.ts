import type { RecordedRun } from './recorded-run.js';

/** A run by its id, and the time of its inventory, ISO 8601. */
export interface RunRef {
  readonly id: string;
  readonly at: string;
}

export function runRef({ id, takenAt }: RecordedRun): RunRef {
  return { id, at: iso(takenAt) };
}

export function iso(moment: number): string {
  return new Date(moment).toISOString();
}

/** Something that runs saw, with the first and the last of them and how many they are. */
export interface Sighting<T> {
  readonly value: T;
  readonly first: RunRef;
  readonly last: RunRef;
  readonly runs: number;
}

/**
 * The distinct items of runs, each once, in the order of the first run that has it.
 * @param seen with a key that distinguishes the items
 */
export function sightings<T>(
  runs: readonly RecordedRun[],
  seen: (run: RecordedRun) => Iterable<readonly [key: string, value: T]>,
): readonly Sighting<T>[] {
  const found = new Map<string, Sighting<T>>();
  for (const run of runs) {
    const ref = runRef(run);
    for (const [key, value] of new Map(seen(run))) {
      const known = found.get(key);
      found.set(key, { value, first: known?.first ?? ref, last: ref, runs: (known?.runs ?? 0) + 1 });
    }
  }
  return [...found.values()];
}
