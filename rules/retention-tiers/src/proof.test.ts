import { DAY, HOUR, recoveryPointTable } from '@backproof/core';
import type { RecoveryPoint, RestorableWindow, TimeSpan } from '@backproof/core';
import { bunkerVaultArn, ebsVolume, NOW, recoveryPoint } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaults } from './options.js';
import { readPolicy } from './policy.js';
import type { Policy, Tier } from './policy.js';
import { proofOf } from './proof.js';
import type { TierProof } from './proof.js';

const volume = ebsVolume();

const GROUNDS = { until: NOW, held: new Set<string>(), unknownStatusCounts: false };

/** A point of some hours ago; of a continuous one also how far its window reaches. */
interface Sample {
  readonly point: RecoveryPoint;
  readonly window?: RestorableWindow;
}

function proofs(policy: Policy, samples: readonly Sample[], bornAt: number): readonly TierProof[] {
  const table = recoveryPointTable(samples.map(({ point }) => point));
  const windows = new Map(samples.map(({ point, window }) => [point.arn, window]));
  const dossier = { resource: volume, recoveryPoints: table.of(volume.arn) };
  const grounds = { ...GROUNDS, bornAt, windowOf: ({ arn }: RecoveryPoint) => windows.get(arn) };
  return proofOf(policy, dossier, NOW, grounds, new Set());
}

const hours = (max: number) => fc.nat(max).map((count) => NOW - count * HOUR);

const anySample: fc.Arbitrary<Sample> = fc
  .record({
    createdAt: hours(500),
    status: fc.constantFrom('COMPLETED' as const, 'COMPLETED' as const, 'AVAILABLE' as const, 'EXPIRED' as const),
    keepDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    deleteAfterCopy: fc.constantFrom(false, false, false, true),
    atHome: fc.boolean(),
    id: fc.uuid(),
    window: fc.option(fc.tuple(hours(300), fc.nat(200), fc.integer({ min: 1, max: 35 })), { freq: 5, nil: undefined }),
  })
  .map(({ keepDays, window, atHome, id, ...fields }) => {
    const place = atHome ? {} : { vaultArn: bunkerVaultArn };
    const kept = keepDays === undefined ? {} : { keepDays };
    const common = { arn: `arn:point/${id}`, ...fields, ...place };
    if (window === undefined) return { point: recoveryPoint(volume, { ...common, ...kept }) };
    const [to, length, retentionDays] = window;
    const point = recoveryPoint(volume, { ...common, continuous: true });
    return { point, window: { from: to - length * HOUR, to, retentionDays } };
  });

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    tiers: fc.array(
      fc
        .tuple(fc.constantFrom('6h', '12h', '24h', '36h'), fc.constantFrom('2d', '7d', '15d'))
        .map(([every, keep]) => ({ name: every, every, keep })),
      { minLength: 1, maxLength: 3 },
    ),
    tolerance: fc.constantFrom('0h', '5h', '24h'),
    businessDays: fc.boolean(),
    where: fc.constantFrom('any' as const, 'primary' as const, 'copy' as const),
    effectiveFrom: fc.constantFrom('2026-11-01', '2026-11-15'),
  })
  .map(readPolicy);

const anyHistory = fc.array(anySample, { maxLength: 40 });
const anyBirth = hours(400);

/** What the policy says, at each half past an hour: the moments at which no point is young enough. */
function lateMoments(policy: Policy, tier: Tier, samples: readonly Sample[], since: number): readonly number[] {
  const counted = samples.filter(({ point: { status, deleteAt = Infinity, deleteAfterCopy, vaultArn } }) => {
    const atHome = vaultArn !== bunkerVaultArn;
    const isWhere = policy.where === 'any' || (policy.where === 'primary') === atHome;
    return isWhere && status !== 'EXPIRED' && deleteAt > NOW && !deleteAfterCopy;
  });
  const isLate = (moment: number): boolean => {
    const restorable = counted.flatMap(({ point, window }) => {
      if (window === undefined) return point.createdAt <= moment ? [point.createdAt] : [];
      return window.from <= moment ? [Math.min(window.to, moment)] : [];
    });
    return tier.length(Math.max(since, ...restorable), moment) > tier.limitMs;
  };
  const count = Math.max(0, Math.ceil((NOW - since) / HOUR));
  return Array.from({ length: count }, (_, hour) => since + hour * HOUR + HOUR / 2).filter(isLate);
}

function lateIn(tier: Tier, gaps: readonly TimeSpan[], since: number): readonly number[] {
  return gaps.flatMap(({ from, to }) => {
    const first = since + Math.floor((from - since) / HOUR) * HOUR + HOUR / 2;
    const moments = Array.from({ length: (to - from) / HOUR }, (_, hour) => first + hour * HOUR);
    return moments.filter((moment) => tier.length(from, moment) > tier.limitMs);
  });
}

describe('proofOf', () => {
  it('finds in one pass what a look at every hour finds', () => {
    fc.assert(
      fc.property(anyPolicy, anyHistory, anyBirth, (policy, samples, bornAt) => {
        for (const { tier, since, gaps } of proofs(policy, samples, bornAt)) {
          expect(since).toBe(Math.max(NOW - tier.keepMs, bornAt, policy.effectiveFrom));
          expect(lateIn(tier, gaps, since)).toEqual(lateMoments(policy, tier, samples, since));
          expect(gaps.filter((gap) => lateIn(tier, [gap], since).length === 0)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts for long lives only what lives long', () => {
    fc.assert(
      fc.property(anyPolicy, anyHistory, anyBirth, (policy, samples, bornAt) => {
        for (const { tier, since, shortLived } of proofs(policy, samples, bornAt)) {
          const longLived = samples.filter(({ point: { createdAt, deleteAt = Infinity }, window }) =>
            window ? window.retentionDays * DAY >= tier.keepMs : deleteAt - createdAt >= tier.keepMs,
          );
          expect(lateIn(tier, shortLived, since)).toEqual(lateMoments(policy, tier, longLived, since));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names a point that lives long wherever one fills a gap', () => {
    fc.assert(
      fc.property(anyPolicy, anyHistory, anyBirth, (policy, samples, bornAt) => {
        for (const { tier, since, shortLived, carrier } of proofs(policy, samples, bornAt)) {
          if (carrier !== undefined || since >= NOW) continue;
          expect(lateIn(tier, shortLived, since)).toEqual(lateMoments(policy, tier, [], since));
        }
      }),
    );
  });

  it('does not count the points of vaults that hold none', () => {
    const [policy, point] = [readPolicy(defaults), recoveryPoint(volume)];
    const dossier = {
      resource: volume,
      recoveryPoints: recoveryPointTable([point]).of(volume.arn),
    };
    const grounds = { ...GROUNDS, bornAt: NOW - DAY, windowOf: () => undefined };
    const carriers = [new Set<string>(), new Set([point.vaultArn])].map((views) =>
      proofOf(policy, dossier, NOW, grounds, views).map(({ carrier }) => carrier),
    );
    expect(carriers).toEqual([
      [0, 0, 0],
      [undefined, undefined, undefined],
    ]);
  });
});
