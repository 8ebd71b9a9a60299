import { DAY, defined, RECOVERY_POINT_STATUSES } from '@backproof/core';
import type { Instant, RecoveryPoint, RecoveryPointStatus, Vault } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import type { JsonObject } from '../../answers/json-object.js';
import { rawMembers } from '../../answers/raw-members.js';
import { required } from '../../required.js';
import type { Answer } from '../../required.js';
import { unknownWordsOf } from '../../unknown-words.js';
import { ListRawPointsCommand } from './raw-points.js';
import { isDeletedAfterCopy } from './translate.js';

/**
 * Recovery points, read by vault: a thousand a call, with all that retention needs. Read by resource, each point would
 * take a call of its own. Vaults of every type are read; the vault's type determines the worth of its points.
 *
 * @source API ListRecoveryPointsByBackupVault
 */
export async function* readRecoveryPoints(
  context: Pick<ReadingContext, 'pages' | 'translated' | 'forEachItem' | 'points'>,
  vault: Vault,
): AsyncIterable<Page> {
  const { translated } = context;
  for await (const page of pagesOf(context, vault)) {
    const points = required(page.points, 'ListRecoveryPointsByBackupVault: RecoveryPoints', page);
    const statuses: [id: string, word: string | undefined][] = [];
    const toPoint = (point: JsonObject): RecoveryPoint => {
      const read = toRecoveryPoint(vault, point, page);
      if (read.status === 'UNKNOWN') statuses.push([read.arn, RAW.string(point, 'Status')]);
      return read;
    };
    yield {
      recoveryPoints: translated(points, 'ListRecoveryPointsByBackupVault: RecoveryPointArn', toPoint, (point) =>
        RAW.string(point, 'ResourceArn'),
      ),
      unknownWords: unknownWordsOf('ListRecoveryPointsByBackupVault: Status', statuses, []),
    };
  }
}

/** The pages of a vault: of all its points, of the young ones, or of some resources, one after the other. */
async function* pagesOf(
  { pages, forEachItem, points }: Pick<ReadingContext, 'pages' | 'forEachItem' | 'points'>,
  { arn, name }: Vault,
) {
  const resources = points?.further?.get(arn);
  if (resources === undefined || resources === 'all') {
    const createdAfter = points?.createdAfter;
    const since = createdAfter === undefined ? {} : { ByCreatedAfter: new Date(createdAfter) };
    yield* pages(ListRawPointsCommand, { BackupVaultName: name, ...since });
    return;
  }
  const ask = async (ByResourceArn: string) => {
    const answers = [];
    for await (const page of pages(ListRawPointsCommand, { BackupVaultName: name, ByResourceArn })) answers.push(page);
    return answers;
  };
  for await (const { answer } of forEachItem(resources, ask, (resource) => [resource])) yield* answer;
}

const RAW = rawMembers('ListRecoveryPointsByBackupVault');

/** @source API RecoveryPointByBackupVault; REST JSON protocol: dates are seconds since 1970, with fractions. */
function toRecoveryPoint(vault: Vault, point: JsonObject, answer: Answer): RecoveryPoint {
  const { structure, string, instant, number, boolean } = RAW;
  const arn = required(string(point, 'RecoveryPointArn'), 'ListRecoveryPointsByBackupVault: RecoveryPointArn', answer);
  const calculated = structure(point, 'CalculatedLifecycle');
  const lifecycle = structure(point, 'Lifecycle');
  const createdBy = structure(point, 'CreatedBy');
  const resourceArn = required(string(point, 'ResourceArn'), 'ListRecoveryPointsByBackupVault: ResourceArn', answer);
  const createdAt = required(instant(point, 'CreationDate'), 'ListRecoveryPointsByBackupVault: CreationDate', answer);
  const continuous = isContinuous(arn, resourceArn);
  const encryptionKeyArn = string(point, 'EncryptionKeyArn');
  const isEncrypted = boolean(point, 'IsEncrypted');
  return {
    arn,
    vaultArn: string(point, 'BackupVaultArn') ?? vault.arn,
    resourceArn,
    resourceType: required(string(point, 'ResourceType'), 'ListRecoveryPointsByBackupVault: ResourceType', answer),
    status: toStatus(string(point, 'Status')),
    createdAt,
    deleteAfterCopy: isDeletedAfterCopy(string(lifecycle, 'DeleteAfterEvent')),
    continuous,
    isParent: boolean(point, 'IsParent') === true,
    ...defined({
      completedAt: instant(point, 'CompletionDate'),
      deleteAt: instant(calculated, 'DeleteAt') ?? (continuous ? undefined : endOf(createdAt, lifecycle)),
      moveToColdStorageAt: instant(calculated, 'MoveToColdStorageAt'),
      parentArn: string(point, 'ParentRecoveryPointArn'),
      sourceVaultArn: string(point, 'SourceBackupVaultArn'),
      planId: string(createdBy, 'BackupPlanId'),
      ruleId: string(createdBy, 'BackupRuleId'),
      encryptionKeyArn,
      encrypted: isEncrypted === true && encryptionKeyArn !== undefined ? undefined : isEncrypted,
      lastRestoredAt: instant(point, 'LastRestoreTime'),
      infected: isInfected(point) ? (true as const) : undefined,
      sizeBytes: number(point, 'BackupSizeInBytes'),
    }),
  };
}

/**
 * When a lifecycle ends, where AWS has not calculated it: a point without an end would be kept forever.
 *
 * @source Developer Guide, plan-options-and-configuration: counted from the start of the job; API Lifecycle: -1 is no end
 */
function endOf(createdAt: Instant, lifecycle: JsonObject): Instant | undefined {
  const days = RAW.number(lifecycle, 'DeleteAfterDays') ?? -1;
  return days < 0 ? undefined : createdAt + days * DAY;
}

function toStatus(value: unknown): RecoveryPointStatus {
  return RECOVERY_POINT_STATUSES.find((status) => status === value) ?? 'UNKNOWN';
}

const POINT_ID = ':recovery-point:';

/**
 * Only its id shows it: that begins with `continuous`; the one of a bucket has the bucket's name without a time, as
 * `uploads-5ec207d0`, where a snapshot's is `uploads-20211231900000-5ec207d0`.
 *
 * @source Developer Guide, point-in-time-recovery; access-control, ARNs of recovery points
 */
function isContinuous(arn: string, resourceArn: string): boolean {
  const id = arn.slice(arn.indexOf(POINT_ID) + POINT_ID.length);
  const bucket = /^arn:[^:]+:s3:::(.+)$/.exec(resourceArn)?.[1];
  const ofBucket =
    bucket !== undefined && id.startsWith(`${bucket}-`) && /^[0-9a-f]{8}$/i.test(id.slice(bucket.length + 1));
  return ofBucket || /^continuous[:-]/.test(id);
}

/** @source API AggregatedScanResult: its findings are of all scans that a point went through */
function isInfected(point: JsonObject): boolean {
  return RAW.list(RAW.structure(point, 'AggregatedScanResult'), 'Findings').length > 0;
}
