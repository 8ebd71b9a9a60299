import { parseDuration } from '../config/duration.js';
import { scopeKey } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import { heldPoints } from '../semantics/usable-points.js';
import type { Instant } from '../model/instant.js';
import type { CommonEvidence } from '../rule/dossier.js';
import type { PromiseGrounds } from '../semantics/promise-problem.js';
import type { HeldPoints } from '../semantics/usable-points.js';
import { destinationFinder } from './destination.js';
import type { DestinationFinder } from './destination.js';
import type { CopyOptions } from './options.js';
import { runsOfPlans } from './overlap.js';
import type { RunsOf } from './overlap.js';
import type { Placement } from './placement.js';

/** The facts and remembered answers that all resources of a run share. */
export interface CopyPrepared {
  readonly placement: Placement;
  readonly grounds: PromiseGrounds;
  readonly destinationOf: DestinationFinder;
  /** The points that legal holds keep past the end of their lifecycle. */
  readonly held: HeldPoints;
  readonly runsOf: RunsOf;
  readonly maxAgeMs: number;
  readonly minRetentionMs: number;
}

/** The setting in which a rule about copies is prepared. */
export interface CopySetting<Options extends CopyOptions = CopyOptions> {
  readonly options: Options;
  readonly common: CommonEvidence;
  readonly now: Instant;
}

/** Works out, once a run, what the resources share whose copies must lie in a place. */
export function prepareCopies({ options, common, now }: CopySetting, placement: Placement): CopyPrepared {
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
