import { CONTINUOUS, DELETE_AFTER_COPY, INFECTED, PARENT } from './recovery-point-columns.js';
import type { RecoveryPointColumns } from './recovery-point-columns.js';
import { ORIGIN_FIELDS } from './recovery-point-origin.js';
import type { Origin } from './recovery-point-origin.js';

/** The fields of an origin, each as JSON with a comma before it; empty where the origin does not have it. */
type OriginJson = Readonly<Record<keyof Origin, string>>;

/**
 * Writes points as canonical JSON (fields by name) right out of their columns: no object is made, and what the points
 * of an origin have in common is written once. By way of values it takes several times as long.
 */
export function pointJsonWriter(columns: RecoveryPointColumns): (row: number) => string {
  const origins: OriginJson[] = [];
  const resources: string[] = [];
  return (row) => {
    const origin = (origins[columns.numbers.origin.get(row)] ??= originJson(columns.originOf(row)));
    const resource = (resources[columns.numbers.resource.get(row)] ??= text('resourceArn', columns.resourceArn(row)));
    return (
      `{"arn":${JSON.stringify(columns.arn.get(row))}` +
      moment('completedAt', columns.numbers.completedAt.get(row)) +
      `,"continuous":${columns.flag(row, CONTINUOUS)}` +
      `,"createdAt":${columns.numbers.createdAt.get(row)}` +
      `,"deleteAfterCopy":${columns.flag(row, DELETE_AFTER_COPY)}` +
      moment('deleteAt', columns.numbers.deleteAt.get(row)) +
      encrypted(columns.encrypted(row)) +
      origin.encryptionKeyArn +
      (columns.flag(row, INFECTED) ? ',"infected":true' : '') +
      `,"isParent":${columns.flag(row, PARENT)}` +
      moment('lastRestoredAt', columns.numbers.lastRestoredAt.get(row)) +
      moment('moveToColdStorageAt', columns.numbers.moveToColdStorageAt.get(row)) +
      text('parentArn', columns.parentArn(row)) +
      origin.planId +
      resource +
      origin.resourceType +
      origin.ruleId +
      size(columns.sizeBytes(row)) +
      origin.sourceVaultArn +
      `,"status":"${columns.status(row)}"` +
      origin.vaultArn +
      '}'
    );
  };
}

function originJson(origin: Origin): OriginJson {
  const json: Partial<Record<keyof Origin, string>> = {};
  for (const field of ORIGIN_FIELDS) json[field] = text(field, origin[field]);
  return json as OriginJson;
}

function text(name: string, value: string | undefined): string {
  return value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`;
}

/** An instant of 0 stands for none. */
function moment(name: string, instant: number): string {
  return instant === 0 ? '' : `,"${name}":${instant}`;
}

function encrypted(said: boolean | undefined): string {
  return said === undefined ? '' : `,"encrypted":${said}`;
}

function size(bytes: number | undefined): string {
  return bytes === undefined ? '' : `,"sizeBytes":${bytes}`;
}
