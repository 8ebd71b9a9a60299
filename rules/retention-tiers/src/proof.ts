import { DAY, sameScope, scopeOf, usability } from '@backproof/core';
import type {
  Dossier,
  HeldPoints,
  Instant,
  JudgedResource,
  RecoveryPoint,
  RecoveryPoints,
  RestorableWindow,
  TimeSpan,
} from '@backproof/core';
import type { Where } from './options.js';
import { isTooLong } from './policy.js';
import type { Policy, Tier } from './policy.js';

/** The proof that the existing points give for one tier. */
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

/** The grounds of the proof where AWS does not report everything. */
export interface Grounds {
  /** When the resource was created; -Infinity: not known, so it may be as old as the tier asks. */
  readonly bornAt: Instant;
  /** Its data has not changed since: now, or when it stopped. */
  readonly until: Instant;
  /** The window of a continuous point; undefined: not reported, so it counts for nothing. */
  readonly windowOf: (point: RecoveryPoint) => RestorableWindow | undefined;
  /** The points that a legal hold keeps, as long as it is active. */
  readonly held: HeldPoints;
  /** Points count whose status is a word that this version does not know. */
  readonly unknownStatusCounts: boolean;
}

/** Lifecycles are whole days. A change of the clocks may take an hour of them, so half a day is forgiven. */
const LIFETIME_SLACK = DAY / 2;

/** The stretch that the points of one kind cover without a break. */
interface Line {
  reached: Instant;
  readonly gaps: TimeSpan[];
}

/** The state of one tier from point to point. */
interface Trail {
  readonly tier: Tier;
  readonly since: Instant;
  readonly until: Instant;
  /** The data has not changed in all the time that the tier asks for: any one point of its last state is enough. */
  readonly frozen: boolean;
  /** All usable points. */
  readonly usable: Line;
  /** The points that are kept long enough. */
  readonly lasting: Line;
  carrier?: number;
}

/**
 * Works out what a resource's points show for each tier, in one pass through them: from `since` on, a point is followed
 * by the next one, or by `until`, before the tier's limit is over. A continuous point fills its window. `views` are the
 * ARNs of vaults that show the points of another vault and have none of their own.
 */
export function proofOf(
  { tiers, effectiveFrom, where }: Policy,
  { resource, recoveryPoints: points }: Pick<Dossier<'recoveryPoints'>, 'resource' | 'recoveryPoints'>,
  now: Instant,
  { bornAt, until, windowOf, held, unknownStatusCounts }: Grounds,
  views: ReadonlySet<string>,
): readonly TierProof[] {
  const trails = tiers.map((tier): Trail => {
    const since = Math.max(now - tier.keepMs, bornAt, effectiveFrom);
    const line = (): Line => ({ reached: since, gaps: [] });
    return { tier, since, until, frozen: until < now && until <= since, usable: line(), lasting: line() };
  });
  const windows: (readonly [row: number, RestorableWindow])[] = [];
  for (let row = 0; row < points.count; row++) {
    const how = usability(points, row, now, held);
    const continuous = points.continuous(row);
    const mayCount = (how === 'stopped' && continuous) || (how === 'unknown-status' && unknownStatusCounts);
    if (how !== 'usable' && !mayCount) continue;
    if (!isCounted(points, row, where, resource, views)) continue;
    if (!continuous) {
      const createdAt = points.createdAt(row);
      const isHeld = held.size > 0 && held.has(points.arn(row));
      const lifetime = isHeld ? Infinity : points.deleteAt(row) - createdAt;
      for (const trail of trails) follow(trail, row, createdAt, lifetime);
      continue;
    }
    const window = windowOf(points.at(row));
    if (window === undefined) continue;
    windows.push([row, window]);
    for (const trail of trails) if (trail.frozen) follow(trail, row, window.to, window.retentionDays * DAY);
  }
  return trails.map((trail) => {
    const end = trail.frozen ? now : until;
    advance(trail.usable, trail.tier, end);
    advance(trail.lasting, trail.tier, end);
    return windows.reduceRight(fill, proofAlong(trail));
  });
}

/** Returns true if a point is in a place where points count. */
export function isCounted(
  points: RecoveryPoints,
  row: number,
  where: Where,
  resource: JudgedResource,
  views: ReadonlySet<string>,
): boolean {
  if (views.size > 0 && views.has(points.vaultArn(row))) return false;
  return where === 'any' || where === placeOf(points.vaultArn(row), resource);
}

/** Where a vault lies, seen from its resource. */
function placeOf(vaultArn: string, resource: JudgedResource): 'primary' | 'copy' {
  const scope = scopeOf(vaultArn);
  return scope !== undefined && sameScope(scope, resource) ? 'primary' : 'copy';
}

/** A point comes next. `lifetime`: how long it is kept, in milliseconds; NaN: forever, which no bound is longer than. */
function follow(trail: Trail, row: number, createdAt: Instant, lifetime: number): void {
  const { tier, until, frozen, usable, lasting } = trail;
  const isLasting = !(lifetime < tier.keepMs - LIFETIME_SLACK);
  if (isLasting) trail.carrier = row;
  if (frozen) {
    if (isTooLong(tier, createdAt, until)) return;
    usable.reached = Infinity;
    if (isLasting) lasting.reached = Infinity;
    return;
  }
  const to = Math.min(createdAt, until);
  advance(usable, tier, to);
  if (isLasting) advance(lasting, tier, to);
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

/** The rest of a gap before and after a window, where that is still too long. */
function outside(tier: Tier, gap: TimeSpan, { from, to }: TimeSpan): readonly TimeSpan[] {
  if (from >= gap.to || to <= gap.from) return [gap];
  const rest = [
    { from: gap.from, to: from },
    { from: to, to: gap.to },
  ];
  return rest.filter((part) => isTooLong(tier, part.from, part.to));
}
