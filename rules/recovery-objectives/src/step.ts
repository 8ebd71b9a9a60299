import { durationText } from '@backproof/core';
import type { Capability } from '@backproof/core';
import type { Answer } from './answer.js';

type Missed = Extract<Answer, { readonly kind: 'missed' }>;

/** Returns true if AWS Backup offers nothing for this type with which a miss could be met. */
export function isOutOfReach({ objective: { loss }, how }: Missed, capability: Capability): boolean {
  if (how === 'rto-missed' || how === 'at-risk') return false;
  if (loss.kind === 'region') return capability.crossRegionCopy === false;
  return (loss.kind === 'account' || loss.kind === 'organization') && capability.crossAccountCopy === false;
}

/** The one step that would meet the objective, as a sentence. */
export function stepText({ objective: { loss, rpoMs }, how }: Missed): string {
  switch (how) {
    case 'rto-missed':
      return 'Find a quicker way to restore it, and test that.';
    case 'at-risk':
      return 'Encrypt the backups with a key of another account.';
    case 'rpo-missed':
      return `Make such backups at least every ${durationText(rpoMs ?? 0)}, or find out why the last ones are missing.`;
    case 'lost':
    case 'follows-only':
      return stepAfter(loss);
  }
}

function stepAfter(loss: Missed['objective']['loss']): string {
  switch (loss.kind) {
    case 'late':
      return `Keep recovery points for longer than ${durationText(loss.foundAfterMs)}.`;
    case 'region':
      return 'Copy its recovery points to another Region.';
    case 'account':
      return 'Copy its recovery points to another account, and encrypt them with a key of that account.';
    case 'hostile-admin':
      return 'Copy its recovery points to another account, or lock their vault in compliance mode.';
    case 'organization':
      return 'Copy its recovery points to an account of another organization.';
    case 'deletion':
    case 'key':
      return 'Assign it to a backup plan.';
  }
}
