import { DAY } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A volume of a Volume Gateway. */
export interface StorageGatewayVolume extends ResourceBase {
  readonly type: 'Storage Gateway';
}

/**
 * Volumes of AWS Storage Gateway. AWS Backup does not support file and tape gateways.
 * @source Storage Gateway User Guide, scheduling-snapshot: every 24 hours at the longest
 */
export const storageGateway = {
  type: 'Storage Gateway',
  label: { one: 'Storage Gateway volume', many: 'Storage Gateway volumes' },
  arns: [{ service: 'storagegateway', resource: 'gateway/{gateway}/volume/{id}' }],
  optIn: { always: false },
  variants: [{ name: 'Storage Gateway', can: { ...COPIES, airGapped: true } }],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {
    'storage-gateway-snapshots': {
      name: 'scheduled snapshots',
      made: 'automatic',
      continuous: false,
      firstWithin: DAY,
      afterDeletion: 'stays',
    },
  },
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: 'EBS_SNAPSHOT',
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<StorageGatewayVolume>;
