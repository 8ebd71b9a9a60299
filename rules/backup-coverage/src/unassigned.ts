import {
  backupKindNames,
  evidenceOfLifecyclePolicy,
  evidenceOfNative,
  evidenceOfSelection,
  firstNativeDue,
  ageText,
  durationText,
  isAutomatic,
  versionsText,
  nativeBackupName,
  tallyUnusable,
  unusableText,
} from '@backproof/core';
import type { Evidence, NativeBackup, Verdict } from '@backproof/core';
import { isFresh, startOf } from './context.js';
import type { Context } from './context.js';
import { acceptedNatives, existingNatives, versioningOf } from './natives.js';
import { backedUp } from './restorable.js';
import type { Restorable } from './restorable.js';
import { passStopped, stoppedWith, stopTimeUnknown } from './stopped.js';
import { nearestText } from './words.js';

/** The number of selections that leave a resource out and are named as evidence. */
const SELECTIONS_NAMED = 5;

/** Judges a resource that no plan is known to cover: by its native backups, and by a plan that may cover it. */
export function judgeUnassigned(context: Context, restorable: Restorable): Verdict {
  const { dossier, unknown } = context;
  const { resource, assignments, nativeBackups } = dossier;
  const { newest } = restorable;
  const maybe = assignments.find(({ explanation }) => explanation.assigned === 'unknown');
  const evidence = [
    ...assignments.slice(0, SELECTIONS_NAMED).map(evidenceOfSelection),
    ...dossier.lifecyclePolicies.map(evidenceOfLifecyclePolicy),
    ...restorable.evidence,
  ];
  // A plan whose opt-in AWS does not report has proved it by its points.
  if (maybe !== undefined && newest !== undefined && isFresh(newest.restorableAt, context)) {
    return backedUp(context, restorable, newest, evidence);
  }
  const withNative = [...evidence, ...nativeBackups.map(evidenceOfNative)];
  const proven = judgeNative(context, acceptedNatives(context), withNative);
  if (proven !== undefined) return proven;
  const versioning = versioningOf(context);
  if (versioning !== undefined && context.options.acceptVersioning) {
    return context.pass('native-versioning', { name: resource.name, kept: keptFor(versioning) }, withNative);
  }
  if (maybe?.explanation.reason === 'opt-in-unknown') {
    const { plan, explanation } = maybe;
    return unknown('opt-in-unknown', { name: resource.name, plan: plan.name, setting: explanation.setting }, evidence);
  }
  return judgeUnprotected(context, restorable, withNative);
}

/** The pass by a native backup that can restore a recent moment, or whose first one is not overdue. */
function judgeNative(
  context: Context,
  natives: readonly NativeBackup[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, now, pass, unknown } = context;
  const { name } = dossier.resource;
  const [best] = natives;
  if (best !== undefined && stopTimeUnknown(context)) {
    return unknown('stopped-without-time', { name, kind: nativeBackupName(best) }, evidence);
  }
  if (best?.latestRestorableAt !== undefined) {
    const { latestRestorableAt: restorableAt } = best;
    const kind = nativeBackupName(best);
    if (isFresh(restorableAt, context)) {
      return pass('native-only', { name, kind, restorable: new Date(restorableAt) }, evidence);
    }
    const stopped = stoppedWith(context, restorableAt);
    if (stopped?.isFresh === true) return passStopped(context, { restorableAt, by: kind }, stopped.since, evidence);
  }
  const start = startOf(dossier);
  for (const native of natives) {
    const due = firstNativeDue(native, start);
    if (start === undefined || due === undefined || due < now) continue;
    const data = { name, age: ageText(now - start), by: nativeBackupName(native), due: new Date(due) };
    return pass('awaiting-first-backup', data, evidence);
  }
  return undefined;
}

function keptFor(versioning: NativeBackup): string {
  return versionsText(versioning) ?? 'kept for a time that was not read';
}

/** The failure of a resource in no plan, by the backups that it has instead. */
function judgeUnprotected(context: Context, { newest, held }: Restorable, evidence: readonly Evidence[]): Verdict {
  const { dossier, prepared, now, fail } = context;
  const { resource, assignments, recoveryPoints: points } = dossier;
  const { name } = resource;
  const nearest = nearestText(assignments);
  const [stale] = acceptedNatives(context);
  if (stale !== undefined) {
    const { latestRestorableAt: head } = stale;
    const restorable = head === undefined ? 'not reported' : new Date(head);
    const allowed = durationText(prepared.allowedMs);
    return fail('native-stale', { name, kind: nativeBackupName(stale), allowed, restorable }, evidence);
  }
  const [automatic] = existingNatives(context).filter(isAutomatic);
  if (automatic !== undefined) {
    return fail('native-not-accepted', { name, kind: nativeBackupName(automatic), nearest }, evidence);
  }
  if (newest !== undefined) {
    const { deleteAt } = points.at(newest.row);
    const deletion = deleteAt === undefined ? 'never' : new Date(deleteAt);
    return fail('plan-gone', { name, newest: new Date(newest.restorableAt), deletion, nearest }, evidence);
  }
  const [byHand] = existingNatives(context);
  if (byHand?.latestRestorableAt !== undefined) {
    const restorable = new Date(byHand.latestRestorableAt);
    return fail('manual-only', { name, kind: nativeBackupName(byHand), restorable, nearest }, evidence);
  }
  const versioning = versioningOf(context);
  if (versioning !== undefined) {
    return fail('versioning-only', { name, kept: keptFor(versioning), nearest }, evidence);
  }
  if (points.count > 0) {
    const reasons = unusableText(tallyUnusable(points, now, held));
    return fail('plan-gone-unusable', { name, reasons, nearest }, evidence);
  }
  return fail('unprotected', { name, kinds: backupKindNames(resource.type).join(', '), nearest }, evidence);
}
