import { accountOf, evidenceOfPointAt, unsupportedReason, vaultNameOf } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { evidenceOfGroups, judgeKeys, newestData } from './key-verdict.js';
import { countOf, keyedPoints, newestDoubtful } from './keyed-points.js';
import type { KeyedPoints } from './keyed-points.js';

/** Judges a resource: is every usable recovery point encrypted, and does its key work? */
export function judge(context: Context): Verdict {
  const { dossier, unknown, notApplicable } = context;
  const { resource, recoveryPoints: points } = dossier;
  const reason = unsupportedReason(resource);
  if (reason !== undefined) return notApplicable(reason, { name: resource.name });
  const verdict = judgeUsable(context);
  if (verdict.status !== 'pass' && verdict.status !== 'notApplicable') return verdict;
  const row = newestDoubtful(context);
  if (row === undefined) return verdict;
  const data = { name: resource.name, moment: new Date(points.createdAt(row)) };
  return unknown('status-unknown', data, [evidenceOfPointAt(points, row)]);
}

function judgeUsable(context: Context): Verdict {
  const { dossier, options, pass, fail, unknown, notApplicable } = context;
  const { name } = dossier.resource;
  const groups = keyedPoints(context);
  if (groups.length === 0) return notApplicable('no-recovery-point', { name });
  const data = { name, count: countOf(groups) };

  const unencrypted = groups.filter(({ encrypted }) => encrypted === false);
  const keys = judgeKeys(context, groups);
  if (keys?.messageId === 'key-pending-deletion') return keys;
  if (unencrypted.length > 0) {
    const newest = newestData(context, unencrypted);
    const counted = { ...data, ...newest, unencrypted: countOf(unencrypted) };
    return fail('unencrypted', counted, evidenceOfGroups(context, unencrypted));
  }
  if (keys?.status === 'fail') return keys;
  const ofAws = options.key === 'customer' ? groups.filter((group) => isOfAws(context, group)) : [];
  if (ofAws.length > 0) {
    const counted = { ...data, ...newestData(context, ofAws), affected: countOf(ofAws) };
    return fail('not-customer-managed', counted, evidenceOfGroups(context, ofAws));
  }
  const unread = groups.filter(({ encrypted }) => encrypted === undefined);
  if (unread.length > 0) {
    return unknown('encryption-unread', { ...data, unread: countOf(unread) }, evidenceOfGroups(context, unread));
  }
  if (keys !== undefined) return keys;
  const exposed = groups.find((group) => isExposed(context, group));
  const evidence = evidenceOfGroups(context, groups);
  if (exposed === undefined) return pass('encrypted', data, evidence);
  const { vaultArn, keyArn: key = '' } = exposed;
  const place = { vault: vaultNameOf(vaultArn) ?? vaultArn, account: accountOf(vaultArn) ?? '', key };
  return pass('key-beside-lock', { ...data, ...place }, evidence);
}

/** AWS encrypts with a key of its own what it names no key of. */
function isOfAws({ prepared }: Context, { keyArn, encrypted }: KeyedPoints): boolean {
  if (keyArn === undefined) return encrypted === true;
  return prepared.keys.get(keyArn)?.managedByAws === true;
}

/** A lock does not keep the account from deleting the key: it can be lost although the points cannot. */
function isExposed({ prepared }: Context, { vaultArn, keyArn }: KeyedPoints): boolean {
  if (keyArn === undefined || !prepared.isLocked(vaultArn)) return false;
  const isCustomers = prepared.keys.get(keyArn)?.managedByAws === false;
  return isCustomers && accountOf(keyArn) === accountOf(vaultArn);
}
