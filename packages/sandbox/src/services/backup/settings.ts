import {
  DescribeGlobalSettings$,
  type DescribeGlobalSettingsInput,
  type DescribeGlobalSettingsOutput,
  DescribeRegionSettings$,
  type DescribeRegionSettingsInput,
  type DescribeRegionSettingsOutput,
  GetSupportedResourceTypes$,
  type GetSupportedResourceTypesOutput,
} from '@aws-sdk/client-backup';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** The settings of an account, by Region and as a whole, and the types that AWS Backup supports. */
export const backupSettingsOperations: readonly Operation<BackupWorld>[] = [
  { schema: DescribeRegionSettings$, answer: describeRegionSettings },
  { schema: DescribeGlobalSettings$, answer: describeGlobalSettings },
  { schema: GetSupportedResourceTypes$, answer: getSupportedResourceTypes },
];

function describeRegionSettings(
  _input: DescribeRegionSettingsInput,
  { scope }: Call<BackupWorld>,
): DescribeRegionSettingsOutput {
  return {
    ResourceTypeOptInPreference: { ...scope.optIn },
    ResourceTypeManagementPreference: { ...scope.management },
  };
}

/** @source API Reference, DescribeGlobalSettings: cross-account backup is off unless it was switched on. */
function describeGlobalSettings(
  _input: DescribeGlobalSettingsInput,
  { scope, world }: Call<BackupWorld>,
): DescribeGlobalSettingsOutput {
  const account = world.accounts.find(({ id }) => id === scope.accountId);
  return { GlobalSettings: { isCrossAccountBackupEnabled: 'false', ...account?.globalSettings } };
}

/** @source API GetSupportedResourceTypesOutput */
const SUPPORTED_TYPES = [
  ...['Aurora', 'CloudFormation', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'EKS', 'FSx', 'Neptune', 'RDS'],
  ...['Redshift', 'S3', 'SAP HANA on Amazon EC2', 'Storage Gateway', 'Timestream', 'VirtualMachine'],
];

function getSupportedResourceTypes(): GetSupportedResourceTypesOutput {
  return { ResourceTypes: SUPPORTED_TYPES };
}
