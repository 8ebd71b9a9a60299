import {
  DescribeGlobalSettings$,
  type DescribeGlobalSettingsInput,
  type DescribeGlobalSettingsOutput,
  DescribeRegionSettings$,
  type DescribeRegionSettingsInput,
  type DescribeRegionSettingsOutput,
  type Framework,
  ListFrameworks$,
  type ListFrameworksInput,
  type ListFrameworksOutput,
} from '@aws-sdk/client-backup';
import { backupPaging } from './paging.js';
import { listing } from '../../service/listing.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** The settings of an account: by Region, as a whole, and the frameworks of its audits. */
export const backupSettingsOperations: readonly Operation<BackupWorld>[] = [
  { schema: DescribeRegionSettings$, answer: describeRegionSettings },
  { schema: DescribeGlobalSettings$, answer: describeGlobalSettings },
  listing<BackupWorld, ListFrameworksInput, ListFrameworksOutput, Framework>(ListFrameworks$, {
    items: ({ scope }) => scope.frameworks ?? [],
    page: 'Frameworks',
    paging: backupPaging,
  }),
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
