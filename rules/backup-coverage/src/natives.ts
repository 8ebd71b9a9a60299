import { isAutomatic } from '@backproof/core';
import type { NativeBackup } from '@backproof/core';
import type { Context } from './context.js';

/** The native backups that the options accept, first that which can restore the newest moment. */
export function acceptedNatives(context: Context): readonly NativeBackup[] {
  const { acceptNative, acceptManual } = context.options;
  return existingNatives(context).filter((native) => (isAutomatic(native) ? acceptNative : acceptManual));
}

/** The native backups that are switched on or were made, except those that AWS Backup keeps its own continuous points by. */
export function existingNatives({ dossier }: Context): readonly NativeBackup[] {
  return dossier.nativeBackups
    .filter(({ enabled, recoveryPointArn }) => enabled && recoveryPointArn === undefined)
    .toSorted((a, b) => (b.latestRestorableAt ?? 0) - (a.latestRestorableAt ?? 0));
}
