import type { NativeBackup, Replica } from '../model/evidence.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
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
export function evidenceOfPoint(point: RecoveryPoint): Evidence {
  const { arn, status, continuous, createdAt, deleteAt, vaultArn } = point;
  const kind = continuous ? 'continuous recovery point' : 'recovery point';
  const end = deleteAt === undefined ? 'kept forever' : `expires ${formatInstant(deleteAt)}`;
  return { kind: 'recoveryPoint', id: arn, text: `${kind} ${status}, ${end}, in ${vaultArn}`, at: new Date(createdAt) };
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

/** A service's own way back in time, and the newest moment that it restores. */
export function evidenceOfNative(backup: NativeBackup): Evidence {
  const { resourceArn, mechanism, backupsArn, retentionDays, latestRestorableAt } = backup;
  const place = backupsArn === undefined ? '' : ` in ${regionOf(backupsArn) ?? 'another Region'}`;
  const days = retentionDays === undefined ? '' : `, ${retentionDays} d`;
  const proof = latestRestorableAt === undefined ? 'nothing restorable seen' : 'restorable up to here';
  return {
    kind: 'nativeBackup',
    id: backupsArn ?? resourceArn,
    text: `${mechanism}${place}${days}, ${proof}`,
    ...(latestRestorableAt !== undefined && { at: new Date(latestRestorableAt) }),
  };
}

/** A replication: what follows what. */
export function evidenceOfReplica({ mechanism, sourceArn, replicaArn }: Replica): Evidence {
  if (sourceArn === undefined) {
    return { kind: 'replica', id: replicaArn, text: `${mechanism} of a source that AWS does not tell` };
  }
  return { kind: 'replica', id: replicaArn ?? sourceArn, text: `${mechanism} of ${sourceArn}` };
}
