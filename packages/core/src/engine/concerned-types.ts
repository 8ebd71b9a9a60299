import type { PopulationKind } from '../model/population-kind.js';
import { descriptorOf, isResourceType } from '../model/resource.js';
import type { AnyDescriptor } from '../model/resource.js';
import type { SubjectType } from './outcome.js';

/** The kinds of thing that are read of a whole scope and concern resources of some types only. */
const OF_SOME_TYPES: Readonly<Partial<Record<PopulationKind, (descriptor: AnyDescriptor) => boolean>>> = {
  lifecyclePolicies: ({ lifecyclePolicies }) => lifecyclePolicies,
  lockedSnapshots: ({ keptByEc2 }) => keptByEc2 !== false,
  recycleBinRules: ({ keptByEc2 }) => keptByEc2 !== false,
  disabledImages: ({ keptByEc2 }) => keptByEc2 === 'EC2_IMAGE',
};

/** Returns true if a kind may be about subjects of a type. */
export function concernsType(kind: PopulationKind, subject: SubjectType): boolean {
  const isAbout = OF_SOME_TYPES[kind];
  if (isAbout === undefined) return true;
  return !isResourceType(subject) || isAbout(descriptorOf({ type: subject }));
}
