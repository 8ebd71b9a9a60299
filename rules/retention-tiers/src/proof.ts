import { DAY, sameScope, scopeOf, usability } from '@backproof/core';
import type { Dossier, Instant, RecoveryPoint, RestorableWindow, Resource, TimeSpan } from '@backproof/core';
import { isTooLong } from './policy.js';
import type { Policy, Tier } from './policy.js';

/** What the points that exist show of one tier. */
export interface TierProof {
  readonly tier: Tier;
  /** The tier is asked for from then on. */
  readonly since: Instant;
  /** The stretches without any usable point, too long for the tier. */
  readonly gaps: readonly TimeSpan[];
  /** The stretches without a point that is set to live as long as the tier asks; the gaps lie in them. */
  readonly shortLived: readonly TimeSpan[];
  /** The row of the newest point that lives long enough. */
  readonly carrier?: number;
}

/** What the proof stands on where AWS does not tell everything. */
export interface Grounds {
  /** When the resource came to be; -Infinity: nobody knows, so it may be as old as the tier asks. */
  readonly bornAt: Instant;
  /** The window of a continuous point; undefined: not told, so it counts for nothing. */
  readonly windowOf: (point: RecoveryPoint) => RestorableWindow | undefined;
}

/** Lifecycles are whole days. A change of the clocks may take an hour of them, so half a day is forgiven. */
const LIFETIME_SLACK = DAY / 2;

/** How far the points of one kind reach without a break. */
interface Line {
  reached: Instant;
  readonly gaps: TimeSpan[];
}

/** What is followed of one tier from point to point. */
interface Trail {
  readonly tier: Tier;
  readonly since: Instant;
  /** Of all usable points. */
  readonly usable: Line;
  /** Of those that live long enough. */
  readonly lasting: Line;
  carrier?: number;
}

/**
 * What a resource's points show of each tier, in one pass over them: from `since` on, a point is followed by the next
 * one, or by `now`, before the tier's limit is over. A continuous point fills its window. `views` are the ARNs of vaults
 * that show the points of another vault and hold none.
 */
export function proofOf(
  { tiers, effectiveFrom, where }: Policy,
  { resource, recoveryPoints: points }: Pick<Dossier<'recoveryPoints'>, 'resource' | 'recoveryPoints'>,
  now: Instant,
  { bornAt, windowOf }: Grounds,
  views: ReadonlySet<string>,
): readonly TierProof[] {
  const trails = tiers.map((tier): Trail => {
    const since = Math.max(now - tier.keepMs, bornAt, effectiveFrom);
    return { tier, since, usable: { reached: since, gaps: [] }, lasting: { reached: since, gaps: [] } };
  });
  const windows: (readonly [row: number, RestorableWindow])[] = [];
  for (let row = 0; row < points.count; row++) {
    if (usability(points, row, now) !== 'usable') continue;
    if (views.size > 0 && views.has(points.vaultArn(row))) continue;
    if (where !== 'any' && where !== placeOf(points.vaultArn(row), resource)) continue;
    if (!points.continuous(row)) {
      const createdAt = points.createdAt(row);
      const lifetime = points.deleteAt(row) - createdAt;
      for (const trail of trails) follow(trail, row, createdAt, lifetime);
      continue;
    }
    const window = windowOf(points.at(row));
    if (window !== undefined) windows.push([row, window]);
  }
  return trails.map((trail) => {
    advance(trail.usable, trail.tier, now);
    advance(trail.lasting, trail.tier, now);
    return windows.reduce(fill, proofAlong(trail));
  });
}

/** Whether a vault lies where its resource does. */
function placeOf(vaultArn: string, resource: Resource): 'primary' | 'copy' {
  const scope = scopeOf(vaultArn);
  return scope !== undefined && sameScope(scope, resource) ? 'primary' : 'copy';
}

/** A point comes next. `lifetime`: how long it is kept, in milliseconds; NaN: forever, which no bound is longer than. */
function follow(trail: Trail, row: number, createdAt: Instant, lifetime: number): void {
  advance(trail.usable, trail.tier, createdAt);
  if (lifetime < trail.tier.keepMs - LIFETIME_SLACK) return;
  advance(trail.lasting, trail.tier, createdAt);
  trail.carrier = row;
}

function advance(line: Line, tier: Tier, to: Instant): void {
  if (to <= line.reached) return;
  if (isTooLong(tier, line.reached, to)) line.gaps.push({ from: line.reached, to });
  line.reached = to;
}

function proofAlong({ tier, since, usable, lasting, carrier }: Trail): TierProof {
  return { tier, since, gaps: usable.gaps, shortLived: lasting.gaps, ...(carrier !== undefined && { carrier }) };
}

/** The proof with a continuous point's window in its gaps. */
function fill(proof: TierProof, [row, window]: readonly [number, RestorableWindow]): TierProof {
  const { tier, carrier = row } = proof;
  const gaps = proof.gaps.flatMap((gap) => outside(tier, gap, window));
  if (window.retentionDays * DAY < tier.keepMs) return { ...proof, gaps };
  return { ...proof, gaps, shortLived: proof.shortLived.flatMap((gap) => outside(tier, gap, window)), carrier };
}

/** What is left of a gap before and after a window, where that is still too long. */
function outside(tier: Tier, gap: TimeSpan, { from, to }: TimeSpan): readonly TimeSpan[] {
  if (from >= gap.to || to <= gap.from) return [gap];
  const rest = [
    { from: gap.from, to: from },
    { from: to, to: gap.to },
  ];
  return rest.filter((part) => isTooLong(tier, part.from, part.to));
}
