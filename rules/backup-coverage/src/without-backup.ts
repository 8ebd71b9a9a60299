import {
  backupPlanNames,
  ageText,
  evidenceOfNative,
  evidenceOfPointAt,
  formatInstant,
  nativeBackupName,
  tallyUnusable,
  unusableText,
} from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import { isFresh } from './context.js';
import type { Context } from './context.js';
import { jobFindings } from './job-findings.js';
import { acceptedNatives } from './natives.js';
import { brokenPromise, plansToRun } from './promises.js';
import type { PromisedSelection } from './promises.js';
import { newestUnusable } from './restorable.js';
import type { Restorable } from './restorable.js';

/** Judges a resource in a plan that has nothing to restore from. */
export function judgeWithoutBackup(
  context: Context,
  restorable: Restorable,
  promised: readonly PromisedSelection[],
  evidence: readonly Evidence[],
): Verdict {
  const { dossier, now, fail } = context;
  const { name } = dossier.resource;
  const { recoveryPoints: points } = dossier;
  const data = { name, plans: backupPlanNames(promised.map(({ selected }) => selected.plan)) };
  if (points.count === 0) return judgeNeverBackedUp(context, data, promised, evidence);

  const unusable = tallyUnusable(points, now, restorable.held);
  const reasons = unusableText(unusable);
  const infected = newestUnusable(context, restorable, 'infected');
  if (infected !== undefined) {
    const found = { ...data, reasons, infected: new Date(points.createdAt(infected)) };
    return fail('only-infected', found, [...evidence, evidenceOfPointAt(points, infected)]);
  }
  const { jobs, evidence: found } = jobFindings(context, promised);
  const withJobs = [...evidence, ...found];
  if (unusable.has('stopped')) return fail('continuous-stopped', { ...data, jobs }, withJobs);
  return fail('no-usable-point', { ...data, reasons, jobs }, withJobs);
}

/** Judges a resource of which its plans have made no recovery point; the most certain cause comes first. */
function judgeNeverBackedUp(
  context: Context,
  data: { readonly name: string; readonly plans: string },
  promised: readonly PromisedSelection[],
  evidence: readonly Evidence[],
): Verdict {
  const { now, fail } = context;
  const problem = brokenPromise(promised);
  if (problem !== undefined) {
    return despitePlan(context, data, problem, evidence) ?? fail('promise-broken', { ...data, problem }, evidence);
  }
  const toRun = plansToRun(context, promised);
  if (toRun !== undefined) {
    const { createdAt, first } = toRun;
    const why = `created on ${formatInstant(createdAt)}, first run due on ${formatInstant(first)}`;
    const times = { created: new Date(createdAt), age: ageText(now - createdAt), first: new Date(first) };
    return despitePlan(context, data, why, evidence) ?? fail('not-run-yet', { ...data, ...times }, evidence);
  }
  const { jobs, evidence: found } = jobFindings(context, promised);
  const all = [...evidence, ...found];
  return despitePlan(context, data, `backup jobs: ${jobs}`, all) ?? fail('never-backed-up', { ...data, jobs }, all);
}

/** The failure of a resource that its native backups can restore, where the options accept them: it is not lost. */
function despitePlan(
  context: Context,
  data: { readonly name: string; readonly plans: string },
  why: string,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const native = acceptedNatives(context).find(
    ({ latestRestorableAt }) => latestRestorableAt !== undefined && isFresh(latestRestorableAt, context),
  );
  if (native?.latestRestorableAt === undefined) return undefined;
  const restorable = new Date(native.latestRestorableAt);
  const found = { ...data, why, kind: nativeBackupName(native), restorable };
  return context.fail('native-despite-plan', found, [...evidence, evidenceOfNative(native)]);
}
