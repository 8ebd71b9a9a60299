import type { ResourceBase } from './resource-base.js';
import { NOTHING_ELSE } from './types/capability.js';
import type { TypeDescriptor } from './types/type-descriptor.js';

/** The name of a type that a pack declares, in the namespace of the pack: `acme:elasticache-cluster`. */
export type PackTypeName = `${string}:${string}`;

/** A resource of a type that a pack declares. */
export interface PackResource extends ResourceBase {
  readonly type: PackTypeName;
}

/**
 * The facts that all types of packs have in common. AWS Backup supports none of them, for the types that it supports are
 * Backproof's own; their services back them up in one of these ways. It is the same whatever packs are loaded, so an
 * inventory means the same wherever it is judged.
 */
export const packType = {
  type: 'pack:type',
  label: { one: 'resource of a pack', many: 'resources of packs' },
  arns: [],
  optIn: { always: true },
  variants: [{ name: 'type of a pack', can: NOTHING_ELSE }],
  unsupported: {
    'type-of-pack': { meaning: 'it does not support this type of resource', applies: () => true },
  },
  requirements: [],
  relations: {},
  nativeBackups: {
    'pack-point-in-time': {
      name: 'point-in-time recovery',
      made: 'automatic',
      continuous: true,
      afterDeletion: 'goes',
    },
    'pack-automatic-backups': {
      name: 'automatic backups',
      made: 'automatic',
      continuous: false,
      afterDeletion: 'goes',
    },
    'pack-manual-backups': { name: 'manual backups', made: 'manual', continuous: false, afterDeletion: 'stays' },
  },
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<PackResource>;

/** A type of resource that a pack adds to those that a scan lists. */
export interface PackType {
  readonly name: PackTypeName;
  /** Its names in a sentence: `ElastiCache cluster`, `ElastiCache clusters`. */
  readonly label: { readonly one: string; readonly many: string };
}

/** Declares a type of resource; a service of the same pack lists its resources and reads their backups. */
export function defineType(type: PackType): PackType {
  const name: string = type.name;
  if (!isPackTypeName(name)) {
    throw new TypeError(`"${name}" is not a valid name of a type. Write it like acme:elasticache-cluster`);
  }
  return Object.freeze({ ...type });
}

const NAME = /^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/;

/** Returns true for the name of a type of a pack. None of Backproof's own types has such a name. */
export function isPackTypeName(name: string): name is PackTypeName {
  return NAME.test(name);
}
