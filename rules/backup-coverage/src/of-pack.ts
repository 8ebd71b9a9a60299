import {
  ageText,
  backupKindNames,
  durationText,
  evidenceOfNative,
  isAutomatic,
  nativeBackupName,
} from '@backproof/core';
import type { Verdict } from '@backproof/core';
import { isFresh } from './context.js';
import type { Context } from './context.js';
import { acceptedNatives, existingNatives } from './natives.js';

/** Judges a resource of a type that a pack declares: AWS Backup does not support it, so its service must back it up. */
export function judgeOfPack(context: Context): Verdict {
  const { dossier, prepared, now, pass, fail } = context;
  const { name, type } = dossier.resource;
  const evidence = dossier.nativeBackups.map(evidenceOfNative);
  const [best] = acceptedNatives(context);
  if (best !== undefined) {
    const kind = nativeBackupName(best);
    const { latestRestorableAt: at } = best;
    if (at !== undefined && isFresh(at, context)) {
      return pass('service-backed-up', { name, kind, restorable: new Date(at), age: ageText(now - at) }, evidence);
    }
    const restorable = at === undefined ? 'not reported' : new Date(at);
    const allowed = durationText(prepared.allowedMs);
    return fail('service-backups-stale', { name, kind, allowed, restorable }, evidence);
  }
  const [existing] = existingNatives(context);
  if (existing === undefined) {
    const kinds = backupKindNames(type).slice(1).join(', ');
    return fail('service-unprotected', { name, kinds }, evidence);
  }
  const option = isAutomatic(existing) ? 'acceptNative' : 'acceptManual';
  return fail('service-backups-not-accepted', { name, kind: nativeBackupName(existing), option }, evidence);
}
