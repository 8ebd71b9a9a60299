import type { Instant, NativeBackup, NativeMechanism, Scope } from '@backproof/core';

/** Keeps the later one of a thing's moments: of backups, however many, only the newest is held. */
export function keepNewest(newest: Map<string, Instant>, key: string, moment: Instant): void {
  newest.set(key, Math.max(moment, newest.get(key) ?? moment));
}

/** Backups that exist for some resources, by ARN with the moment of the newest. */
export function toNativeBackups<Mechanism extends NativeMechanism>(
  scope: Scope,
  mechanism: Mechanism,
  newest: ReadonlyMap<string, Instant>,
): readonly (NativeBackup & { readonly mechanism: Mechanism })[] {
  return [...newest].map(([resourceArn, latestRestorableAt]) => ({
    scope,
    resourceArn,
    mechanism,
    enabled: true,
    latestRestorableAt,
  }));
}
