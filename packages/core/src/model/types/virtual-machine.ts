import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A VMware virtual machine, on premises, in VMware Cloud on AWS or on AWS Outposts. */
export interface VirtualMachine extends ResourceBase {
  readonly type: 'VirtualMachine';
}

/**
 * VMware virtual machines that a gateway of AWS Backup finds on its hypervisors.
 * @source Developer Guide, vm-backups, backup-feature-availability
 * @source Service Authorization Reference, AWS Backup gateway: the resource type virtualmachine
 */
export const virtualMachine = {
  type: 'VirtualMachine',
  label: { one: 'VMware virtual machine', many: 'VMware virtual machines' },
  arns: [{ service: 'backup-gateway', resource: 'vm/{id}' }],
  optIn: { always: false },
  variants: [{ name: 'VirtualMachine', can: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true } }],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {},
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<VirtualMachine>;
