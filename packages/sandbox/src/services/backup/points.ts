import {
  DescribeRecoveryPoint$,
  type DescribeRecoveryPointInput,
  type DescribeRecoveryPointOutput,
  ListRecoveryPointsByBackupVault$,
  type ListRecoveryPointsByBackupVaultInput,
  type ListRecoveryPointsByBackupVaultOutput,
  ListRecoveryPointsByResource$,
  type ListRecoveryPointsByResourceInput,
  type ListRecoveryPointsByResourceOutput,
  type RecoveryPointByBackupVault,
  type RecoveryPointByResource,
  type ScanResult,
} from '@aws-sdk/client-backup';
import { backupPaging, checkArn, resourceNotFound } from './paging.js';
import { vaultOf } from './vaults.js';
import { after, before, is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { found, own } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Recovery points, by vault and by resource. */
export const recoveryPointOperations: readonly Operation<BackupWorld>[] = [
  listing<
    BackupWorld,
    ListRecoveryPointsByBackupVaultInput,
    ListRecoveryPointsByBackupVaultOutput,
    RecoveryPointByBackupVault
  >(ListRecoveryPointsByBackupVault$, {
    items: (call, { BackupVaultName = '' }) => pointsIn(call, BackupVaultName),
    where: {
      ByResourceArn: is('ResourceArn'),
      ByResourceType: is('ResourceType'),
      ByBackupPlanId: (wanted) => (point) => point.CreatedBy?.BackupPlanId === wanted,
      ByParentRecoveryPointArn: is('ParentRecoveryPointArn'),
      ByCreatedAfter: after('CreationDate'),
      ByCreatedBefore: before('CreationDate'),
    },
    page: 'RecoveryPoints',
    paging: backupPaging,
  }),
  // All points of a world are managed by AWS Backup, so the wish for these alone leaves out none.
  listing<BackupWorld, ListRecoveryPointsByResourceInput, ListRecoveryPointsByResourceOutput, RecoveryPointByResource>(
    ListRecoveryPointsByResource$,
    {
      items: ({ scope }, { ResourceArn = '' }) => {
        checkArn(ResourceArn);
        const points = Object.values(scope.recoveryPoints ?? {}).flat();
        return points.filter((point) => point.ResourceArn === ResourceArn).map(ofResource);
      },
      page: 'RecoveryPoints',
      paging: backupPaging,
    },
  ),
  { schema: DescribeRecoveryPoint$, answer: describeRecoveryPoint },
];

function pointsIn(call: Call<BackupWorld>, vaultName: string): readonly RecoveryPointByBackupVault[] {
  const points = own(call.scope.recoveryPoints, vaultName);
  if (points === undefined) vaultOf(call, { BackupVaultName: vaultName });
  return points ?? [];
}

/** The size has another name there. @source API RecoveryPointByResource, BackupSizeBytes */
function ofResource({ BackupSizeInBytes, ...point }: RecoveryPointByBackupVault): RecoveryPointByResource {
  return { ...point, BackupSizeBytes: BackupSizeInBytes };
}

function describeRecoveryPoint(
  { BackupVaultName = '', RecoveryPointArn = '' }: DescribeRecoveryPointInput,
  call: Call<BackupWorld>,
): DescribeRecoveryPointOutput {
  checkArn(RecoveryPointArn);
  const point = found(
    pointsIn(call, BackupVaultName).find((each) => each.RecoveryPointArn === RecoveryPointArn),
    () => resourceNotFound(`Recovery point ${RecoveryPointArn}`),
  );
  return { ...point, StorageClass: storageClassOf(point, call.world.now), ScanResults: scanResultsOf(point) };
}

function storageClassOf({ CalculatedLifecycle }: RecoveryPointByBackupVault, now: number): 'WARM' | 'COLD' {
  const { MoveToColdStorageAt: movedAt } = CalculatedLifecycle ?? {};
  return movedAt !== undefined && Number(movedAt) <= now ? 'COLD' : 'WARM';
}

function scanResultsOf({ AggregatedScanResult: result }: RecoveryPointByBackupVault): ScanResult[] | undefined {
  if (result === undefined) return undefined;
  const { FailedScan, Findings, LastComputed } = result;
  const ScanJobState = FailedScan === true ? 'FAILED' : 'COMPLETED';
  return [{ MalwareScanner: 'GUARDDUTY', ScanJobState, LastScanTimestamp: LastComputed, Findings }];
}
