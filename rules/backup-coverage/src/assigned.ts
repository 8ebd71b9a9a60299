import {
  backupPlanNames,
  ageText,
  durationText,
  evidenceOfPointAt,
  evidenceOfSelection,
  overLimitText,
  unreadSetting,
} from '@backproof/core';
import type { Evidence, ExplainedSelection, NewestRestorable, Verdict } from '@backproof/core';
import { isFresh, startOf } from './context.js';
import type { Context } from './context.js';
import { jobFindings } from './job-findings.js';
import { awaited, brokenPromise, promisesOf } from './promises.js';
import type { Awaited, PromisedSelection } from './promises.js';
import { backedUp, copyPending, holdsUnread, newestUnusable, statusUnknown } from './restorable.js';
import type { Restorable } from './restorable.js';
import { judgeStopped } from './stopped.js';
import { judgeWithoutBackup } from './without-backup.js';

/** Judges a resource that is in a plan: can it be restored from what the plan made, or is that still to come? */
export function judgeAssigned(
  context: Context,
  assigned: readonly ExplainedSelection[],
  restorable: Restorable,
): Verdict {
  const { newest } = restorable;
  const evidence = [...assigned.map(evidenceOfSelection), ...restorable.evidence];
  if (newest !== undefined && isFresh(newest.restorableAt, context)) {
    return backedUp(context, restorable, newest, evidence);
  }
  const promised = promisesOf(context, assigned);
  return (
    copyPending(context, restorable, evidence) ??
    awaiting(context, awaited(context, promised), evidence) ??
    notKnown(context, restorable, evidence) ??
    (newest === undefined
      ? judgeWithoutBackup(context, restorable, promised, evidence)
      : judgeStale(context, restorable, newest, promised, evidence))
  );
}

/** A new resource passes if its first backup can come. One that rests on a fact that is not known proves nothing. */
function awaiting(
  { dossier, now, pass, unknown }: Context,
  [next]: readonly Awaited[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { resource } = dossier;
  const start = startOf(dossier);
  if (start === undefined || next === undefined || next.due < now) return undefined;
  const data = { name: resource.name, age: ageText(now - start) };
  const { plan, explanation } = next.selected;
  const setting = unreadSetting(resource);
  if (setting !== undefined) {
    return unknown('setting-unknown', { ...data, plans: backupPlanNames([plan]), setting }, evidence);
  }
  if (next.doubt === undefined) {
    return pass('awaiting-first-backup', { ...data, by: backupPlanNames([plan]), due: new Date(next.due) }, evidence);
  }
  if (next.doubt.kind === 'key') {
    return unknown('key-unknown', { ...data, plan: plan.name, problem: next.doubt.problem.text }, evidence);
  }
  if (next.doubt.kind === 'vault-state') {
    return unknown('vault-state-unknown', { ...data, plan: plan.name, state: next.doubt.text }, evidence);
  }
  const optIn = 'setting' in explanation ? (explanation.setting ?? resource.type) : resource.type;
  return unknown('organization-opt-in-unknown', { ...data, plan: plan.name, setting: optIn }, evidence);
}

function notKnown(context: Context, restorable: Restorable, evidence: readonly Evidence[]): Verdict | undefined {
  const { name } = context.dossier.resource;
  if (restorable.newest?.atLeast === true) return context.unknown('restorable-time-unknown', { name }, evidence);
  return holdsUnread(context, restorable, evidence) ?? statusUnknown(context, restorable, evidence);
}

/** Judges a resource whose newest backup is too old, and says why where that is known. */
function judgeStale(
  context: Context,
  restorable: Restorable,
  { restorableAt }: NewestRestorable,
  promised: readonly PromisedSelection[],
  evidence: readonly Evidence[],
): Verdict {
  const { dossier, now, prepared, fail } = context;
  const { recoveryPoints: points } = dossier;
  const plans = backupPlanNames(promised.map(({ selected }) => selected.plan));
  const allowed = durationText(prepared.allowedMs);
  const stopped = judgeStopped(
    context,
    { restorableAt, by: 'AWS Backup recovery points' },
    { plans, allowed },
    evidence,
  );
  if (stopped !== undefined) return stopped;

  const restorableFor = {
    restorable: new Date(restorableAt),
    age: overLimitText(now - restorableAt, prepared.allowedMs),
    allowed,
  };
  const data = { name: dossier.resource.name, plans, ...restorableFor };
  const infected = newestUnusable(context, restorable, 'infected');
  if (infected !== undefined) {
    const found = { ...data, infected: new Date(points.createdAt(infected)) };
    return fail('stale-since-infected', found, [...evidence, evidenceOfPointAt(points, infected)]);
  }
  const problem = brokenPromise(promised);
  if (problem !== undefined) return fail('stale-promise-broken', { ...data, problem }, evidence);
  const { jobs, evidence: found } = jobFindings(context, promised);
  return fail('stale', { ...data, jobs }, [...evidence, ...found]);
}
