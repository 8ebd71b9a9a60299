import type { NativeBackup } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import { descriptorOf } from '../model/resource.js';
import type { Resource, ResourceState } from '../model/resource.js';
import { NATIVE_BACKUPS } from './native-backups.js';

/**
 * Returns true if the data of a resource has not changed since it stopped: it is stopped, or is being started, which
 * takes minutes in which a database accepts no writes and its service makes no automated backups.
 *
 * @source Amazon RDS User Guide, user-startinstance
 */
export function isStopped(state: ResourceState | undefined): boolean {
  return state?.is === 'stopped' || (state?.is === 'transient' && state.word === 'starting');
}

/** Returns true if a resource is stopped and of a type whose data nothing changes meanwhile. */
export function isAtRest(resource: Resource): boolean {
  return isStopped(resource.state) && descriptorOf(resource).restsWhenStopped;
}

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
  if (state === undefined || !isStopped(state)) return undefined;
  if (state.since !== undefined) return state.since;
  const heads = nativeBackups.flatMap(({ enabled, mechanism, latestRestorableAt }) =>
    enabled && NATIVE_BACKUPS[mechanism].continuous && latestRestorableAt !== undefined ? [latestRestorableAt] : [],
  );
  return heads.length === 0 ? undefined : Math.max(...heads);
}
