import { DAY, durationText, formatInstant, overLimitText, PROBLEM_KINDS } from '@backproof/core';
import type { Instant, TimeSpan } from '@backproof/core';
import { carriersOf } from './carriers.js';
import type { Carrier, CoveringPlan, Surroundings } from './carriers.js';
import { isTooLong } from './policy.js';
import type { Tier } from './policy.js';

/** The reasons why plans can never meet a tier, the one to fix first at the head. */
export const SHORTCOMINGS = [...PROBLEM_KINDS, 'design-falls-short'] as const;

/**
 * The result of the plans of a resource for one tier: they meet it; they meet it if its type is opted in, if AWS
 * manages its key, or does not, if a vault in a state that is not known takes its points, if AWS Backup makes continuous
 * and periodic backups in several vaults, or if there are copies in vaults that were not scanned; or they never can.
 */
export interface TierDesign {
  readonly state: (typeof STATES)[number]['state'] | (typeof SHORTCOMINGS)[number];
  /** The obstacle, as a clause for a message; empty where there is none. */
  readonly text: string;
  /** The start windows of the runs that were to make its points in the last year, in order. */
  readonly due: readonly TimeSpan[];
  /** The vaults of the copies that carry it. */
  readonly copyVaults: readonly string[];
}

/** Long enough to meet every month, and every day of February but one. */
const YEAR = 366 * DAY;

/** The time that the runs of plans are worked out for. */
export function designSpan(tiers: readonly Tier[], now: Instant): TimeSpan {
  return { from: now - YEAR, to: now + Math.max(YEAR, ...tiers.map(({ limitMs }) => 2 * limitMs)) };
}

/** Works out the result of the plans of a resource for each tier, from their runs in the coming year. */
export function designOf(
  tiers: readonly Tier[],
  plans: readonly CoveringPlan[],
  around: Surroundings,
): readonly TierDesign[] {
  const carriers = carriersOf(plans, around);
  return tiers.map((tier) => designOfTier(tier, carriers, { from: around.now, to: around.span.to }));
}

/** The conditions under which a plan keeps its promise, the least doubtful first. */
const STATES = [
  { state: 'holds', restsOn: ['plan'] },
  { state: 'opt-in-unknown', restsOn: ['plan', 'opt-in'] },
  { state: 'key-unknown', restsOn: ['plan', 'opt-in', 'key'] },
  { state: 'vault-state-unknown', restsOn: ['plan', 'opt-in', 'key', 'vault-state'] },
  { state: 'one-vault-unknown', restsOn: ['plan', 'opt-in', 'key', 'vault-state', 'one-vault'] },
  { state: 'copies-unseen', restsOn: ['plan', 'opt-in', 'key', 'vault-state', 'one-vault', 'unseen-vault'] },
] as const satisfies readonly {
  readonly state: string;
  readonly restsOn: readonly Carrier['restsOn'][];
}[];

function designOfTier(tier: Tier, carriers: readonly Carrier[], ahead: TimeSpan): TierDesign {
  const lasting = carriers.filter(({ keptMs }) => keptMs >= tier.keepMs);
  const sound = lasting.filter(({ problem }) => problem === undefined);
  for (const { state, restsOn } of STATES) {
    const counted = sound.filter((carrier) => restsOn.some((ground) => ground === carrier.restsOn));
    const runs = snapshotRuns(counted);
    if (!isContinuous(counted, ahead) && longestBreak(tier, runs, ahead) !== undefined) continue;
    const text = state === 'copies-unseen' ? unseenText(counted) : '';
    const copyVaults = counted.flatMap(({ copy, vaultArn }) => (copy ? vaultArn : []));
    return { state, text, due: runs.filter(({ to }) => to <= ahead.from), copyVaults };
  }
  const [problem] = lasting
    .flatMap((carrier) => carrier.problem ?? [])
    .sort((a, b) => PROBLEM_KINDS.indexOf(a.kind) - PROBLEM_KINDS.indexOf(b.kind));
  const shortfall = sound.length > 0 || problem === undefined ? [shortfallText(tier, carriers, sound, ahead)] : [];
  const text = [...(problem ? [problem.text] : []), ...shortfall].join('; ');
  return { state: problem?.kind ?? 'design-falls-short', text, due: [], copyVaults: [] };
}

function unseenText(carriers: readonly Carrier[]): string {
  const unseen = carriers.filter(({ restsOn }) => restsOn === 'unseen-vault');
  return `the copies are in ${[...new Set(unseen.map(({ vaultArn }) => vaultArn))].join(', ')}`;
}

function shortfallText(tier: Tier, all: readonly Carrier[], sound: readonly Carrier[], ahead: TimeSpan): string {
  if (all.length === 0) return 'no plan creates points that count';
  const worst = longestBreak(tier, snapshotRuns(sound), ahead);
  if (sound.length === 0 || worst === undefined) return `no rule keeps its points for ${durationText(tier.keepMs)}`;
  const [from, to] = [formatInstant(worst.from), formatInstant(worst.to)];
  return `the rules that keep their points long enough do not run for ${overLimitText(worst.to - worst.from, tier.limitMs)}, from ${from} to ${to}`;
}

/** Returns true if a continuous point will cover the time ahead. */
function isContinuous(carriers: readonly Carrier[], ahead: TimeSpan): boolean {
  return carriers.some(({ continuous, runs }) => continuous && runs.some(({ from }) => from >= ahead.from));
}

/** The longest of the stretches ahead in which no run makes a point and which are too long for the tier. */
function longestBreak(tier: Tier, runs: readonly TimeSpan[], ahead: TimeSpan): TimeSpan | undefined {
  let longest: TimeSpan | undefined;
  let reached = ahead.from;
  for (const { from: to } of [...runs, { from: ahead.to }]) {
    if (to < ahead.from) continue;
    const isLongest = longest === undefined || to - reached > longest.to - longest.from;
    if (isLongest && isTooLong(tier, reached, to)) longest = { from: reached, to };
    reached = to;
  }
  return longest;
}

/** The runs that make snapshots, in order. What a rule brings to several vaults comes of the same runs. */
function snapshotRuns(carriers: readonly Carrier[]): readonly TimeSpan[] {
  const ofRules = new Set(carriers.filter(({ continuous }) => !continuous).map(({ runs }) => runs));
  return [...ofRules].flat().sort((a, b) => a.from - b.from);
}

/** Returns true if a run that was to make a point lies in a stretch without one, and its plan was active by then. */
export function wasDueIn({ due }: TierDesign, gap: TimeSpan, atWorkSince: Instant): boolean {
  const since = Math.max(gap.from, atWorkSince);
  return due.some(({ from, to }) => from > since && to <= gap.to);
}
