import type { Instant } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

export interface EbsVolume extends ResourceBase {
  readonly type: 'EBS';
  readonly attachments: readonly Attachment[];
}

/** An attachment of a volume to an instance. @source API VolumeAttachment */
export interface Attachment {
  readonly instanceArn: string;
  /** Absent: not read. An image that was made before does not hold the volume. */
  readonly since?: Instant;
  /** True if the volume is deleted with the instance. Absent: not read. */
  readonly deleteOnTermination?: boolean;
}

/**
 * Amazon EBS volumes.
 * @source Amazon EBS User Guide, ebs-snapshots, snapshot-lifecycle
 */
export const ebs = {
  type: 'EBS',
  label: { one: 'EBS volume', many: 'EBS volumes' },
  arns: [{ service: 'ec2', resource: 'volume/{id}', configType: 'AWS::EC2::Volume' }],
  optIn: { always: false },
  variants: [{ name: 'EBS', can: { ...COPIES, coldStorage: true, restoreTesting: true, airGapped: true } }],
  unsupported: {},
  requirements: [],
  relations: { host: ['EC2'] },
  nativeBackups: {
    'dlm-snapshots': {
      name: 'Data Lifecycle Manager snapshots',
      made: 'automatic',
      continuous: false,
      afterDeletion: 'stays',
    },
    'ebs-snapshots': { name: 'manual EBS snapshots', made: 'manual', continuous: false, afterDeletion: 'stays' },
  },
  replications: {},
  lifecyclePolicies: true,
  keptByEc2: 'EBS_SNAPSHOT',
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<EbsVolume>;
