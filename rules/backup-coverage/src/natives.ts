import { isAutomatic, isVersioning } from '@backproof/core';
import type { NativeBackup } from '@backproof/core';
import type { Context } from './context.js';

/** The native backups that the options accept, the one that can restore the newest moment first. */
export function acceptedNatives(context: Context): readonly NativeBackup[] {
  const { acceptNative, acceptManual } = context.options;
  return existingNatives(context).filter((native) => (isAutomatic(native) ? acceptNative : acceptManual));
}

/**
 * The native backups that are enabled or were made, except those that hold AWS Backup's own continuous points, and
 * earlier versions of objects.
 */
export function existingNatives({ dossier }: Context): readonly NativeBackup[] {
  return dossier.nativeBackups
    .filter((native) => native.enabled && native.recoveryPointArn === undefined && !isVersioning(native))
    .toSorted((a, b) => (b.latestRestorableAt ?? 0) - (a.latestRestorableAt ?? 0));
}

/** The versioning of a bucket, if it is enabled: it keeps what is overwritten or deleted. */
export function versioningOf({ dossier }: Context): NativeBackup | undefined {
  return dossier.nativeBackups.find((native) => native.enabled && isVersioning(native));
}
