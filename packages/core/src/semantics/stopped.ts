import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { ResourceState } from '../model/resource.js';
import { NATIVE_BACKUPS } from './native-backups.js';

/**
 * The moment at which a stopped resource stopped: its data has not changed since, and its service makes no automated
 * backups. Where AWS does not report it, the last moment that its continuous native backups restore stands in. Undefined:
 * it is not stopped, or AWS does not report since when.
 *
 * @source Amazon RDS User Guide, user-stopinstance and user-workingwithautomatedbackups
 */
export function stoppedSince(
  state: ResourceState | undefined,
  nativeBackups: readonly NativeBackup[],
): Instant | undefined {
  if (state?.is !== 'stopped') return undefined;
  if (state.since !== undefined) return state.since;
  const heads = nativeBackups.flatMap(({ enabled, mechanism, latestRestorableAt }) =>
    enabled && NATIVE_BACKUPS[mechanism].continuous && latestRestorableAt !== undefined ? [latestRestorableAt] : [],
  );
  return heads.length === 0 ? undefined : Math.max(...heads);
}
