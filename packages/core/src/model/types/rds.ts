import { DAY } from '../instant.js';
import { COPIES, NOTHING_ELSE } from './capability.js';
import { DATABASE_ARNS, DATABASE_BACKUPS, READ_REPLICATION, UNSUPPORTED_DATABASES } from './database.js';
import type { Database } from './database.js';
import type { TypeDescriptor } from './type-descriptor.js';

const isCluster = ({ form }: Database): boolean => form === 'cluster';

/**
 * Amazon RDS instances and Multi-AZ DB clusters.
 * @source Amazon RDS User Guide, user-replicateautomatedbackups
 */
export const rds = {
  type: 'RDS',
  label: { one: 'RDS database', many: 'RDS databases' },
  arns: DATABASE_ARNS,
  // Multi-AZ DB clusters and Aurora clusters share one form of ARN.
  optIn: { always: false, sharesArn: isCluster },
  variants: [
    { name: 'RDS Multi-AZ cluster', applies: isCluster, can: { ...NOTHING_ELSE, restoreTesting: true } },
    { name: 'RDS instance', can: { ...COPIES, continuous: true, restoreTesting: true } },
  ],
  unsupported: UNSUPPORTED_DATABASES,
  requirements: [],
  relations: { cluster: ['RDS'], source: ['RDS', 'Aurora'] },
  nativeBackups: {
    'rds-automated-backups': DATABASE_BACKUPS['rds-automated-backups'],
    'rds-replicated-backups': {
      name: 'automated backups replicated to another Region',
      made: 'automatic',
      continuous: true,
      inAnotherRegion: true,
      firstWithin: DAY,
      afterDeletion: 'stays',
    },
    'rds-snapshots': DATABASE_BACKUPS['rds-snapshots'],
  },
  replications: {
    'rds-multi-az': { name: 'a Multi-AZ standby', relation: 'source' },
    'rds-read-replica': READ_REPLICATION,
  },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: true,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<Database>;
