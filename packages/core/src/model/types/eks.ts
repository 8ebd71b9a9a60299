import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A cluster of Amazon EKS. */
export interface EksCluster extends ResourceBase {
  readonly type: 'EKS';
}

/**
 * Clusters of Amazon EKS. A recovery point is a composite: the state of the cluster and a point for each of its
 * persistent volumes, which have the features of their own types. EKS has no backups of its own.
 * @source Developer Guide, eks-backups, backup-feature-availability
 */
export const eks = {
  type: 'EKS',
  label: { one: 'EKS cluster', many: 'EKS clusters' },
  arns: [{ service: 'eks', resource: 'cluster/{name}', configType: 'AWS::EKS::Cluster' }],
  optIn: { always: false },
  variants: [{ name: 'EKS', can: { ...COPIES, fullManagement: true, airGapped: true } }],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {},
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<EksCluster>;
