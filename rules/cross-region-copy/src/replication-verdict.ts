import { ageText, DAY, durationText, evidenceOfNative, overLimitText, retentionText } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { Context } from './context.js';
import type { ReplicatedBackups } from './replicated-backups.js';

/** The verdict on backups that a service keeps in another Region. */
export function judgeReplicated(
  context: Context,
  { native, region, name: backups, keptMs, fault }: ReplicatedBackups,
): Verdict {
  const { dossier, prepared, now, pass, fail, unknown } = context;
  const evidence = [evidenceOfNative(native)];
  const data = { name: dossier.resource.name, backups, region };
  const { latestRestorableAt: at } = native;
  if (fault === 'replication-elsewhere') return fail(fault, data, evidence);
  if (fault === 'replication-stale' && at !== undefined) {
    const allowed = durationText(prepared.maxAgeMs);
    const age = overLimitText(now - at, prepared.maxAgeMs);
    return fail(fault, { ...data, asOf: new Date(at), age, allowed }, evidence);
  }
  if (fault === 'replication-too-short' && keptMs !== undefined) {
    const required = durationText(prepared.minRetentionMs);
    return fail(fault, { ...data, kept: keptText(keptMs), required }, evidence);
  }
  if (at === undefined || keptMs === undefined) return unknown('replication-unread', data, evidence);
  const proof = { asOf: new Date(at), age: ageText(now - at), kept: keptText(keptMs) };
  return pass('backups-replicated', { ...data, ...proof }, evidence);
}

function keptText(keptMs: number): string {
  return retentionText(keptMs === Infinity ? 'forever' : keptMs / DAY);
}
