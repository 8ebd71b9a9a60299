import type { Fix, FixContext, Fixes } from '../rule/fix/fix.js';
import { lookAtJobs } from '../rule/fix/look-fix.js';
import { lookAtPlans } from '../rule/fix/plan-fix.js';
import type { copyMessages } from './messages.js';

const lookAtCopies = (context: FixContext): readonly Fix[] => lookAtJobs(context, 'copy');
/** For what no change of AWS ends, or one that depends on the service of the resource. */
const nothing = (): readonly Fix[] => [];

/** The fixes of the failures that copies to any place have in common. */
export const copyFailureFixes: Fixes<typeof copyMessages, object> = {
  'never-copied': lookAtCopies,
  stale: lookAtCopies,
  'retention-too-short': lookAtPlans,
  'only-infected': nothing,
  'no-usable-copy': lookAtCopies,
  'not-observed': nothing,
  suppressed: lookAtPlans,
  'promise-broken': lookAtPlans,
  'air-gapped-refused': lookAtPlans,
  'blocked-by-key': nothing,
  'blocked-by-default-vault': lookAtPlans,
  'blocked-by-organization': nothing,
  'blocked-by-lock': lookAtPlans,
  'copy-failing': lookAtCopies,
};
