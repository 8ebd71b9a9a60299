import type { TimeSpan, Verdict } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { Context } from './context.js';
import { SHORTCOMINGS, wasDueIn } from './design.js';
import type { TierDesign } from './design.js';
import { evidenceOn } from './evidence.js';
import { isMissed, itemsText, namesOf, planNames } from './finding.js';
import type { Finding } from './finding.js';
import { failedBackup, failedInGap } from './jobs.js';

/** The verdict on tiers that fail: the cause before its effects. */
export function failure(context: Context, plans: readonly CoveringPlan[], failing: readonly Finding[]): Verdict {
  const { dossier, fail } = context;
  const { resource, recoveryPoints: points } = dossier;
  const shortcoming = SHORTCOMINGS.find((each) => failing.some(({ design }) => design.state === each));
  const isBroken = shortcoming !== undefined && shortcoming !== 'design-falls-short';
  if (!isBroken && points.count === 0 && (plans.length === 0 || failing.some(isMissed))) {
    return withoutPoints(context, plans, failing);
  }
  const data = { name: resource.name, items: itemsText(context, failing) };
  const evidence = evidenceOn(context, failing);
  if (!isBroken && plans.length === 0) {
    return fail('no-plan', { ...data, tiers: namesOf(failing) }, evidence);
  }
  if (shortcoming !== undefined) {
    const tiers = namesOf(failing.filter(({ design }) => design.state === shortcoming));
    return fail(shortcoming, { ...data, tiers, plans: planNames(plans) }, evidence);
  }
  if (failing.every(({ proof }) => proof.gaps.length === 0)) {
    return fail('lifecycle-too-short', { ...data, tiers: namesOf(failing) }, evidence);
  }
  const job = failedInGap(context, failing);
  if (job !== undefined) {
    return fail('job-failed', { ...data, ...job.data, tiers: namesOf(failing) }, [...evidence, job.evidence]);
  }
  const atWorkSince = points.createdAt(0);
  if (failing.some(({ design, proof }) => wasDue(design, proof.gaps, atWorkSince))) {
    const due = failing.filter(({ design, proof }) => wasDue(design, proof.shortLived, atWorkSince));
    return fail('proof-contradicts-plan', { ...data, tiers: namesOf(due), plans: planNames(plans) }, evidence);
  }
  return fail('gaps', { ...data, tiers: namesOf(failing) }, evidence);
}

/** There is no recovery point at all. */
function withoutPoints(context: Context, plans: readonly CoveringPlan[], failing: readonly Finding[]): Verdict {
  const { dossier, fail } = context;
  const { name, type: setting } = dossier.resource;
  const data = { name, tiers: namesOf(failing) };
  const evidence = evidenceOn(context, failing);
  const job = failedBackup(context);
  if (job !== undefined) return fail('backup-failing', { ...data, ...job.data }, [...evidence, job.evidence]);
  if (plans.length === 0) return fail('no-points', data, evidence);
  const names = planNames(plans);
  if (plans.some(({ doubt }) => doubt === undefined)) return fail('not-backed-up', { ...data, plans: names }, evidence);
  return fail('not-backed-up-opt-in-unknown', { ...data, plans: names, setting }, evidence);
}

/** Returns true if a run was due in one of these stretches, after the first point of the resource existed. */
function wasDue(design: TierDesign, stretches: readonly TimeSpan[], atWorkSince: number): boolean {
  return stretches.some((stretch) => wasDueIn(design, stretch, atWorkSince));
}
