import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A table of Amazon Timestream for LiveAnalytics. */
export interface TimestreamTable extends ResourceBase {
  readonly type: 'Timestream';
}

/**
 * Tables of Amazon Timestream for LiveAnalytics, which has no backups of its own.
 * @source Developer Guide, timestream-backup, backup-feature-availability
 */
export const timestream = {
  type: 'Timestream',
  label: { one: 'Timestream table', many: 'Timestream tables' },
  arns: [{ service: 'timestream', resource: 'database/{database}/table/{name}' }],
  optIn: { always: false },
  variants: [
    {
      name: 'Timestream',
      can: { ...COPIES, fullManagement: true, coldStorage: true, airGapped: true },
      inOptInRegions: { crossAccountCopy: false },
    },
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
} as const satisfies TypeDescriptor<TimestreamTable>;
