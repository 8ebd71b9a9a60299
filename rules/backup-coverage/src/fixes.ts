import { assignFixes, lookAtJobs, lookAtPlans } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

const lookAtBackups = (context: FixContext): readonly Fix[] => lookAtJobs(context, 'backup');
/** Somebody must look into the malware findings, only time is missing, or AWS Backup has no part in it. */
const nothing = (): readonly Fix[] => [];

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  stale: lookAtBackups,
  'stale-when-stopped': lookAtBackups,
  'stale-promise-broken': lookAtPlans,
  'stale-since-infected': nothing,
  'promise-broken': lookAtPlans,
  'native-despite-plan': lookAtBackups,
  'not-run-yet': nothing,
  'never-backed-up': lookAtBackups,
  'no-usable-point': lookAtBackups,
  'only-infected': nothing,
  'continuous-stopped': lookAtBackups,
  'plan-gone': assignFixes,
  'plan-gone-unusable': assignFixes,
  unprotected: assignFixes,
  'manual-only': assignFixes,
  'native-stale': assignFixes,
  'versioning-only': assignFixes,
  'native-not-accepted': assignFixes,
  // The type belongs to a pack: AWS Backup cannot make backups of it.
  'service-backups-stale': nothing,
  'service-backups-not-accepted': nothing,
  'service-unprotected': nothing,
};
