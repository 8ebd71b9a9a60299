import { assignFixes, lookAtJobs, lookAtPlans, tierFixes } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

const addTiers = (context: FixContext<Options>): readonly Fix[] => tierFixes(context, context.options.tiers);
const lookAtBackups = (context: FixContext): readonly Fix[] => lookAtJobs(context, 'backup');

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  'setting-missing': lookAtPlans,
  'vault-missing': lookAtPlans,
  'vault-unavailable': lookAtPlans,
  'lifecycle-invalid': lookAtPlans,
  'lock-conflict': lookAtPlans,
  'never-fires': lookAtPlans,
  'no-points': assignFixes,
  'backup-failing': lookAtBackups,
  'not-backed-up': lookAtBackups,
  'not-backed-up-opt-in-unknown': lookAtBackups,
  'no-plan': assignFixes,
  'design-falls-short': addTiers,
  'lifecycle-too-short': addTiers,
  'job-failed': lookAtBackups,
  'proof-contradicts-plan': lookAtBackups,
  gaps: lookAtBackups,
};
