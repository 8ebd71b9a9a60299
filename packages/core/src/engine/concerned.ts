import { isForCompleteness, partRead } from '../model/population-kind.js';
import type { Population } from '../model/population.js';
import { descriptorOf } from '../model/resource.js';
import type { ResourceType } from '../model/resource.js';
import { typesOfConfigType } from '../semantics/type-arn.js';
import { concernsType } from './concerned-types.js';
import type { CountComparison } from './completeness.js';
import type { Subjects } from './exclusion.js';

/** The types that a scan is narrowed to, as its settings have them. */
type Narrowing = Pick<Subjects, 'types'>;

/**
 * Returns the populations that can concern a verdict of a scan. A scan that is narrowed to some types depends on the
 * resources, tags, own backups and replicas of these types and of those that may protect them, and on all populations
 * that are not of one type. Populations that only show how complete the scan is concern no verdict.
 */
export function concernedPopulations(populations: readonly Population[], narrowing: Narrowing): readonly Population[] {
  const judging = populations.filter(({ kind }) => !isForCompleteness(kind));
  const types = concernedTypes(narrowing);
  if (types === undefined) return judging;
  return judging.filter(({ kind, of }) => {
    if (![...types].some((type) => concernsType(kind, type))) return false;
    return partRead(kind) !== 'type' || of === undefined || [...types].some((type) => type === of);
  });
}

/** Returns the comparisons with AWS Config that can concern a verdict of a scan: those of the types that it depends on. */
export function concernedCounts(counts: readonly CountComparison[], narrowing: Narrowing): readonly CountComparison[] {
  const types = concernedTypes(narrowing);
  if (types === undefined) return counts;
  return counts.filter(({ configType }) => typesOfConfigType(configType).some((type) => types.has(type)));
}

/** The judged types and those whose resources may protect theirs, in steps; undefined if all types are judged. */
function concernedTypes({ types }: Narrowing): ReadonlySet<ResourceType> | undefined {
  if (types === undefined) return undefined;
  const concerned = new Set<ResourceType>();
  const queue = [...types];
  for (let type = queue.pop(); type !== undefined; type = queue.pop()) {
    if (concerned.has(type)) continue;
    concerned.add(type);
    queue.push(...Object.values(descriptorOf({ type }).relations).flat());
  }
  return concerned;
}
