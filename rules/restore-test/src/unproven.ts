import { capabilityOf, formatDuration, newestUsable, parseDuration } from '@backproof/core';
import type { Evidence, Instant, RestoreJob, Verdict } from '@backproof/core';
import { newestProof, newestStarted } from './attempt.js';
import { knownAttempts, remembersAll } from './context.js';
import type { Context } from './context.js';
import { judgeAttempt } from './failed-attempt.js';
import {
  attemptText,
  evidenceOfHistory,
  evidenceOfRestore,
  evidenceOfTestingPlans,
  planText,
  sampleOf,
} from './words.js';

/** The verdict on what restore testing does not support; undefined if it is judged as everything else is. */
export function judgeUntestable(context: Context): Verdict | undefined {
  const { dossier, options, knownSince, notApplicable } = context;
  if (options.untestable === 'fail' || isTestable(context)) return undefined;
  if (knownSince === undefined || !remembersAll(context)) return jobsUnread(context);
  return notApplicable('not-testable', {}, [evidenceOfHistory(dossier, knownSince)]);
}

function isTestable({ dossier }: Context): boolean {
  // The settings of the Region decide on other capabilities of DynamoDB, not on this one.
  const capability = capabilityOf(dossier.resource, undefined);
  return capability.supported && capability.restoreTesting !== false;
}

/** The verdict on a resource of which no restore is known that counts: never a fail where one may have been forgotten. */
export function judgeUnproven(context: Context): Verdict {
  const { dossier, criteria, knownSince } = context;
  const { createdAt = -Infinity } = dossier.resource;
  if (knownSince === undefined || !remembersAll(context)) return jobsUnread(context);
  const started = startedFor(context);
  if (started !== undefined) return endUnknown(context, started);
  if (knownSince > Math.max(criteria.since, createdAt)) return historyTooShort(context, knownSince);
  const verdict = judgeAttempt(context) ?? judgeUntested(context, createdAt, knownSince);
  return verdict.status === 'fail' ? (judgeDoubtful(context) ?? verdict) : verdict;
}

/** A restore of the resource, of a host or of its like, of which no more is known than that it began. */
function startedFor({ dossier, options, criteria, shared }: Context): RestoreJob | undefined {
  const own = [dossier, ...dossier.hosts].map(({ restoreJobs }) => newestStarted(restoreJobs, criteria));
  const started = own.find((job) => job !== undefined);
  if (started !== undefined || options.scope === 'resource') return started;
  const { jobs, doubtful } = dossier.peerRestores(options.scope);
  return [...jobs, doubtful].map((ofPeers) => shared.started(ofPeers, criteria)).find((job) => job !== undefined);
}

/** A restore that would be proof, were it known that it stands for this resource. */
function judgeDoubtful({ dossier, options, criteria, shared, unknown }: Context): Verdict | undefined {
  if (options.scope === 'resource') return undefined;
  const proof = shared.proof(dossier.peerRestores(options.scope).doubtful, criteria);
  if (proof === undefined) return undefined;
  const data = { name: dossier.resource.name, sample: sampleOf(proof), tested: new Date(proof.createdAt) };
  return unknown('group-unknown', { ...data, group: options.scope }, [evidenceOfRestore(proof)]);
}

function jobsUnread(context: Context): Verdict {
  const { dossier, unknown } = context;
  const data = { name: dossier.resource.name, within: withinText(context) };
  return unknown('restore-jobs-unread', { ...data, attempt: attemptText(context), plan: planText(context) });
}

function historyTooShort(context: Context, knownSince: Instant): Verdict {
  const { dossier, unknown } = context;
  const data = { name: dossier.resource.name, within: withinText(context), since: new Date(knownSince) };
  return unknown(
    'history-too-short',
    { ...data, attempt: attemptText(context), plan: planText(context) },
    evidenceOf(context, knownSince),
  );
}

function endUnknown(context: Context, job: RestoreJob): Verdict {
  const { dossier, unknown } = context;
  const { name } = dossier.resource;
  const data = { name, within: withinText(context), sample: sampleOf(job), started: new Date(job.createdAt) };
  return unknown('end-unknown', { ...data, plan: planText(context) }, [
    evidenceOfRestore(job),
    ...evidenceOfTestingPlans(dossier),
  ]);
}

function notDueYet(context: Context, createdAt: Instant): Verdict {
  const { dossier, options, pass } = context;
  const due = createdAt + parseDuration(options.within);
  return pass(
    'not-due-yet',
    { name: dossier.resource.name, created: new Date(createdAt), due: new Date(due) },
    evidenceOfTestingPlans(dossier),
  );
}

/** The verdict on a resource that nobody tried to restore in time, as far as is known. */
function judgeUntested(context: Context, createdAt: Instant, knownSince: Instant): Verdict {
  const { dossier, criteria, now, fail } = context;
  const { resource, recoveryPoints, restoreJobs } = dossier;
  const { name } = resource;
  if (createdAt > criteria.since) return notDueYet(context, createdAt);
  const within = withinText(context);
  const evidence = evidenceOf(context, knownSince);
  if (newestUsable(recoveryPoints, now) === undefined) return fail('nothing-to-restore', { name, within }, evidence);
  const last = newestProof(restoreJobs, { ...criteria, since: -Infinity });
  const plan = planText(context);
  if (last === undefined) return fail('never-tested', { name, since: new Date(knownSince), plan }, evidence);
  const data = { name, tested: new Date(last.createdAt), age: formatDuration(now - last.createdAt), within, plan };
  return fail('overdue', data, [evidenceOfRestore(last), ...evidence]);
}

function withinText({ options }: Context): string {
  return formatDuration(parseDuration(options.within));
}

/** The restores that do not count, how far back they are known, and the plans that might have tested the resource. */
function evidenceOf(context: Context, knownSince: Instant): readonly Evidence[] {
  const { dossier } = context;
  const attempts = knownAttempts(context).slice(0, ATTEMPTS_NAMED);
  return [
    ...attempts.map(evidenceOfRestore),
    evidenceOfHistory(dossier, knownSince),
    ...evidenceOfTestingPlans(dossier),
  ];
}

const ATTEMPTS_NAMED = 5;
