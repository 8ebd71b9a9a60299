import {
  backupKindNames,
  DAY,
  evidenceOfNative,
  evidenceOfPointAt,
  evidenceOfReplica,
  firstNativeDue,
  ageText,
  durationText,
  isVersioning,
  versionsText,
  nativeBackupName,
  parseDuration,
  unsupportedReason,
} from '@backproof/core';
import type { Evidence, RuleContext, Verdict } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';
import { isSnapMirrorDestination, replicationText } from './replication.js';
import { newestBut, wayBack } from './way-back.js';
import type { ReplicationKind } from './way-back.js';

type Context = RuleContext<ReplicationKind, typeof messages, Options>;

/** Judges a replicated resource by its own backups. A SnapMirror destination has none: its source counts. */
export function judge(context: Context): Verdict {
  const { dossier, options, notApplicable } = context;
  const { resource, replicas } = dossier;
  const reason = unsupportedReason(resource);
  const isFollower = isSnapMirrorDestination(resource) && options.followers === 'inherit';
  if (reason !== undefined && !isFollower) return notApplicable(reason, { name: resource.name });
  if (replicas.length === 0) return notApplicable('not-replicated', { name: resource.name });
  const replication = replicas.map(evidenceOfReplica);
  return (
    restorable(context, replication) ??
    awaiting(context, replication) ??
    holdsUnread(context, replication) ??
    statusUnknown(context, replication) ??
    versions(context, replication) ??
    replicationOnly(context, replication)
  );
}

function restorable({ dossier, now, pass }: Context, replication: readonly Evidence[]): Verdict | undefined {
  const own = wayBack(dossier, now);
  if (own === undefined) return undefined;
  const { moment, way, window } = own;
  const data = { name: dossier.resource.name, moment: new Date(moment), way };
  const evidence = [...own.evidence, ...replication];
  return window === undefined
    ? pass('backed-up', data, evidence)
    : pass('native-window', { ...data, window }, evidence);
}

/** A new resource whose native backups are switched on may have no restorable time yet. */
function awaiting({ dossier, now, pass }: Context, replication: readonly Evidence[]): Verdict | undefined {
  const { resource, nativeBackups } = dossier;
  const { name, createdAt } = resource;
  for (const native of nativeBackups) {
    const due = firstNativeDue(native, createdAt);
    if (createdAt === undefined || due === undefined || due < now) continue;
    const data = { name, age: ageText(now - createdAt), way: nativeBackupName(native), due: new Date(due) };
    return pass('awaiting-first-backup', data, [evidenceOfNative(native), ...replication]);
  }
  return undefined;
}

function holdsUnread({ dossier, now, unknown }: Context, replication: readonly Evidence[]): Verdict | undefined {
  const { resource, recoveryPoints: points, unread } = dossier;
  const row = unread.includes('legalHolds') ? newestBut(dossier, 'past-deletion', now) : undefined;
  if (row === undefined) return undefined;
  const data = { name: resource.name, moment: new Date(points.createdAt(row)) };
  return unknown('holds-unread', data, [evidenceOfPointAt(points, row), ...replication]);
}

function statusUnknown({ dossier, now, unknown }: Context, replication: readonly Evidence[]): Verdict | undefined {
  const { resource, recoveryPoints: points } = dossier;
  const row = newestBut(dossier, 'unknown-status', now);
  if (row === undefined) return undefined;
  const data = { name: resource.name, moment: new Date(points.createdAt(row)) };
  return unknown('status-unknown', data, [evidenceOfPointAt(points, row), ...replication]);
}

/** A replicated bucket keeps earlier versions of its objects; they are a way back while they are kept. */
function versions(context: Context, replication: readonly Evidence[]): Verdict | undefined {
  const { dossier, options, pass, fail, unknown } = context;
  const { name } = dossier.resource;
  const versioning = dossier.nativeBackups.find((native) => native.enabled && isVersioning(native));
  if (versioning === undefined) return undefined;
  const evidence = [evidenceOfNative(versioning), ...replication];
  const { retentionDays, neverExpires } = versioning;
  const kept = versionsText(versioning);
  if (kept === undefined) return unknown('versions-unread', { name }, evidence);
  const required = parseDuration(options.minVersions);
  if (neverExpires === true || (retentionDays ?? 0) * DAY >= required) {
    return pass('native-versioning', { name, kept }, evidence);
  }
  const data = { name, replication: replicationText(dossier), kept, required: durationText(required) };
  return fail('versions-too-short', data, evidence);
}

function replicationOnly({ dossier, fail }: Context, replication: readonly Evidence[]): Verdict {
  const { resource, nativeBackups } = dossier;
  const lacking = nativeBackups.filter(({ enabled }) => !enabled).map(evidenceOfNative);
  const kinds = backupKindNames(resource.type).join(', ');
  const data = { name: resource.name, replication: replicationText(dossier), kinds };
  return fail('replication-only', data, [...replication, ...lacking]);
}
