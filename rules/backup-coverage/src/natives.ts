import { isAutomatic } from '@backproof/core';
import type { NativeBackup } from '@backproof/core';
import type { Context } from './context.js';

/** The native backups that the options accept, the one that can restore the newest moment first. */
export function acceptedNatives(context: Context): readonly NativeBackup[] {
  const { acceptNative, acceptManual } = context.options;
  return existingNatives(context).filter((native) => (isAutomatic(native) ? acceptNative : acceptManual));
}

/** The native backups that are enabled or were made, except those that hold AWS Backup's own continuous points. */
export function existingNatives({ dossier }: Context): readonly NativeBackup[] {
  return dossier.nativeBackups
    .filter(({ enabled, recoveryPointArn }) => enabled && recoveryPointArn === undefined)
    .toSorted((a, b) => (b.latestRestorableAt ?? 0) - (a.latestRestorableAt ?? 0));
}
