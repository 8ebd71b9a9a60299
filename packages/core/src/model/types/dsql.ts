import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A cluster of Amazon Aurora DSQL, or the part of a multi-Region cluster in one Region. */
export interface DsqlCluster extends ResourceBase {
  readonly type: 'DSQL';
}

/**
 * Clusters of Amazon Aurora DSQL, which has no backups of its own. Each Region of a multi-Region cluster is backed up by
 * itself, and all of them take writes.
 * @source Developer Guide, backup-aurora, backup-feature-availability
 * @source Amazon Aurora DSQL User Guide, configuring-multi-region-clusters
 */
export const dsql = {
  type: 'DSQL',
  label: { one: 'Aurora DSQL cluster', many: 'Aurora DSQL clusters' },
  arns: [{ service: 'dsql', resource: 'cluster/{id}' }],
  optIn: { always: false },
  variants: [{ name: 'DSQL', can: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true } }],
  unsupported: {},
  requirements: [],
  relations: { peer: ['DSQL'] },
  nativeBackups: {},
  replications: { 'dsql-multi-region': { name: 'a multi-Region Aurora DSQL cluster', relation: 'peer' } },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<DsqlCluster>;
