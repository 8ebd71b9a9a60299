import { DAY } from '../../model/instant.js';
import { accountOf } from '../arn.js';
import type { DeletionGuards } from '../deletion-guard.js';
import type { Fate, LossGrounds } from './fate.js';
import { DAYS_TO_REOPEN } from './loss.js';
import type { WayBack } from './way-back.js';

/**
 * Requests to a closed account fail at once, and its keys are inaccessible; copies in other accounts stay.
 *
 * @source AWS Account Management Reference, manage-acct-closing; AWS KMS Developer Guide, deleting-keys; Developer Guide,
 * create-cross-account-backup, logicallyairgappedvault
 */
export function afterClosing(way: WayBack, accountId: string, grounds: LossGrounds): Fate {
  const isLost = (keeper: string): boolean => keeper === accountId;
  if (way.accountId !== accountId) return elsewhere(way, isLost, grounds.guards);
  return byApproval(way, isLost, grounds) ?? { kind: 'gone', way, why: 'in-the-account' };
}

/**
 * The fate of what lies in an air-gapped vault of a closed account: an approval team opens the vault to another account
 * until the closed one is deleted. Undefined: it lies in no such vault.
 *
 * AWS does not document what becomes of a team of a closed account.
 *
 * @source Developer Guide, logicallyairgappedvault, multipartyapproval
 */
function byApproval(way: WayBack, isLost: (accountId: string) => boolean, grounds: LossGrounds): Fate | undefined {
  const isAirGapped = way.kind === 'point' && grounds.guards(way.vaultArn, way.arn)?.airGapped === true;
  if (!isAirGapped) return undefined;
  const team = grounds.teamOf(way.vaultArn);
  if (team === undefined) return { kind: 'unknown', way, why: 'approval-team-not-read' };
  if (team === 'none') return { kind: 'gone', way, why: 'no-approval-team' };
  const [approver, keeper] = [accountOf(team), way.keyArn === undefined ? undefined : accountOf(way.keyArn)];
  if (keeper !== undefined && isLost(keeper)) return { kind: 'gone', way, why: 'key-in-the-account' };
  if (approver === undefined || isLost(approver)) return { kind: 'unknown', way, why: 'approval-team-in-the-account' };
  const until = Math.min(way.until ?? Infinity, grounds.now + DAYS_TO_REOPEN * DAY);
  return { kind: 'stays', way: { ...way, until }, needs: ['approval-team'] };
}

/** A backup in an account that is not lost stays, unless a key of a lost one encrypts it. An air-gapped vault has AWS's own. */
export function elsewhere(way: WayBack, isLost: (accountId: string) => boolean, guards: DeletionGuards): Fate {
  const keeper = way.keyArn === undefined ? undefined : accountOf(way.keyArn);
  if (keeper !== undefined && isLost(keeper)) return { kind: 'gone', way, why: 'key-in-the-account' };
  const isAirGapped = way.kind === 'point' && guards(way.vaultArn, way.arn)?.airGapped === true;
  const isKeyKnown = keeper !== undefined || way.unencrypted === true || isAirGapped;
  return isKeyKnown
    ? { kind: 'stays', way, needs: ['in-its-account'] }
    : { kind: 'unknown', way, why: 'key-not-known' };
}

/** The fate if all accounts of an organization are closed; where these are not known, the resource's own is one of them. */
export function afterAllClosing(way: WayBack, home: string, grounds: LossGrounds): Fate {
  const { organization, guards } = grounds;
  const isLost = (keeper: string): boolean => keeper === home || organization?.has(keeper) === true;
  const opened = isLost(way.accountId) ? byApproval(way, isLost, grounds) : undefined;
  const isGone = isLost(way.accountId) && (opened === undefined || opened.kind === 'gone');
  if (isGone) return { kind: 'gone', way, why: 'in-the-organization' };
  if (organization === undefined) return { kind: 'unknown', way, why: 'organization-not-read' };
  return opened ?? elsewhere(way, isLost, guards);
}
