import { evidenceOfHold, unreadSetting } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { Context } from './context.js';
import { SHORTCOMINGS } from './design.js';
import type { Doubt } from './doubts.js';
import { evidenceOn, holdsOf } from './evidence.js';
import { failure } from './failure.js';
import { isMissed, itemsText, namesOf, planNames } from './finding.js';
import type { Finding } from './finding.js';
import type { Grounds } from './proof.js';

/** The findings that a verdict is made from. */
export interface Findings {
  readonly plans: readonly CoveringPlan[];
  /** By tier, as far as it is proven. */
  readonly proven: readonly Finding[];
  /** The grounds that the proof rests on. */
  readonly grounds: Grounds;
  /** The facts that AWS does not report and that might make a difference. */
  readonly doubts: readonly Doubt[];
  /** By tier, with other grounds. */
  readonly findings: (other: Partial<Grounds>) => readonly Finding[];
}

/** The verdict on all tiers: certain failures first, then unknowns, then passes. */
export function verdictOn(context: Context, found: Findings): Verdict {
  const { plans, proven, doubts, findings } = found;
  const favorable = doubts.reduce<Partial<Grounds>>((all, { atBest }) => ({ ...all, ...atBest }), {});
  const failing = (doubts.length === 0 ? proven : findings(favorable)).filter(fails);
  if (failing.length > 0) return failure(context, plans, failing);

  const { dossier, unknown } = context;
  const { name } = dossier.resource;
  const unseen = proven.filter(({ design }) => design.state === 'copies-unseen');
  if (unseen.length > 0) {
    const data = { name, plans: planNames(plans), tiers: namesOf(unseen), items: itemsText(context, unseen) };
    return unknown('copies-unseen', data, evidenceOn(context, proven));
  }
  const missed = proven.filter(isMissed);
  const doubt = doubts.find(({ atBest }) => !findings(atBest).some(isMissed)) ?? doubts[0];
  if (missed.length > 0 && doubt !== undefined) {
    const data = { name, tiers: namesOf(missed), items: itemsText(context, missed) };
    return unknown(doubt.message, data, evidenceOn(context, proven));
  }
  return doubtfulPlan(context, found) ?? held(context, found);
}

/**
 * The proof by points counts even where the opt-in is not known; where copies were not scanned, they may prove more.
 */
function fails(finding: Finding): boolean {
  const { state } = finding.design;
  if (SHORTCOMINGS.some((shortcoming) => shortcoming === state)) return true;
  return state !== 'copies-unseen' && isMissed(finding);
}

/** The results of plans that turn on a fact which is not known, each with a message of its name. */
const DOUBTFUL = ['key-unknown', 'vault-state-unknown', 'one-vault-unknown'] as const;

/**
 * Unknown, where no point proves a plan that works only with a setting of the resource, if the type is opted in, or by
 * who manages the key, or by the state of its vault.
 */
function doubtfulPlan(context: Context, { plans, proven }: Findings): Verdict | undefined {
  const { dossier, unknown } = context;
  const { name, type } = dossier.resource;
  const without = proven.filter(({ proof }) => proof.carrier === undefined);
  const setting = unreadSetting(dossier.resource);
  if (without.length > 0 && setting !== undefined) {
    const data = { name, plans: planNames(plans), tiers: namesOf(without), setting };
    return unknown('setting-unknown', data, evidenceOn(context, proven));
  }
  for (const state of DOUBTFUL) {
    const doubtful = without.filter(({ design }) => design.state === state);
    if (doubtful.length === 0) continue;
    return unknown(state, { name, plans: planNames(plans), tiers: namesOf(doubtful) }, evidenceOn(context, proven));
  }
  const unproven = without.filter(({ design }) => design.state === 'opt-in-unknown');
  if (unproven.length === 0) return undefined;
  const doubtful = plans.filter(({ doubt }) => doubt !== undefined);
  const data = { name, plans: planNames(doubtful), tiers: namesOf(unproven), setting: type };
  const isUnread = doubtful.some(({ doubt }) => doubt === 'opt-in-unread');
  return unknown(isUnread ? 'opt-in-unknown' : 'organization-opt-in-unknown', data, evidenceOn(context, proven));
}

/** The pass, and what it rests on. */
function held(context: Context, { plans, proven, grounds, findings }: Findings): Verdict {
  const { dossier, now, pass } = context;
  const { name } = dossier.resource;
  const evidence = evidenceOn(context, proven);
  const tiers = proven.map(({ tier }) => tier.text).join(', ');
  const holds = holdsOf(context);
  if (holds.length > 0 && findings({ held: new Set() }).some(isMissed)) {
    const data = { name, tiers, holds: holds.map(({ title }) => title).join(', ') };
    return pass('tiers-held-by-legal-hold', data, [...evidence, ...holds.map(evidenceOfHold)]);
  }
  if (grounds.until < now && findings({ until: now }).some(isMissed)) {
    return pass('tiers-held-while-stopped', { name, tiers, since: new Date(grounds.until) }, evidence);
  }
  return sinceWhen(context, plans, proven, tiers, evidence);
}

/** The pass by how far back the points reach. */
function sinceWhen(
  { dossier, now, pass }: Context,
  plans: readonly CoveringPlan[],
  proven: readonly Finding[],
  tiers: string,
  evidence: readonly Evidence[],
): Verdict {
  const { name } = dossier.resource;
  const young = proven.find(({ tier, proof }) => proof.since > now - tier.keepMs);
  if (young === undefined) return pass('tiers-held', { name, tiers }, evidence);
  const names = planNames(plans);
  if (proven.every(({ proof }) => proof.carrier === undefined)) {
    return pass('awaiting-first-backup', { name, tiers, plans: names }, evidence);
  }
  return pass('on-track', { name, tiers, plans: names, since: new Date(young.proof.since) }, evidence);
}
