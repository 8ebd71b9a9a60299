import { capabilityOf, copyRetentionDays, DAY, retentionDays } from '@backproof/core';
import type { BackupPlan, BackupRule, ExplainedSelection, Retention } from '@backproof/core';
import { isTooShort } from './copy.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';

/** A copy that a backup plan would make: an intent, not a proof. */
export interface IntendedCopy {
  readonly assignment: ExplainedSelection;
  readonly plan: BackupPlan;
  readonly rule: BackupRule;
  readonly destination: Destination;
  readonly retention: Retention;
}

/** The copies that the plans would make to which the resource is assigned, or may be. */
export function intendedCopies(inquiry: Inquiry, assigned: 'yes' | 'unknown'): readonly IntendedCopy[] {
  const assignments = inquiry.context.dossier.assignments.filter(
    ({ explanation }) => explanation.assigned === assigned,
  );
  const byPlan = new Map(assignments.map((assignment) => [assignment.plan, assignment]));
  return [...byPlan].flatMap(([plan, assignment]) =>
    plan.rules.flatMap((rule) => targetsOf(inquiry, rule).map((target) => ({ assignment, plan, rule, ...target }))),
  );
}

function targetsOf(inquiry: Inquiry, rule: BackupRule): Pick<IntendedCopy, 'destination' | 'retention'>[] {
  const targets = rule.copyActions.map((action) => ({
    destination: inquiry.destinationOf(action.destinationVaultArn),
    retention: copyRetentionDays(action, rule.lifecycle),
  }));
  if (rule.airGappedVaultArn !== undefined) {
    const destination = inquiry.destinationOf(rule.airGappedVaultArn, 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
    targets.push({ destination, retention: retentionDays(rule.lifecycle) });
  }
  return targets.flatMap(({ destination, retention }) =>
    destination === undefined ? [] : [{ destination, retention }],
  );
}

/** How long an intended copy would be kept. */
export function intendedKeptMs({ retention }: IntendedCopy): number {
  return retention === 'forever' ? Infinity : retention * DAY;
}

/**
 * Whether an intended copy would be what the options ask for. In its own account that is one in an air-gapped vault,
 * which not all types can go to.
 * @source Developer Guide, lag-vault-primary-backup
 */
export function isAskedFor(copy: IntendedCopy, inquiry: Inquiry): boolean {
  const { resource, regionSettings } = inquiry.context.dossier;
  const { misplaced, ownAccount } = copy.destination;
  if (misplaced !== undefined || isTooShort(intendedKeptMs(copy), inquiry)) return false;
  if (!ownAccount) return true;
  const capability = capabilityOf(resource, regionSettings);
  return capability.supported && capability.airGapped === true;
}
