import {
  type BackupClient,
  ListRecoveryPointsByBackupVaultCommand,
  type ListRecoveryPointsByBackupVaultCommandInput,
} from '@aws-sdk/client-backup';
import { defined, RECOVERY_POINT_STATUSES } from '@backproof/core';
import type { Instant, RecoveryPoint, RecoveryPointStatus, Vault } from '@backproof/core';
import type { ReadingContext } from '../../collector.js';
import { required } from '../../required.js';
import type { Answer } from '../../required.js';

/** One page of a vault's recovery points. */
interface RecoveryPointPage {
  readonly points: readonly RecoveryPoint[];
  readonly nextToken: string | undefined;
}

/**
 * Reads one page of a vault's recovery points. There are millions of them, and the SDK's deserialiser takes several
 * times as long for one as parsing its JSON does. So the points are taken out of a good answer before the SDK reads it;
 * errors, and answers that are no JSON, are left to the SDK with its retries.
 *
 * @throws MissingFieldError if there is no list, or else what the SDK throws
 */
export async function recoveryPointPage(
  { client, signal, translated }: Pick<ReadingContext<BackupClient>, 'client' | 'signal' | 'translated'>,
  vault: Vault,
  input: Pick<ListRecoveryPointsByBackupVaultCommandInput, 'MaxResults' | 'NextToken'>,
): Promise<RecoveryPointPage> {
  let body: JsonObject = {};
  const takePoints =
    <Args, Result extends { response: unknown }>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const result = await next(args);
      const { response } = result;
      if (!isGoodAnswer(response)) return result;
      const bytes = await client.config.streamCollector(response.body);
      const parsed = jsonObject(bytes);
      response.body = parsed === undefined ? bytes : jsonBytes({ NextToken: parsed.NextToken });
      body = parsed ?? {};
      return result;
    };
  const command = new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName: vault.name, ...input });
  command.middlewareStack.add(takePoints, { step: 'deserialize', priority: 'low', name: 'takePointsMiddleware' });
  const answer = await client.send(command, { abortSignal: signal });

  const listed = Array.isArray(body.RecoveryPoints) ? body.RecoveryPoints.map(toJsonObject) : undefined;
  const points = required(listed, 'ListRecoveryPointsByBackupVault: RecoveryPoints', answer);
  return {
    points: translated(points, 'ListRecoveryPointsByBackupVault: RecoveryPointArn', (point) =>
      toRecoveryPoint(vault, point, answer),
    ),
    nextToken: answer.NextToken,
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** @source API RecoveryPointByBackupVault; REST JSON protocol: dates are seconds since 1970, with fractions. */
function toRecoveryPoint(vault: Vault, point: JsonObject, answer: Answer): RecoveryPoint {
  const arn = required(text(point.RecoveryPointArn), 'ListRecoveryPointsByBackupVault: RecoveryPointArn', answer);
  const calculated = isJsonObject(point.CalculatedLifecycle) ? point.CalculatedLifecycle : {};
  const lifecycle = isJsonObject(point.Lifecycle) ? point.Lifecycle : {};
  const createdBy = isJsonObject(point.CreatedBy) ? point.CreatedBy : {};
  return {
    arn,
    vaultArn: text(point.BackupVaultArn) ?? vault.arn,
    resourceArn: required(text(point.ResourceArn), 'ListRecoveryPointsByBackupVault: ResourceArn', answer),
    resourceType: required(text(point.ResourceType), 'ListRecoveryPointsByBackupVault: ResourceType', answer),
    status: toStatus(point.Status),
    createdAt: required(instant(point.CreationDate), 'ListRecoveryPointsByBackupVault: CreationDate', answer),
    deleteAfterCopy: lifecycle.DeleteAfterEvent === 'DELETE_AFTER_COPY',
    continuous: isContinuous(arn),
    isParent: point.IsParent === true,
    ...defined({
      completedAt: instant(point.CompletionDate),
      deleteAt: instant(calculated.DeleteAt),
      moveToColdStorageAt: instant(calculated.MoveToColdStorageAt),
      parentArn: text(point.ParentRecoveryPointArn),
      sourceVaultArn: text(point.SourceBackupVaultArn),
      planId: text(createdBy.BackupPlanId),
      ruleId: text(createdBy.BackupRuleId),
      encryptionKeyArn: text(point.EncryptionKeyArn),
      lastRestoredAt: instant(point.LastRestoreTime),
      infected: isInfected(point) ? (true as const) : undefined,
      sizeBytes: typeof point.BackupSizeInBytes === 'number' ? point.BackupSizeInBytes : undefined,
    }),
  };
}

function toStatus(value: unknown): RecoveryPointStatus {
  return RECOVERY_POINT_STATUSES.find((status) => status === value) ?? 'UNKNOWN';
}

/** Only its id shows it. @source Developer Guide, point-in-time-recovery: its id begins with `continuous`. */
function isContinuous(arn: string): boolean {
  return /^continuous[:-]/.test(arn.slice(arn.indexOf(':recovery-point:') + ':recovery-point:'.length));
}

/** @source API AggregatedScanResult: its findings are of all scans that a point went through */
function isInfected({ AggregatedScanResult: result }: JsonObject): boolean {
  return isJsonObject(result) && Array.isArray(result.Findings) && result.Findings.length > 0;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function instant(value: unknown): Instant | undefined {
  return typeof value === 'number' ? Math.round(value * 1000) : undefined;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value as an object; a value that is not one has none of the members that a point must have. */
function toJsonObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function jsonObject(bytes: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function jsonBytes(value: JsonObject): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function isGoodAnswer(response: unknown): response is { readonly statusCode: number; body: unknown } {
  if (typeof response !== 'object' || response === null) return false;
  return 'body' in response && 'statusCode' in response && Number(response.statusCode) < 300;
}
