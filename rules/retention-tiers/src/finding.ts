import { backupPlanNames, durationText, formatInstant, overLimitText, unusableText, usability } from '@backproof/core';
import type { TimeSpan, UnusableReason } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { Context } from './context.js';
import type { TierDesign } from './design.js';
import type { Tier } from './policy.js';
import { isCounted } from './proof.js';
import type { TierProof } from './proof.js';

/** The findings on one tier: what its plans will make, and what the points show. */
export interface Finding {
  readonly tier: Tier;
  readonly design: TierDesign;
  readonly proof: TierProof;
}

/** Returns true if the points miss the tier: there are none for too long, or they are not kept long enough. */
export function isMissed({ proof: { gaps, shortLived } }: Pick<Finding, 'proof'>): boolean {
  return gaps.length > 0 || shortLived.length > 0;
}

/** `daily, weekly` */
export function namesOf(findings: readonly Finding[]): string {
  return findings.map(({ tier }) => tier.name).join(', ');
}

/** `backup plans monthly, nightly` */
export function planNames(plans: readonly CoveringPlan[]): string {
  return backupPlanNames(plans.map(({ plan }) => plan));
}

/** The faults of each tier: `daily: no usable point from 2026-11-13 05:00 UTC to 2026-11-16 05:00 UTC (3 days).` */
export function itemsText(context: Context, findings: readonly Finding[]): string {
  return findings.map((finding) => `${finding.tier.name}: ${faultsOf(context, finding).join('; ')}.`).join(' ');
}

function faultsOf(context: Context, { tier, design, proof }: Finding): readonly string[] {
  const promised = design.text === '' ? [] : [design.text];
  if (proof.gaps.length > 0) {
    const missing = `no usable point ${stretchesText(tier, proof.gaps)}`;
    return [...promised, missing, ...unusableIn(context, proof.gaps)];
  }
  if (proof.shortLived.length === 0) return promised;
  return [...promised, `no point kept for ${durationText(tier.keepMs)} ${stretchesText(tier, proof.shortLived)}`];
}

/** The number of stretches that a message names. The newest matter most. */
const STRETCHES_NAMED = 5;

function stretchesText(tier: Tier, stretches: readonly TimeSpan[]): string {
  const named = stretches.slice(-STRETCHES_NAMED).map((stretch) => stretchText(tier, stretch));
  const more = stretches.length - named.length;
  return `${named.join(', ')}${more === 0 ? '' : `, and ${more} more before`}`;
}

/** `from 2026-11-13 05:00 UTC to 2026-11-16 05:00 UTC (3 days)` */
export function stretchText({ limitMs }: Pick<Tier, 'limitMs'>, { from, to }: TimeSpan): string {
  return `from ${formatInstant(from)} to ${formatInstant(to)} (${overLimitText(to - from, limitMs)})`;
}

/** The points in these gaps that do not count, by reason: `unusable points there: 25 expired, 1 partial`. */
function unusableIn({ dossier, prepared, now }: Context, gaps: readonly TimeSpan[]): readonly string[] {
  const { resource, recoveryPoints: points } = dossier;
  const tally = new Map<UnusableReason, number>();
  for (let row = 0; row < points.count; row++) {
    const reason = usability(points, row, now, prepared.held);
    if (reason === 'usable' || !isCounted(points, row, prepared.policy.where, resource, prepared.views)) continue;
    const createdAt = points.createdAt(row);
    if (gaps.some(({ from, to }) => from <= createdAt && createdAt <= to))
      tally.set(reason, (tally.get(reason) ?? 0) + 1);
  }
  return tally.size === 0 ? [] : [`unusable points there: ${unusableText(tally)}`];
}
