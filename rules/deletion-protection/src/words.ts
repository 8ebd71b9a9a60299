import { evidenceOfPointAt, formatInstant, scopeOf, vaultNameOf } from '@backproof/core';
import type { Evidence } from '@backproof/core';
import type { Context } from './context.js';
import type { GuardedPoint } from './guarded-points.js';

/** A recovery point as messages name it. */
export function pointData({ dossier }: Context, { row, dataAt }: GuardedPoint) {
  const { resource, recoveryPoints: points } = dossier;
  const vaultArn = points.vaultArn(row);
  const { accountId: account = '', region = '' } = scopeOf(vaultArn) ?? {};
  return { name: resource.name, asOf: new Date(dataAt), vault: vaultNameOf(vaultArn) ?? vaultArn, account, region };
}

/** The end of a recovery point's life: `until 2026-12-01 05:00 UTC`, or `forever`. */
export function keptText({ dossier }: Context, { row }: GuardedPoint): string {
  const deleteAt = dossier.recoveryPoints.deleteAt(row);
  return Number.isNaN(deleteAt) ? 'forever' : `until ${formatInstant(deleteAt)}`;
}

/** A recovery point and its vault, as evidence. */
export function evidenceOn({ dossier }: Context, { row, guard }: GuardedPoint): readonly Evidence[] {
  const point = evidenceOfPointAt(dossier.recoveryPoints, row);
  return guard === undefined ? [point] : [point, { kind: 'vault', id: guard.vault.arn, text: guardText(guard) }];
}

const LOCKS = {
  none: 'not locked',
  governance: 'locked in governance mode',
  coolingOff: 'locked in compliance mode, in its grace time',
  compliance: 'locked in compliance mode',
} as const;

const POLICIES = {
  denied: 'its access policy denies everybody to delete its recovery points, and to change the policy',
  replaceable: 'its access policy denies to delete its recovery points, but not every way around that',
  open: 'its access policy does not deny everybody to delete its recovery points',
  undecided: 'its access policy has conditions that Backproof cannot decide',
  unread: 'its access policy was not read',
} as const;

function guardText({ airGapped, lock, policy }: NonNullable<GuardedPoint['guard']>): string {
  if (airGapped) return 'logically air-gapped vault';
  return lock === 'compliance' ? `vault ${LOCKS[lock]}` : `vault ${LOCKS[lock]}; ${POLICIES[policy]}`;
}
