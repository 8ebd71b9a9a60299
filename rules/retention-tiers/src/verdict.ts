import type { Verdict } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { Context } from './context.js';
import { SHORTCOMINGS } from './design.js';
import { evidenceOn } from './evidence.js';
import { failure } from './failure.js';
import { isMissed, itemsText, namesOf, planNames } from './finding.js';
import type { Finding } from './finding.js';

/** What a verdict is made of. */
export interface Findings {
  readonly plans: readonly CoveringPlan[];
  /** By tier, as far as it is proven. */
  readonly proven: readonly Finding[];
  /** By tier, if all that AWS does not tell is as good as it can be. */
  readonly atBest: readonly Finding[];
}

/** The verdict on all tiers: what fails for sure, then what cannot be told, and only then what holds. */
export function verdictOn(context: Context, { plans, proven, atBest }: Findings): Verdict {
  const failing = atBest.filter(fails);
  if (failing.length > 0) return failure(context, plans, failing);

  const { dossier, now, pass, unknown } = context;
  const { name } = dossier.resource;
  const plan = planNames(plans);
  const evidence = evidenceOn(context, proven);

  const unseen = proven.filter(({ design }) => design.state === 'copies-unseen');
  if (unseen.length > 0) {
    return unknown('copies-unseen', { name, plan, tiers: namesOf(unseen), items: itemsText(unseen) }, evidence);
  }
  const missed = proven.filter(({ proof }) => isMissed(proof));
  if (missed.length > 0) {
    const data = { name, tiers: namesOf(missed), untold: untoldText(context), items: itemsText(missed) };
    return unknown('cannot-tell', data, evidence);
  }
  const unproven = proven.filter(
    ({ design, proof }) => design.state === 'opt-in-unknown' && proof.carrier === undefined,
  );
  const setting = unproven.length > 0 ? settingUntold(context) : undefined;
  if (setting !== undefined) {
    return unknown('opt-in-unknown', { name, plan, tiers: namesOf(unproven), setting }, evidence);
  }
  const tiers = proven.map(({ tier }) => tier.text).join(', ');
  const young = proven.find(({ tier, proof }) => proof.since > now - tier.keepMs);
  if (young !== undefined) return pass('on-track', { name, tiers, since: new Date(young.proof.since) }, evidence);
  return pass('tiers-held', { name, tiers }, evidence);
}

/** What points show counts even where the opt-in is not known; where copies were not scanned, they may show more. */
function fails({ design, proof }: Finding): boolean {
  if (SHORTCOMINGS.some((shortcoming) => shortcoming === design.state)) return true;
  return design.state !== 'copies-unseen' && isMissed(proof);
}

/** What has to be known to tell whether the points hold the tiers. */
function untoldText({ dossier }: Context): string {
  return dossier.resource.createdAt === undefined
    ? 'when it was created'
    : 'up to when its continuous backup can be restored';
}

function settingUntold({ dossier }: Context): string | undefined {
  const [setting] = dossier.assignments.flatMap(({ explanation }) =>
    explanation.reason === 'opt-in-unknown' ? [explanation.setting] : [],
  );
  return setting;
}
