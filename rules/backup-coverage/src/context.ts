import { parseDuration, promiseGrounds } from '@backproof/core';
import type { CommonEvidence, Dossier, Instant, PromiseGrounds, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The evidence that the rule needs of a resource. */
export type CoverageKind =
  | 'assignments'
  | 'recoveryPoints'
  | 'nativeBackups'
  | 'backupJobs'
  | 'lifecyclePolicies'
  | 'legalHolds'
  | 'regionSettings'
  | 'encryptionKeys';

/** The facts that all resources of a run share. */
export interface Prepared {
  readonly grounds: PromiseGrounds;
  /** The allowed age of restorable data, tolerance included. */
  readonly allowedMs: number;
}

export type Context = RuleContext<CoverageKind, typeof messages, Options, Prepared>;

/** Older recovery points decide only by what is continuous: it is seldom, and these are read further. */
export function horizon({ maxAge, tolerance }: Options): number {
  return parseDuration(maxAge) + parseDuration(tolerance);
}

/** Readies the rule for a run. */
export function prepare({
  options,
  common,
  now,
}: {
  readonly options: Options;
  readonly common: CommonEvidence;
  readonly now: Instant;
}): Prepared {
  return { grounds: promiseGrounds(common, now), allowedMs: horizon(options) };
}

/** Returns true if restorable data of this moment is recent enough. */
export function isFresh(restorableAt: Instant, { now, prepared }: Context): boolean {
  return restorableAt >= now - prepared.allowedMs;
}

/** The moment from which backups can contain what is judged. Undefined: its creation is not known. */
export function startOf({ resource, evidenceFrom }: Dossier<CoverageKind>): Instant | undefined {
  const moments = [resource.createdAt, evidenceFrom].filter((moment) => moment !== undefined);
  return moments.length === 0 ? undefined : Math.max(...moments);
}
