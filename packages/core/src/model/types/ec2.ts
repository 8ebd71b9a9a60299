import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** An Amazon EC2 instance. Its AWS Backup points hold all its attached EBS volumes (Developer Guide, multi-volume-crash-consistent). */
export interface Ec2Instance extends ResourceBase {
  readonly type: 'EC2';
  readonly rootDevice: 'ebs' | 'instance-store';
  readonly spot: boolean;
  readonly autoScalingGroup?: string;
  /** The AWS service that operates it, such as an EKS Auto Mode node's `eks.amazonaws.com`. */
  readonly managedBy?: string;
}

/**
 * Amazon EC2 instances.
 * @source Amazon EC2 User Guide, creating-an-ami-ebs; Amazon EBS User Guide, ami-policy
 */
export const ec2 = {
  type: 'EC2',
  label: { one: 'EC2 instance', many: 'EC2 instances' },
  arns: [{ service: 'ec2', resource: 'instance/{id}', configType: 'AWS::EC2::Instance' }],
  optIn: { always: false },
  variants: [{ name: 'EC2', can: { ...COPIES, restoreTesting: true, airGapped: true } }],
  unsupported: {
    'instance-store-root': {
      meaning: 'its root device is an instance store',
      applies: ({ rootDevice }) => rootDevice === 'instance-store',
    },
  },
  requirements: [],
  relations: { parts: ['EBS'] },
  nativeBackups: {
    'dlm-images': {
      name: 'Data Lifecycle Manager images',
      made: 'automatic',
      continuous: false,
      afterDeletion: 'stays',
    },
    'ec2-images': { name: 'manual images (AMIs)', made: 'manual', continuous: false, afterDeletion: 'stays' },
  },
  replications: {},
  lifecyclePolicies: true,
  keptByEc2: 'EC2_IMAGE',
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<Ec2Instance>;
