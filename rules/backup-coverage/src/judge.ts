import { isPackTypeName, unsupportedReason } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import { judgeAssigned } from './assigned.js';
import type { Context } from './context.js';
import { judgeOfPack } from './of-pack.js';
import { restorableOf } from './restorable.js';
import { judgeUnassigned } from './unassigned.js';

/** Judges a resource by its own backups: is it in a plan, and can it be restored from what the plan has made? */
export function judge(context: Context): Verdict {
  const { resource, assignments } = context.dossier;
  if (isPackTypeName(resource.type)) return judgeOfPack(context);
  const reason = unsupportedReason(resource);
  if (reason !== undefined) return context.notApplicable(reason, { name: resource.name });
  const assigned = assignments.filter(({ explanation }) => explanation.assigned === 'yes');
  const restorable = restorableOf(context);
  return assigned.length > 0 ? judgeAssigned(context, assigned, restorable) : judgeUnassigned(context, restorable);
}
