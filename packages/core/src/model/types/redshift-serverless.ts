import { HOUR } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { NOTHING_ELSE } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A namespace of Amazon Redshift Serverless: its databases, whatever workgroup queries them. */
export interface RedshiftNamespace extends ResourceBase {
  readonly type: 'Redshift Serverless';
}

/**
 * Namespaces of Amazon Redshift Serverless, which AWS Backup backs up by manual snapshots.
 * @source Developer Guide, backup-feature-availability, redshift-backups
 * @source Amazon Redshift Management Guide, serverless-snapshots-recovery-points: a recovery point every 30 minutes, kept
 * 24 hours
 */
export const redshiftServerless = {
  type: 'Redshift Serverless',
  label: { one: 'Redshift Serverless namespace', many: 'Redshift Serverless namespaces' },
  arns: [{ service: 'redshift-serverless', resource: 'namespace/{id}' }],
  optIn: { always: false },
  variants: [{ name: 'Redshift Serverless', can: NOTHING_ELSE }],
  unsupported: {},
  requirements: [],
  relations: {},
  nativeBackups: {
    'redshift-serverless-recovery-points': {
      name: 'Redshift Serverless recovery points',
      made: 'automatic',
      continuous: false,
      firstWithin: HOUR,
      afterDeletion: 'goes',
    },
    'redshift-serverless-snapshots': {
      name: 'Redshift Serverless snapshots',
      made: 'manual',
      continuous: false,
      afterDeletion: 'stays',
    },
  },
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<RedshiftNamespace>;
