import { evidenceOfPointAt, isNative, STARTED } from '@backproof/core';
import type { RecoveryPoints, RestoreJob, Verdict } from '@backproof/core';
import { bestProof, isTest, isValidated, mayBeTest } from './attempt.js';
import type { Criteria } from './attempt.js';
import { deletionOf } from './aws-words.js';
import type { Context } from './context.js';
import { knownAttempts, remembersAll } from './context.js';
import { trustsBeginnings } from './options.js';
import { callOf, timeTaken, evidenceOfRestore, sampleOf } from './words.js';

/** The pass of a resource that was restored itself. */
export function provenAlone({ dossier, restores, criteria, pass }: Context): Verdict | undefined {
  const job = bestProof(restores, criteria);
  if (job === undefined) return undefined;
  const data = { name: dossier.resource.name, ...timesOf(job) };
  const evidence = [evidenceOfRestore(job)];
  if (isNative(job)) return pass('restored-natively', { name: data.name, ...callOf(job) }, evidence);
  if (deletionOf(job) === 'badly') {
    const leftover = job.createdResourceArn ?? 'AWS does not report its ARN';
    return pass('tested-leftover', { ...data, leftover, validation: job.validationStatus ?? 'none' }, evidence);
  }
  if (mayBeTest(job)) return pass('restored-in-events', data, evidence);
  if (!isTest(job)) return pass('restored-manually', data, evidence);
  return pass(isValidated(job) ? 'tested' : 'tested-unvalidated', data, evidence);
}

/** The pass of a resource of whose like another was restored, where the options let one stand for all. */
export function provenBySample({ dossier, options, prepared, pass }: Context): Verdict | undefined {
  const { resource, peerRestores } = dossier;
  if (options.scope === 'resource') return undefined;
  const proofs = peerRestores(options.scope).jobs.map(prepared.proofAmong);
  const proof = proofs.find((each) => each !== undefined);
  if (proof === undefined) return undefined;
  const data = { name: resource.name, sample: sampleOf(proof), group: options.scope };
  const evidence = [evidenceOfRestore(proof)];
  if (isNative(proof)) return pass('restored-natively-by-sample', { ...data, ...callOf(proof) }, evidence);
  return pass('tested-by-sample', { ...data, ...timesOf(proof) }, evidence);
}

/**
 * The pass of a resource of which a point says that it was restored. It does not say how that went, so it counts only
 * where no job is known that does, and where all jobs are known that AWS remembers.
 * @source API RecoveryPointByBackupVault: LastRestoreTime
 */
export function provenIndirectly(context: Context): Verdict | undefined {
  const { dossier, options, criteria, undated, pass } = context;
  const { resource, recoveryPoints: points } = dossier;
  if (!trustsBeginnings(options)) return undefined;
  const row = lastRestored(points, criteria);
  if (row === undefined || !remembersAll(context)) return undefined;
  if ([...knownAttempts(context), ...undated].some(({ status }) => status !== STARTED)) return undefined;
  const data = { name: resource.name, tested: new Date(points.lastRestoredAt(row)) };
  return pass('restored-indirectly', data, [evidenceOfPointAt(points, row)]);
}

/** The row of the point that was restored last, if that was in time. */
function lastRestored(points: RecoveryPoints, { since, until }: Criteria): number | undefined {
  let last: number | undefined;
  let lastAt = since;
  for (let row = 0; row < points.count; row++) {
    const restoredAt = points.lastRestoredAt(row);
    if (restoredAt >= lastAt && restoredAt <= until) [last, lastAt] = [row, restoredAt];
  }
  return last;
}

function timesOf(job: RestoreJob) {
  return { tested: new Date(job.createdAt), duration: timeTaken(job) };
}
