import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A database of SAP HANA on Amazon EC2: the system database, or a tenant. */
export interface SapHanaDatabase extends ResourceBase {
  readonly type: 'SAP HANA on Amazon EC2';
}

/**
 * Databases of SAP HANA on Amazon EC2 that are registered with AWS Systems Manager for SAP. What SAP HANA itself backs up
 * to is not looked at.
 * @source Developer Guide, backup-saphana, backup-feature-availability
 * @source Service Authorization Reference, AWS Systems Manager for SAP: the resource type database
 */
export const sapHana = {
  type: 'SAP HANA on Amazon EC2',
  label: { one: 'SAP HANA database', many: 'SAP HANA databases' },
  arns: [{ service: 'ssm-sap', resource: 'HANA/{application}/DB/{id}' }],
  optIn: { always: false },
  variants: [
    { name: 'SAP HANA on Amazon EC2', can: { ...COPIES, continuous: true, fullManagement: true, coldStorage: true } },
  ],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {},
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<SapHanaDatabase>;
