import { DAY } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { NOTHING_ELSE } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A provisioned cluster of Amazon Redshift. */
export interface RedshiftCluster extends ResourceBase {
  readonly type: 'Redshift';
}

/**
 * Provisioned clusters of Amazon Redshift. The guide's table of features has no row for them, and says that a feature
 * may not be assumed where it is not stated.
 * @source Developer Guide, redshift-backups, backup-feature-availability
 * @source Amazon Redshift Management Guide, managing-snapshots-console: automated snapshots every eight hours, copies to
 * another Region
 */
export const redshift = {
  type: 'Redshift',
  label: { one: 'Redshift cluster', many: 'Redshift clusters' },
  arns: [{ service: 'redshift', resource: 'cluster:{id}', configType: 'AWS::Redshift::Cluster' }],
  optIn: { always: false },
  variants: [{ name: 'Redshift', can: NOTHING_ELSE }],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {
    'redshift-automated-snapshots': {
      name: 'automated snapshots',
      made: 'automatic',
      continuous: false,
      firstWithin: DAY,
      afterDeletion: 'goes',
    },
    'redshift-copied-snapshots': {
      name: 'snapshots copied to another Region',
      made: 'automatic',
      continuous: false,
      inAnotherRegion: true,
      firstWithin: DAY,
      afterDeletion: 'goes',
    },
    'redshift-manual-snapshots': {
      name: 'manual snapshots',
      made: 'manual',
      continuous: false,
      afterDeletion: 'stays',
    },
  },
  replications: { 'redshift-multi-az': { name: 'a Redshift Multi-AZ deployment', relation: 'source' } },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: true,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<RedshiftCluster>;
