import {
  describeExplanation,
  evidenceOfJob,
  evidenceOfLifecyclePolicy,
  evidenceOfNative,
  evidenceOfPointAt,
  evidenceOfSelection,
  formatDuration,
  formatInstant,
  NATIVE_MECHANISMS,
  newestRestorable,
  parseDuration,
  tallyUnusable,
} from '@backproof/core';
import type {
  Dossier,
  Evidence,
  ExplainedSelection,
  Instant,
  NativeBackup,
  NewestRestorable,
  RuleContext,
  Verdict,
} from '@backproof/core';
import { firstBackupDue } from './first-backup.js';
import { failureText, lastDegradation, lastFailure } from './jobs.js';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** What the rule needs to know of a resource. */
type CoverageKind = 'assignments' | 'recoveryPoints' | 'nativeBackups' | 'backupJobs' | 'lifecyclePolicies';

export type Context = RuleContext<CoverageKind, typeof messages, Options>;

/** Judges a resource by its own backups: is it in a plan, and did the plan bring forth what can be restored? */
export function judgeAlone(context: Context): Verdict {
  const assigned = context.dossier.assignments.filter(({ explanation }) => explanation.assigned === 'yes');
  return assigned.length > 0 ? judgeAssigned(context, assigned) : judgeUnassigned(context);
}

function judgeAssigned(context: Context, assigned: readonly ExplainedSelection[]): Verdict {
  const { dossier, now, options, pass, fail, unknown } = context;
  const { resource, recoveryPoints: points, backupJobs } = dossier;
  const { name, createdAt } = resource;
  const newest = newestRestorable(points, dossier.nativeBackups, now);
  const evidence = [...assigned.map(evidenceOfSelection), ...newestEvidence(dossier, newest)];
  if (newest && isFresh(newest, context)) return backedUp(context, newest, evidence);

  const due = firstBackupDue(
    assigned.map(({ plan }) => plan),
    createdAt,
  );
  if (createdAt !== undefined && due !== undefined && due >= now) {
    return pass('awaiting-first-backup', { name, age: formatDuration(now - createdAt), due: new Date(due) }, evidence);
  }

  if (newest?.atLeast) return unknown('restorable-time-unknown', { name }, evidence);

  const failed = lastFailure(backupJobs);
  const data = { name, plan: assigned.map(({ plan }) => plan.name).join(', '), job: failureText(failed) };
  const withJob = failed === undefined ? evidence : [...evidence, evidenceOfJob(failed)];
  if (points.count === 0) return fail('never-backed-up', data, withJob);
  if (newest !== undefined) {
    const { restorableAt } = newest;
    const age = formatDuration(now - restorableAt);
    return fail('stale', { ...data, restorable: new Date(restorableAt), age, allowed: allowedText(options) }, withJob);
  }
  const unusable = tallyUnusable(points, now);
  if (unusable.has('stopped')) return fail('continuous-stopped', data, withJob);
  const reasons = [...unusable].map(([reason, count]) => `${count} ${reason}`).join(', ');
  return fail('no-usable-point', { ...data, reasons }, withJob);
}

function judgeUnassigned(context: Context): Verdict {
  const { dossier, now, options, pass, fail, unknown } = context;
  const { resource, assignments, recoveryPoints: points, nativeBackups } = dossier;
  const { name } = resource;
  const maybe = assignments.find(({ explanation }) => explanation.assigned === 'unknown');
  const newest = newestRestorable(points, nativeBackups, now);
  const evidence = [
    ...assignments.slice(0, SELECTIONS_NAMED).map(evidenceOfSelection),
    ...dossier.lifecyclePolicies.map(evidenceOfLifecyclePolicy),
    ...newestEvidence(dossier, newest),
  ];
  // A plan whose opt-in AWS does not tell has proved it by its points.
  if (maybe !== undefined && newest && isFresh(newest, context)) return backedUp(context, newest, evidence);

  const automatic = automaticBackups(nativeBackups);
  const [native] = automatic;
  const head = native?.latestRestorableAt;
  const mechanism = native?.mechanism ?? '';
  const nativeEvidence = [...evidence, ...automatic.map(evidenceOfNative)];
  if (options.acceptNative && head !== undefined && head >= oldestAllowed(context)) {
    return pass('native-only', { name, mechanism, restorable: new Date(head) }, nativeEvidence);
  }
  if (maybe?.explanation.reason === 'opt-in-unknown') {
    return unknown('opt-in-unknown', { name, plan: maybe.plan.name, setting: maybe.explanation.setting }, evidence);
  }
  if (native !== undefined && !options.acceptNative)
    return fail('native-not-accepted', { name, mechanism }, nativeEvidence);
  if (native !== undefined)
    return fail('native-stale', { name, mechanism, allowed: allowedText(options) }, nativeEvidence);
  const lacking = [...evidence, ...nativeBackups.filter(({ enabled }) => !enabled).map(evidenceOfNative)];
  if (points.count === 0) return fail('unprotected', { name, closest: closestText(assignments) }, lacking);
  const last = points.at(points.count - 1);
  const expiry = last.deleteAt === undefined ? 'is kept forever' : `expires ${formatInstant(last.deleteAt)}`;
  return fail('plan-gone', { name, newest: new Date(last.createdAt), expiry }, lacking);
}

/** How many selections that leave a resource out are named as evidence. */
const SELECTIONS_NAMED = 5;

/** What leaves a resource out, the easiest to mend first. */
const CLOSENESS = ['opted-out', 'excluded', 'condition-failed'];

/** Why the selection that came closest leaves the resource out, as a sentence for a message. */
function closestText(assignments: readonly ExplainedSelection[]): string {
  const closeness = ({ explanation }: ExplainedSelection): number => CLOSENESS.indexOf(explanation.reason);
  const [closest] = assignments.toSorted((a, b) => closeness(a) - closeness(b));
  if (closest === undefined) return 'No selection of a plan matches it.';
  const { plan, selection, explanation } = closest;
  return `Closest is plan ${plan.name}, selection ${selection.name}: ${describeExplanation(explanation)}`;
}

function backedUp(
  { dossier, now, pass }: Context,
  { restorableAt }: NewestRestorable,
  evidence: readonly Evidence[],
): Verdict {
  const { resource, backupJobs } = dossier;
  const data = { name: resource.name, restorable: new Date(restorableAt), age: formatDuration(now - restorableAt) };
  const issue = lastDegradation(backupJobs);
  if (issue === undefined) return pass('backed-up', data, evidence);
  const words = issue.message ?? issue.messageCategory ?? '';
  return pass('degraded', { ...data, issue: words }, [...evidence, evidenceOfJob(issue)]);
}

function isFresh(newest: NewestRestorable, context: Context): boolean {
  return newest.restorableAt >= oldestAllowed(context);
}

function oldestAllowed({ now, options }: Context): Instant {
  return now - parseDuration(options.maxAge) - parseDuration(options.tolerance);
}

function allowedText({ maxAge, tolerance }: Options): string {
  return formatDuration(parseDuration(maxAge) + parseDuration(tolerance));
}

/** What runs by itself, and is not what AWS Backup keeps its own continuous point by; first that which restores the most. */
function automaticBackups(nativeBackups: readonly NativeBackup[]): readonly NativeBackup[] {
  return nativeBackups
    .filter(({ enabled, mechanism }) => enabled && NATIVE_MECHANISMS[mechanism].automatic)
    .filter(({ recoveryPointArn }) => recoveryPointArn === undefined)
    .sort((a, b) => (b.latestRestorableAt ?? 0) - (a.latestRestorableAt ?? 0));
}

/** The point that the verdict rests on; failing that, the last one there is. */
function newestEvidence(
  { recoveryPoints }: Dossier<CoverageKind>,
  newest: NewestRestorable | undefined,
): readonly Evidence[] {
  if (newest !== undefined) return [evidenceOfPointAt(recoveryPoints, newest.row)];
  return recoveryPoints.count === 0 ? [] : [evidenceOfPointAt(recoveryPoints, recoveryPoints.count - 1)];
}
