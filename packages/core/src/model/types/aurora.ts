import { COPIES } from './capability.js';
import { DATABASE_ARNS, DATABASE_BACKUPS, READ_REPLICATION, UNSUPPORTED_DATABASES } from './database.js';
import type { Database } from './database.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** Amazon Aurora clusters. Their automated backups cannot be disabled. */
export const aurora = {
  type: 'Aurora',
  label: { one: 'Aurora cluster', many: 'Aurora clusters' },
  arns: DATABASE_ARNS,
  optIn: { always: true },
  variants: [{ name: 'Aurora', can: { ...COPIES, continuous: true, restoreTesting: true, airGapped: true } }],
  unsupported: UNSUPPORTED_DATABASES,
  requirements: [],
  relations: { cluster: ['Aurora'], source: ['RDS', 'Aurora'] },
  nativeBackups: DATABASE_BACKUPS,
  replications: {
    'aurora-readers': { name: 'Aurora Replicas', relation: 'source' },
    'aurora-global-database': { name: 'an Aurora global database', relation: 'source' },
    'rds-read-replica': READ_REPLICATION,
  },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: true,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<Database>;
