import { ageText, isAtRest, overLimitText, stoppedSince } from '@backproof/core';
import type { Evidence, Instant, Verdict } from '@backproof/core';
import type { Context } from './context.js';

/** A backup that may hold all the data of a stopped database. */
export interface LastBackup {
  readonly restorableAt: Instant;
  /** The backups that restore it, as the end of a sentence. */
  readonly by: string;
}

/** A stopped database: since when, and whether its last backup was recent enough then. */
export interface Stopped {
  readonly since: Instant;
  readonly isFresh: boolean;
}

/**
 * Determines whether the last backup of a stopped database was recent enough when it stopped: no data has changed since,
 * and no backups are made. Undefined: it is not stopped, or AWS did not report since when.
 */
export function stoppedWith({ dossier, prepared }: Context, restorableAt: Instant): Stopped | undefined {
  if (!isAtRest(dossier.resource)) return undefined;
  const since = stoppedSince(dossier.resource.state, dossier.nativeBackups);
  return since === undefined ? undefined : { since, isFresh: restorableAt >= since - prepared.allowedMs };
}

/** Returns true if a database is stopped and neither AWS nor a restorable time shows since when. */
export function stopTimeUnknown({ dossier }: Context): boolean {
  return isAtRest(dossier.resource) && stoppedSince(dossier.resource.state, dossier.nativeBackups) === undefined;
}

/** The pass of a stopped database whose last backup was recent enough when it stopped. */
export function passStopped(
  { dossier: { resource }, pass }: Context,
  { restorableAt, by }: LastBackup,
  since: Instant,
  evidence: readonly Evidence[],
): Verdict {
  const data = { name: resource.name, since: new Date(since), restorable: new Date(restorableAt), by };
  return pass('stopped', data, evidence);
}

/** The verdict of a stopped database in a plan, whose newest backup is too old by now. */
export function judgeStopped(
  context: Context,
  last: LastBackup,
  { plans, allowed }: { readonly plans: string; readonly allowed: string },
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, now, fail, unknown } = context;
  if (!isAtRest(dossier.resource)) return undefined;
  const { name } = dossier.resource;
  const restorable = new Date(last.restorableAt);
  const stopped = stoppedWith(context, last.restorableAt);
  if (stopped === undefined) {
    return unknown('stop-time-unknown', { name, restorable, age: ageText(now - last.restorableAt) }, evidence);
  }
  const { since } = stopped;
  if (stopped.isFresh) return passStopped(context, last, since, evidence);
  const age = overLimitText(since - last.restorableAt, context.prepared.allowedMs);
  return fail('stale-when-stopped', { name, since: new Date(since), plans, restorable, age, allowed }, evidence);
}
