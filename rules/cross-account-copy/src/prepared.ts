import { heldPoints, parseDuration, scopeKey, scopeOf } from '@backproof/core';
import type { CommonEvidence, HeldPoints, Instant, PromiseGrounds } from '@backproof/core';
import { destinationFinder } from './destination.js';
import type { DestinationFinder } from './destination.js';
import type { Options } from './options.js';
import { runsOfPlans } from './overlap.js';
import type { RunsOf } from './overlap.js';
import { anotherAccount } from './placement.js';
import type { Placement } from './placement.js';

/** The facts and remembered answers that all resources of a run share. */
export interface Prepared {
  readonly placement: Placement;
  readonly grounds: PromiseGrounds;
  readonly destinationOf: DestinationFinder;
  /** The points that legal holds keep past the end of their lifecycle. */
  readonly held: HeldPoints;
  readonly runsOf: RunsOf;
  readonly maxAgeMs: number;
  readonly minRetentionMs: number;
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
  const placement = anotherAccount(options);
  const scanned = new Set(common.scopes.map(scopeKey));
  const grounds: PromiseGrounds = {
    vaults: new Map(common.vaults.map((vault) => [vault.arn, vault])),
    isScanned: (vaultArn) => {
      const scope = scopeOf(vaultArn);
      return scope !== undefined && scanned.has(scopeKey(scope));
    },
    now,
  };
  return {
    placement,
    grounds,
    destinationOf: destinationFinder(grounds, placement),
    held: heldPoints(common.legalHolds),
    runsOf: runsOfPlans(now),
    maxAgeMs: parseDuration(options.maxAge),
    minRetentionMs: parseDuration(options.minRetention),
  };
}
