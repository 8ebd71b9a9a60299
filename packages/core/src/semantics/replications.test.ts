import { expect, it } from '@jest/globals';
import { isBetweenPeers, replicationName } from './replications.js';

it.each([
  ['dynamodb-global-table', 'a DynamoDB global table', true],
  ['rds-multi-az', 'a Multi-AZ standby', false],
  ['ontap-snapmirror', 'SnapMirror', false],
] as const)('%s', (mechanism, name, peers) => {
  expect([replicationName({ mechanism }), isBetweenPeers({ mechanism })]).toEqual([name, peers]);
});
