import type { Survival } from '../semantics/survival/index.js';

/**
 * Works out what is left of an instance whose volumes are backed up by themselves: it comes back if all of them do, to the
 * moment of the worst of them.
 *
 * @param own - what is left by its own images
 * @param parts - what is left of its volumes
 */
export function partsSurvival(own: Survival, parts: readonly Survival[]): Survival {
  const survivors = parts.flatMap((part) => (part.status === 'survives' ? [part] : []));
  const [worst] = survivors.toSorted((a, b) => b.rpoMs - a.rpoMs);
  if (worst !== undefined && survivors.length === parts.length) {
    const ends = survivors.flatMap(({ until }) => until ?? []);
    const until = ends.length === 0 ? undefined : Math.min(...ends);
    const oldest = Math.max(...survivors.map((part) => part.oldest));
    return { ...worst, until, oldest, atLeast: survivors.some(({ atLeast }) => atLeast) };
  }
  if (own.status !== 'lost') return own;
  return parts.find(({ status }) => status === 'unknown') ?? parts.find(({ status }) => status === 'at-risk') ?? own;
}
