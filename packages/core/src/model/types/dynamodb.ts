import { HOUR } from '../instant.js';
import type { ResourceBase } from '../resource-base.js';
import { COPIES, NOTHING_ELSE } from './capability.js';
import type { TypeDescriptor, TypeSwitches } from './type-descriptor.js';

export interface DynamoDbTable extends ResourceBase {
  readonly type: 'DynamoDB';
}

/** The settings of the Region do not show whether a table is basic or advanced. */
function isUnknown(_: DynamoDbTable, { optIn, management }: TypeSwitches): boolean {
  return optIn === 'unknown' || management === 'unknown';
}

/**
 * Amazon DynamoDB tables. Those are advanced for which both switches of the Region are on.
 * @source Developer Guide, advanced-ddb-backup
 * @source Amazon DynamoDB Developer Guide, point-in-time-recovery, backup.tutorial
 */
export const dynamoDb = {
  type: 'DynamoDB',
  label: { one: 'DynamoDB table', many: 'DynamoDB tables' },
  arns: [{ service: 'dynamodb', resource: 'table/{id}', configType: 'AWS::DynamoDB::Table' }],
  optIn: { always: false },
  variants: [
    {
      name: 'DynamoDB basic',
      applies: (_: DynamoDbTable, { optIn, management }: TypeSwitches) => optIn === 'off' || management === 'off',
      can: { ...NOTHING_ELSE, restoreTesting: true },
    },
    {
      name: 'DynamoDB unknown',
      applies: isUnknown,
      can: {
        crossRegionCopy: 'unknown',
        crossAccountCopy: 'unknown',
        continuous: false,
        fullManagement: 'unknown',
        coldStorage: 'unknown',
        restoreTesting: true,
        airGapped: 'unknown',
      },
    },
    {
      name: 'DynamoDB advanced',
      can: { ...COPIES, fullManagement: true, coldStorage: true, restoreTesting: true, airGapped: true },
    },
  ],
  unsupported: {},
  requirements: [],
  relations: { peer: ['DynamoDB'] },
  nativeBackups: {
    'dynamodb-pitr': {
      name: 'point-in-time recovery',
      made: 'automatic',
      continuous: true,
      firstWithin: HOUR,
      afterDeletion: 'last-moment',
    },
    'dynamodb-backups': { name: 'on-demand backups', made: 'manual', continuous: false, afterDeletion: 'stays' },
  },
  replications: { 'dynamodb-global-table': { name: 'a DynamoDB global table', relation: 'peer' } },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<DynamoDbTable>;
