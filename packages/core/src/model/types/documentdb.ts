import { COPIES } from './capability.js';
import { DATABASE_ARNS, DATABASE_BACKUPS, READ_REPLICATION, UNSUPPORTED_DATABASES } from './database.js';
import type { Database } from './database.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** Amazon DocumentDB clusters. The RDS API lists them. */
export const documentDb = {
  type: 'DocumentDB',
  label: { one: 'DocumentDB cluster', many: 'DocumentDB clusters' },
  arns: DATABASE_ARNS,
  optIn: { always: true },
  variants: [
    {
      name: 'DocumentDB',
      can: { ...COPIES, restoreTesting: true, airGapped: true },
      inOptInRegions: { crossAccountCopy: false, crossRegionCopy: false },
    },
  ],
  unsupported: UNSUPPORTED_DATABASES,
  requirements: [],
  relations: { cluster: ['DocumentDB'], source: ['DocumentDB'] },
  nativeBackups: DATABASE_BACKUPS,
  replications: {
    'documentdb-replicas': { name: 'DocumentDB replicas', relation: 'source' },
    'rds-read-replica': READ_REPLICATION,
  },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: true,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<Database>;
