import { judgeCopies, namesInOtherRegions } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { replicatedBackups } from './replicated-backups.js';
import { judgeReplicated } from './replication-verdict.js';

/** Judges a resource by its copies, or by the backups that its service itself keeps in another Region. */
export function judge(context: Context): Verdict {
  const verdict = judgeCopies(context);
  if (verdict.status === 'pass') return verdict;
  const [replicated] = replicatedBackups(context);
  if (verdict.status === 'notApplicable' && verdict.messageId !== 'aws-cannot-copy') return verdict;
  if (replicated !== undefined && decides(replicated.fault, verdict)) return judgeReplicated(context, replicated);
  return verdict.status === 'unknown' ? verdict : unlessUnread(context, verdict);
}

/** The messages that say that copies are neither where they are asked for, nor would be. */
const NOT_THERE: ReadonlySet<string> = new Set(['no-copy-action', 'same-region', 'wrong-region']);

/** Good backups prove what copies do not. Of flawed ones it is said only where there is nothing to say of copies. */
function decides(fault: string | undefined, { status, messageId }: Verdict): boolean {
  if (fault === undefined) return true;
  return fault === 'replication-unread' ? status !== 'unknown' : NOT_THERE.has(messageId);
}

/** Backups that were not read may lie in another Region, if the service of the type keeps any there. */
function unlessUnread({ dossier, unknown }: Context, verdict: Verdict): Verdict {
  const kinds = namesInOtherRegions(dossier.resource.type);
  if (kinds.length === 0 || !dossier.unread.includes('nativeBackups')) return verdict;
  const data = { name: dossier.resource.name, backups: kinds.join(' or ') };
  return unknown('native-backups-unread', data, verdict.evidence);
}
