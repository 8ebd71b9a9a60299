import { isForCompleteness } from '../model/population.js';
import type { Population, PopulationKind } from '../model/population.js';
import type { ResourceType } from '../model/resource.js';
import { TYPES_OF_CONFIG_TYPE } from '../semantics/config-type.js';
import type { CountComparison } from './completeness.js';
import type { Subjects } from './exclusion.js';

/** The types that a scan is narrowed to, as its settings have them. */
type Narrowing = Pick<Subjects, 'types'>;

/** Kinds whose populations are of one type of resource each. */
const BY_TYPE: readonly PopulationKind[] = ['resources', 'tags', 'nativeBackups', 'replicas'];

/** Types whose resources may protect one another: instances and volumes, databases and the clusters that replicate them. */
const RELATED: readonly (readonly ResourceType[])[] = [
  ['EC2', 'EBS'],
  ['RDS', 'Aurora'],
];

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
    // Its policies target volumes and instances.
    if (kind === 'lifecyclePolicies') return types.has('EBS') || types.has('EC2');
    return !BY_TYPE.includes(kind) || of === undefined || types.has(of);
  });
}

/** Returns the comparisons with AWS Config that can concern a verdict of a scan: those of the types that it depends on. */
export function concernedCounts(counts: readonly CountComparison[], narrowing: Narrowing): readonly CountComparison[] {
  const types = concernedTypes(narrowing);
  if (types === undefined) return counts;
  return counts.filter(({ configType }) => TYPES_OF_CONFIG_TYPE[configType].some((type) => types.has(type)));
}

/** The judged types and those that may protect them; undefined if all types are judged. */
function concernedTypes({ types }: Narrowing): ReadonlySet<string> | undefined {
  if (types === undefined) return undefined;
  return new Set(types.flatMap((type) => [type, ...RELATED.filter((related) => related.includes(type)).flat()]));
}
