import type { NativeBackup, Replica } from '../model/evidence.js';
import type { Instant } from '../model/instant.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import type { LifecyclePolicy, LifecycleSchedule } from '../model/lifecycle-policy.js';
import type { RecoveryPoint, RecoveryPoints } from '../model/recovery-point.js';
import { regionOf } from '../semantics/arn.js';
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

/** A recovery point, when its data is of, its state and its end. */
export function evidenceOfPoint(point: PointInEvidence): Evidence {
  const { arn, status, continuous, createdAt, deleteAt, vaultArn } = point;
  const kind = continuous ? 'continuous recovery point' : 'recovery point';
  const end = deleteAt === undefined ? 'kept forever' : `expires ${formatInstant(deleteAt)}`;
  return { kind: 'recoveryPoint', id: arn, text: `${kind} ${status}, ${end}, in ${vaultArn}`, at: new Date(createdAt) };
}

type PointInEvidence = Pick<RecoveryPoint, 'arn' | 'status' | 'continuous' | 'createdAt' | 'vaultArn'> & {
  readonly deleteAt?: Instant | undefined;
};

/** The same of the point in a row, without making a value of all its fields. */
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

/** A backup job, how it ended and what AWS said of it. */
export function evidenceOfJob({ id, state, createdAt, messageCategory, message }: BackupJob): Evidence {
  const words = [`backup job ${state}`, messageCategory, message].filter((word) => word !== undefined);
  return { kind: 'backupJob', id, text: words.join(', '), at: new Date(createdAt) };
}

/** A copy job, where to, how it ended and what AWS said of it. */
export function evidenceOfCopyJob(job: CopyJob): Evidence {
  const { id, state, createdAt, destinationVaultArn, messageCategory, message } = job;
  const words = [`copy job ${state}`, messageCategory, message, `to ${destinationVaultArn}`];
  const text = words.filter((word) => word !== undefined).join(', ');
  return { kind: 'copyJob', id, text, at: new Date(createdAt) };
}

/** A service's own way back in time, the newest moment that it restores, and who says so. */
export function evidenceOfNative(native: NativeBackup): Evidence {
  const { resourceArn, mechanism, enabled, backupsArn, retentionDays, latestRestorableAt: restorableAt } = native;
  const place = backupsArn === undefined ? '' : ` in ${regionOf(backupsArn) ?? 'another Region'}`;
  const days = retentionDays === undefined ? '' : `, ${retentionDays} d`;
  const proof = restorableAt === undefined ? 'nothing restorable seen' : 'restorable up to here';
  return {
    kind: 'nativeBackup',
    id: backupsArn ?? resourceArn,
    text: `${mechanism}${place}${enabled ? `${days}, ${proof}` : ', off'}${recorded(native)}`,
    ...(enabled && restorableAt !== undefined && { at: new Date(restorableAt) }),
  };
}

/** A policy of Data Lifecycle Manager: what it is to make, of what and when, and whether it runs. */
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
  const all = excludesSome ? 'but some that it excludes' : 'without conditions';
  const tags = targetTags?.map(({ key, value }) => `${key}=${value}`).join(' or ');
  const which = tags === undefined ? all : `with ${tags}`;
  const why = statusMessage === undefined ? '' : `: ${statusMessage}`;
  const how = schedules.map(scheduleText).join(' and');
  const text = `Data Lifecycle Manager policy ${name} makes ${makes} of ${targets} ${which}${how}; it is ${state}${why}`;
  return { kind: 'lifecyclePolicy', id: arn, text };
}

/** ` every 24 HOURS, keeps the newest 7, copies to eu-central-1`; empty where AWS told nothing of it. */
function scheduleText({ every, keeps, copiesTo }: LifecycleSchedule): string {
  const words = [
    every === undefined ? '' : ` every ${every}`,
    keeps === undefined ? '' : `, keeps ${keeps}`,
    copiesTo.length === 0 ? '' : `, copies to ${copiesTo.join(' and ')}`,
  ];
  return words.join('');
}

/** A replication: what follows what, and who says so. */
export function evidenceOfReplica(replica: Replica): Evidence {
  const { mechanism, sourceArn, replicaArn } = replica;
  if (sourceArn === undefined) {
    return { kind: 'replica', id: replicaArn, text: `${mechanism} of a source that AWS does not tell` };
  }
  return { kind: 'replica', id: replicaArn ?? sourceArn, text: `${mechanism} of ${sourceArn}${recorded(replica)}` };
}

/** What AWS Config tells may have changed since it recorded it. */
function recorded({ recordedAt }: Pick<NativeBackup, 'recordedAt'>): string {
  return recordedAt === undefined ? '' : `, by AWS Config, which recorded it ${formatInstant(recordedAt)}`;
}
