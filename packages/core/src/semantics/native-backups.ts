import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import { descriptorOf, tableOf } from '../model/resource.js';
import type { ResourceType } from '../model/resource.js';
import type { NativeBackupFacts } from '../model/types/type-descriptor.js';

/** Every kind of native backup: what services back up without AWS Backup, by themselves or by hand. */
export const NATIVE_BACKUPS = tableOf('nativeBackups');

type Mechanism = Pick<NativeBackup, 'mechanism'>;

/** The name of a kind of native backup in a sentence. */
export function nativeBackupName({ mechanism }: Mechanism): string {
  return NATIVE_BACKUPS[mechanism].name;
}

/** The names of the kinds of backup that are looked for, for a type of resource; AWS Backup's own come first. */
export function backupKindNames(type: ResourceType): readonly string[] {
  const native = Object.values(descriptorOf({ type }).nativeBackups);
  return ['AWS Backup recovery points', ...native.map(({ name }) => name)];
}

/** The names of the kinds of native backup that lie in another Region, for a type of resource. */
export function namesInOtherRegions(type: ResourceType): readonly string[] {
  const native: readonly NativeBackupFacts[] = Object.values(descriptorOf({ type }).nativeBackups);
  return native.filter(({ inAnotherRegion }) => inAnotherRegion === true).map(({ name }) => name);
}

/** Returns true if backups are made regularly, without a request for each. */
export function isAutomatic({ mechanism }: Mechanism): boolean {
  return NATIVE_BACKUPS[mechanism].made === 'automatic';
}

/**
 * Returns true for the versions of objects: the service keeps what is overwritten or deleted and reports no restorable
 * time.
 */
export function isVersioning({ mechanism }: Mechanism): boolean {
  return NATIVE_BACKUPS[mechanism].made === 'versions';
}

/**
 * The moment by which a native backup must have its first restorable time, where it is switched on and has none yet.
 * `from`: when it was switched on, at the earliest. Undefined: it is off, it has one, or nothing announces its first.
 */
export function firstNativeDue(
  { enabled, latestRestorableAt, mechanism }: NativeBackup,
  from: Instant | undefined,
): Instant | undefined {
  const { firstWithin } = NATIVE_BACKUPS[mechanism];
  if (!enabled || latestRestorableAt !== undefined || from === undefined || firstWithin === undefined) return undefined;
  return from + firstWithin;
}
