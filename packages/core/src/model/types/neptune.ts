import { COPIES } from './capability.js';
import { DATABASE_ARNS, DATABASE_BACKUPS, READ_REPLICATION, UNSUPPORTED_DATABASES } from './database.js';
import type { Database } from './database.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** Amazon Neptune clusters. The RDS API lists them. */
export const neptune = {
  type: 'Neptune',
  label: { one: 'Neptune cluster', many: 'Neptune clusters' },
  arns: DATABASE_ARNS,
  optIn: { always: true },
  variants: [
    {
      name: 'Neptune',
      can: { ...COPIES, restoreTesting: true, airGapped: true },
      inOptInRegions: { crossAccountCopy: false },
    },
  ],
  unsupported: UNSUPPORTED_DATABASES,
  requirements: [],
  relations: { cluster: ['Neptune'], source: ['Neptune'] },
  nativeBackups: DATABASE_BACKUPS,
  replications: {
    'neptune-replicas': { name: 'Neptune read replicas', relation: 'source' },
    'rds-read-replica': READ_REPLICATION,
  },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: true,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<Database>;
