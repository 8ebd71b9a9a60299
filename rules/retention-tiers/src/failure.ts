import { evidenceOfJob, formatInstant, isFailedBackup } from '@backproof/core';
import type { BackupJob, Evidence, Verdict } from '@backproof/core';
import type { CoveringPlan } from './carriers.js';
import type { Context } from './context.js';
import { SHORTCOMINGS, wasDueIn } from './design.js';
import { evidenceOn } from './evidence.js';
import { isMissed, itemsText, namesOf, planNames } from './finding.js';
import type { Finding } from './finding.js';

/** The verdict on tiers that fail: the cause before what comes of it. */
export function failure(context: Context, plans: readonly CoveringPlan[], failing: readonly Finding[]): Verdict {
  const { dossier, fail } = context;
  const { resource, recoveryPoints: points, backupJobs } = dossier;
  const { name } = resource;
  const plan = planNames(plans);
  const tiers = namesOf(failing);
  const items = itemsText(failing);
  const evidence = evidenceOn(context, failing);

  const shortcoming = SHORTCOMINGS.find((each) => failing.some(({ design }) => design.state === each));
  const designFault = shortcoming === 'design-falls-short' ? undefined : shortcoming;
  if (designFault !== undefined) return fail(designFault, { name, plan, tiers, items }, evidence);

  const missed = failing.filter(({ proof }) => isMissed(proof));
  if (points.count === 0 && (plans.length === 0 || missed.length > 0)) {
    const job = backupJobs.find(isFailedBackup);
    return fail('no-points', { name, tiers, plan: planText(plans), job: jobText(job) }, [
      ...evidence,
      ...jobEvidence(job),
    ]);
  }
  if (plans.length === 0) return fail('no-plan', { name, tiers, items }, evidence);
  if (shortcoming !== undefined) return fail(shortcoming, { name, plan, tiers, items }, evidence);
  if (failing.every(({ proof }) => proof.gaps.length === 0)) {
    return fail('lifecycle-too-short', { name, tiers, items }, evidence);
  }
  const job = backupJobs.find((each) => isFailedBackup(each) && failing.some((finding) => liesInGap(each, finding)));
  if (job === undefined && failing.some((finding) => wasDue(finding, points.createdAt(0)))) {
    return fail('proof-contradicts-plan', { name, plan, tiers, items }, evidence);
  }
  return fail('gaps', { name, tiers, items, job: jobText(job) }, [...evidence, ...jobEvidence(job)]);
}

function planText(plans: readonly CoveringPlan[]): string {
  if (plans.length === 0) return 'It is in no backup plan.';
  const names = planNames(plans);
  return plans.some(({ certain }) => certain) ? `It is in ${names}.` : `It is in ${names} if its type is opted in.`;
}

function liesInGap({ createdAt }: BackupJob, { proof }: Finding): boolean {
  return proof.gaps.some(({ from, to }) => from <= createdAt && createdAt <= to);
}

/** Whether a plan was at work when it left a gap: points of the resource were there by then. */
function wasDue({ design, proof }: Finding, firstPointAt: number): boolean {
  return proof.gaps.some((gap) => wasDueIn(design, gap, firstPointAt));
}

function jobText(job: BackupJob | undefined): string {
  if (job === undefined) return 'No failed job is known.';
  return `The job of ${formatInstant(job.createdAt)} ended ${job.state}: ${job.message ?? 'AWS gave no reason'}`;
}

function jobEvidence(job: BackupJob | undefined): readonly Evidence[] {
  return job === undefined ? [] : [evidenceOfJob(job)];
}
