import { deletionGuards, parseDuration, scopeKey } from '@backproof/core';
import type { CommonEvidence, DeletionGuards, Instant, ResourceCapability, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The evidence that the rule needs, and how much of it. */
export const needs = {
  recoveryPoints: 'enough',
  nativeBackups: 'enough',
  backupJobs: 'enough',
  copyJobs: 'enough',
  vaults: 'enough',
  vaultPolicies: 'context',
  lockedSnapshots: 'context',
  regionSettings: 'enough',
} as const;

/** The facts that all resources of a run share. */
export interface Prepared {
  readonly guardOf: DeletionGuards;
  readonly isScanned: (scope: Parameters<typeof scopeKey>[0]) => boolean;
  readonly maxAgeMs: number;
  readonly minRetentionMs: number;
}

/** The context in which the rule judges a resource. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, Prepared>;

/** The context of a resource that AWS Backup supports, with what it can do for it. */
export type JudgedContext = Context & {
  readonly capability: ResourceCapability & { readonly supported: true };
  /** The moment before which data is too old. */
  readonly oldestAllowed: Instant;
};

/** One recent recovery point that is protected decides, unless each must be. */
export function horizon({ points, maxAge }: Options): number | undefined {
  return points === 'newest' ? parseDuration(maxAge) : undefined;
}

/** Works out, once a run, what the resources share. */
export function prepare({
  options,
  common,
  now,
}: {
  readonly options: Options;
  readonly common: CommonEvidence;
  readonly now: Instant;
}): Prepared {
  const scanned = new Set(common.scopes.map(scopeKey));
  return {
    guardOf: deletionGuards(common.vaults, common.vaultPolicies, now, options.exceptPrincipals),
    isScanned: (scope) => scanned.has(scopeKey(scope)),
    maxAgeMs: parseDuration(options.maxAge),
    minRetentionMs: parseDuration(options.minRetention),
  };
}
