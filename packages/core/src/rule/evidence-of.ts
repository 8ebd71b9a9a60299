import type { NativeBackup, Replica } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import type { LifecyclePolicy, LifecycleSchedule } from '../model/lifecycle-policy.js';
import type { RecoveryPoint, RecoveryPoints } from '../model/recovery-point.js';
import { regionOf } from '../semantics/arn.js';
import { isVersioning, nativeBackupName } from '../semantics/native-backups.js';
import { retentionText } from '../semantics/promise-problem.js';
import { replicationName } from '../semantics/replications.js';
import { describeExplanation } from '../semantics/selection-explanation.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { formatInstant } from './message.js';
import type { Evidence } from './verdict.js';

/** A plan with its rules, and why a selection of it does or does not assign a resource. */
export function evidenceOfSelection({ plan, selection, explanation }: ExplainedSelection): Evidence {
  const rules = plan.rules.map(({ name, scheduleExpression, timezone }) => `${name} ${scheduleExpression} ${timezone}`);
  return {
    kind: 'plan',
    id: plan.arn,
    text: `plan ${plan.name} (${rules.join('; ')}), selection ${selection.name}: ${describeExplanation(explanation)}`,
  };
}

/** A recovery point, the moment of its creation, its state and its end. */
export function evidenceOfPoint(point: PointInEvidence): Evidence {
  const { arn, status, continuous, createdAt, deleteAt, vaultArn } = point;
  const kind = continuous ? 'continuous recovery point' : 'recovery point';
  const end = deleteAt === undefined ? 'kept forever' : `expires ${formatInstant(deleteAt)}`;
  return { kind: 'recoveryPoint', id: arn, text: `${kind} ${status}, ${end}, in ${vaultArn}`, at: new Date(createdAt) };
}

type PointInEvidence = Pick<RecoveryPoint, 'arn' | 'status' | 'continuous' | 'createdAt' | 'vaultArn'> & {
  readonly deleteAt?: Instant | undefined;
};

/** The evidence of the point in a row, made without a value of all its fields. */
export function evidenceOfPointAt(points: RecoveryPoints, row: number): Evidence {
  const deleteAt = points.deleteAt(row);
  return evidenceOfPoint({
    arn: points.arn(row),
    status: points.status(row),
    continuous: points.continuous(row),
    createdAt: points.createdAt(row),
    deleteAt: Number.isNaN(deleteAt) ? undefined : deleteAt,
    vaultArn: points.vaultArn(row),
  });
}

/** A backup job, how it ended and what AWS said about it. */
export function evidenceOfJob({ id, state, createdAt, messageCategory, message }: BackupJob): Evidence {
  const words = [`backup job ${state}`, messageCategory, message].filter((word) => word !== undefined);
  return { kind: 'backupJob', id, text: words.join(', '), at: new Date(createdAt) };
}

/** A copy job, its destination, how it ended and what AWS said about it. */
export function evidenceOfCopyJob(job: CopyJob): Evidence {
  const { id, state, createdAt, destinationVaultArn, messageCategory, message } = job;
  const words = [`copy job ${state}`, messageCategory, message, `to ${destinationVaultArn}`];
  const text = words.filter((word) => word !== undefined).join(', ');
  return { kind: 'copyJob', id, text, at: new Date(createdAt) };
}

/** A native backup, its latest restorable time, and the source of that fact. */
export function evidenceOfNative(native: NativeBackup): Evidence {
  const { resourceArn, enabled, backupsArn, latestRestorableAt: restorableAt } = native;
  const place = backupsArn === undefined ? '' : ` in ${regionOf(backupsArn) ?? 'another Region'}`;
  const words = enabled ? [keptText(native), proofText(native), lockText(native)] : ['off'];
  const facts = words.filter((word) => word !== undefined).map((word) => `, ${word}`);
  return {
    kind: 'nativeBackup',
    id: backupsArn ?? resourceArn,
    text: `${nativeBackupName(native)}${place}${facts.join('')}${recorded(native)}`,
    ...(enabled && restorableAt !== undefined && { at: new Date(restorableAt) }),
  };
}

/** The time for which native backups are kept: `kept 7 days`. Undefined: not read. */
export function keptText({ retentionDays, neverExpires }: NativeBackup): string | undefined {
  if (neverExpires === true) return 'kept until somebody deletes them';
  return retentionDays === undefined ? undefined : `kept ${retentionText(retentionDays)}`;
}

/**
 * The time for which earlier versions of objects are kept, and their lock: `kept 30 days, locked for 30 days in compliance
 * mode`. Undefined: how long they are kept was not read.
 */
export function versionsText(versioning: NativeBackup): string | undefined {
  const kept = keptText(versioning);
  return kept && [kept, lockText(versioning)].filter((words) => words !== undefined).join(', ');
}

function proofText({ mechanism, latestRestorableAt, archived }: NativeBackup): string | undefined {
  if (archived === true)
    return 'latest restorable time, of a snapshot in the archive tier (restoring takes up to 72 hours)';
  if (latestRestorableAt !== undefined) return 'latest restorable time';
  return isVersioning({ mechanism }) ? undefined : 'no restorable time reported';
}

/** The lock on native backups: `locked for 30 days in compliance mode`. Undefined: none is known. */
export function lockText({ lock }: NativeBackup): string | undefined {
  return lock && `locked for ${retentionText(lock.days)} in ${lock.mode} mode`;
}

const TARGETS: Readonly<Record<LifecyclePolicy['targets'], string>> = { VOLUME: 'volumes', INSTANCE: 'instances' };

/** A policy of Data Lifecycle Manager: what it makes, from which resources and when, and whether it runs. */
export function evidenceOfLifecyclePolicy(policy: LifecyclePolicy): Evidence {
  const {
    arn,
    id,
    description,
    state,
    statusMessage,
    makes,
    targets,
    targetTags,
    excludesSome,
    schedules = [],
  } = policy;
  const name = description === undefined ? id : `${id} (${description})`;
  const what = TARGETS[targets];
  const all = excludesSome ? `all ${what} that it does not exclude` : `all ${what}`;
  const tags = targetTags?.map(({ key, value }) => `${key}=${value}`).join(' or ');
  const which = tags === undefined ? all : `${what} with the tag ${tags}`;
  const why = statusMessage === undefined ? '' : `: ${statusMessage}`;
  const how = schedules.map(scheduleText).join(' and');
  const text = `Data Lifecycle Manager policy ${name} makes ${makes} of ${which}${how}; it is ${state}${why}`;
  return { kind: 'lifecyclePolicy', id: arn, text };
}

/** ` every 24 HOURS, keeps the newest 7, copies to eu-central-1`; empty where AWS reported no schedule. */
function scheduleText({ every, keeps, copiesTo }: LifecycleSchedule): string {
  const words = [
    every === undefined ? '' : ` every ${every}`,
    keeps === undefined ? '' : `, keeps ${keeps}`,
    copiesTo.length === 0 ? '' : `, copies to ${copiesTo.join(' and ')}`,
  ];
  return words.join('');
}

/** A replication: its source, and where that fact comes from. */
export function evidenceOfReplica(replica: Replica): Evidence {
  const { sourceArn, replicaArn } = replica;
  const name = replicationName(replica);
  if (sourceArn === undefined) {
    return { kind: 'replica', id: replicaArn, text: `${name} of a source that AWS does not name` };
  }
  return { kind: 'replica', id: replicaArn ?? sourceArn, text: `${name} of ${sourceArn}${recorded(replica)}` };
}

/** The moment at which AWS Config recorded a fact, which may have changed since. */
function recorded({ recordedAt }: Pick<NativeBackup, 'recordedAt'>): string {
  return recordedAt === undefined ? '' : `, as AWS Config recorded on ${formatInstant(recordedAt)}`;
}
