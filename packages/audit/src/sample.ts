import { createHash } from 'node:crypto';
import { compare, groupBy } from '@backproof/core';
import type { OutcomeEvidence } from '@backproof/core';
import type { AuditedRestore } from './audited-restore.js';
import type { AuditedResource } from './population.js';
import type { RunRef } from './run-ref.js';

/** The strata that a sample may be drawn from, each alike. */
export const STRATA = ['type', 'account'] as const;

/** A sample that is asked for: `size` resources, or so many of each stratum. The same seed draws the same ones. */
export interface SampleRequest {
  readonly size: number;
  readonly seed: string;
  readonly by?: (typeof STRATA)[number] | undefined;
}

/** The outcome of one rule for a sampled resource. */
export interface SampledResult {
  readonly ruleId: string;
  readonly status: string;
  readonly severity: string;
  /** The disposition of a failure. */
  readonly disposition?: string;
  readonly waiver?: string;
  readonly messageId: string;
  readonly message: string;
  readonly evidence: readonly OutcomeEvidence[];
}

/** The newest recovery point of a sampled resource in one vault, of one status. */
export interface SampledPoint {
  readonly recoveryPointArn: string;
  readonly vaultArn: string;
  readonly status: string;
  readonly createdAt: string;
  readonly completedAt?: string;
  readonly deleteAt?: string;
  /** The vault that it was copied from. Absent: it is no copy, or AWS did not report it. */
  readonly sourceVaultArn?: string;
  readonly planId?: string;
  readonly ruleId?: string;
}

/** A resource that was drawn, by its place in the draw. */
export interface DrawnResource extends Pick<AuditedResource, 'arn' | 'name' | 'type' | 'accountId' | 'region'> {
  readonly stratum: string;
  /** Its place in its stratum, from 1. */
  readonly rank: number;
  /** By which it is ranked: SHA-256 of the seed, its Region and its ARN, in hexadecimal. */
  readonly sha256: string;
}

/** A drawn resource with the evidence of the last run that judged it. */
export interface SampledResource extends DrawnResource {
  readonly run: RunRef & { readonly inventorySha256: string };
  readonly results: readonly SampledResult[];
  /** As that run saw them. */
  readonly points: readonly SampledPoint[];
  /** Its restores of the period. */
  readonly restores: readonly AuditedRestore[];
  /** The number of its exceptions in the audit. */
  readonly exceptions: number;
}

/** A sample of the population, with all that it takes to draw it again. */
export interface AuditedSample extends SampleRequest {
  /** The number of resources that could be drawn: all that a run of the population judged. */
  readonly from: number;
  /** Ordered by stratum and rank. */
  readonly items: readonly SampledResource[];
}

/** The stratum of a sample that is drawn from the population as a whole. */
const ONE_STRATUM = 'all';

/**
 * Draws a sample: all resources that a run of the population judged, passes included, ordered by the SHA-256 of seed, line
 * feed, Region, line feed, ARN in UTF-8; the first of each stratum are drawn.
 */
export function drawSample(
  resources: readonly AuditedResource[],
  { size, seed, by }: SampleRequest,
): readonly DrawnResource[] {
  const strata = groupBy(resources.filter(canBeDrawn), ({ type, accountId }) =>
    by === undefined ? ONE_STRATUM : by === 'type' ? type : accountId,
  );
  return [...strata]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([stratum, ofStratum]) =>
      ofStratum
        .map(({ arn, name, type, accountId, region }) => ({
          ...{ arn, name, type, accountId, region, stratum },
          sha256: createHash('sha256').update(`${seed}\n${region}\n${arn}`).digest('hex'),
        }))
        .sort((a, b) => compare(a.sha256, b.sha256))
        .slice(0, size)
        .map((drawn, index) => ({ ...drawn, rank: index + 1 })),
    );
}

/** Returns true if a run of the population judged the resource. */
export function canBeDrawn({ judgedRuns }: AuditedResource): boolean {
  return judgedRuns > 0;
}
