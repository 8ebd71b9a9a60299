import type { Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { callOf, evidenceOfRestore, withinText } from './words.js';

/**
 * Unknown, by a restore without AWS Backup that may be of the resource, or where such restores could not all be read;
 * undefined if neither could change the verdict.
 */
export function judgeNativeDoubt({ dossier, options, criteria, unknown }: Context): Verdict | undefined {
  if (!criteria.acceptNative) return undefined;
  const { resource, nativeRestores, unread } = dossier;
  const data = { name: resource.name, within: withinText(options) };
  if (unread.includes('nativeRestores')) return unknown('native-restores-unread', data);
  const since = Math.max(criteria.since, resource.createdAt ?? -Infinity);
  const restore = nativeRestores.unmatched.find(({ createdAt }) => createdAt >= since && createdAt <= criteria.until);
  if (restore === undefined) return undefined;
  const point = restore.recoveryPointArn ?? 'a source that the call does not name';
  return unknown('native-source-unknown', { ...data, ...callOf(restore), point }, [evidenceOfRestore(restore)]);
}
