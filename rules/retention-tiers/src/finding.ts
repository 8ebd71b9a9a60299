import { formatDuration, formatInstant } from '@backproof/core';
import type { TimeSpan } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { TierDesign } from './design.js';
import type { Tier } from './policy.js';
import type { TierProof } from './proof.js';

/** What was found of one tier: what its plans will make, and what the points show. */
export interface Finding {
  readonly tier: Tier;
  readonly design: TierDesign;
  readonly proof: TierProof;
}

/** Whether the points miss the tier: there are none for too long, or they do not live long enough. */
export function isMissed({ gaps, shortLived }: TierProof): boolean {
  return gaps.length > 0 || shortLived.length > 0;
}

/** `daily, weekly` */
export function namesOf(findings: readonly Finding[]): string {
  return findings.map(({ tier }) => tier.name).join(', ');
}

/** What is wrong with each tier, a sentence each. */
export function itemsText(findings: readonly Finding[]): string {
  return findings.map((finding) => `${finding.tier.name}: ${faultsOf(finding).join('; ')}.`).join(' ');
}

function faultsOf({ tier, design, proof }: Finding): readonly string[] {
  const promised = design.text === '' ? [] : [design.text];
  if (proof.gaps.length > 0) return [...promised, `no point ${stretchesText(proof.gaps)}`];
  if (proof.shortLived.length === 0) return promised;
  return [...promised, `no point that lives ${formatDuration(tier.keepMs)} ${stretchesText(proof.shortLived)}`];
}

/** How many stretches a message names. The newest matter most. */
const STRETCHES_NAMED = 5;

function stretchesText(stretches: readonly TimeSpan[]): string {
  const named = stretches.slice(-STRETCHES_NAMED).map(stretchText);
  const more = stretches.length - named.length;
  return `${named.join(', ')}${more === 0 ? '' : `, and ${more} more before`}`;
}

/** `from 2026-11-13 05:00 UTC to 2026-11-16 05:00 UTC (3 d)` */
export function stretchText({ from, to }: TimeSpan): string {
  return `from ${formatInstant(from)} to ${formatInstant(to)} (${formatDuration(to - from)})`;
}

/** `nightly, monthly` */
export function planNames(plans: readonly CoveringPlan[]): string {
  return plans.map(({ plan }) => plan.name).join(', ');
}
