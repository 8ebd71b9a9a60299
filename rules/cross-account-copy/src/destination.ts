import { findSorted, sameScope, scopeKey, scopeOf, vaultNameOf } from '@backproof/core';
import type { Resource, Scope, Vault } from '@backproof/core';
import type { Context } from './context.js';
import type { Options } from './options.js';

/** What is wrong with the place of a vault, the least first. */
export const MISPLACEMENTS = ['wrong-region', 'wrong-account', 'air-gapped-same-account', 'same-account'] as const;

type Misplacement = (typeof MISPLACEMENTS)[number];

/** A vault that copies of a resource may go to. */
export interface Destination {
  readonly vaultArn: string;
  readonly scope: Scope;
  /** Absent: the vault was not seen. */
  readonly vault: Vault | undefined;
  /** Its scope was: a copy there is seen, or is not there. */
  readonly scanned: boolean;
  readonly ownAccount: boolean;
  /** The vault is an ordinary one beside the resource: what lies there are its backups. */
  readonly atHome: boolean;
  /** Absent: a copy there is what the options ask for. */
  readonly misplaced: Misplacement | undefined;
}

/**
 * The vault of an ARN as a destination of copies; undefined if the ARN names no place. `toldType` is the vault's type
 * as a copy job tells it. Ask the inquiry, which remembers.
 */
export function destinationOf(
  { dossier, options }: Context,
  vaultArn: string,
  toldType?: string,
): Destination | undefined {
  const { resource, vaults, scannedScopes } = dossier;
  const scope = scopeOf(vaultArn);
  if (scope === undefined) return undefined;
  const vault = findSorted(vaults, ({ arn }) => arn, vaultArn);
  const airGapped = (vault?.vaultType ?? toldType) === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
  return {
    vaultArn,
    scope,
    vault,
    scanned: findSorted(scannedScopes, scopeKey, scopeKey(scope)) !== undefined,
    ownAccount: scope.accountId === resource.accountId,
    atHome: !airGapped && sameScope(scope, resource),
    misplaced: misplacementOf(resource, scope, airGapped, options),
  };
}

function misplacementOf(
  resource: Resource,
  { accountId, region }: Scope,
  airGapped: boolean,
  { accounts, acceptAirGapped, crossRegion }: Options,
): Misplacement | undefined {
  const ownAccount = accountId === resource.accountId;
  if (ownAccount && !airGapped) return 'same-account';
  if (ownAccount && !acceptAirGapped) return 'air-gapped-same-account';
  if (!ownAccount && accounts.length > 0 && !accounts.includes(accountId)) return 'wrong-account';
  return crossRegion && region === resource.region ? 'wrong-region' : undefined;
}

/** The destination as messages name it. */
export function placeData({ vaultArn, scope }: Destination) {
  return { vault: vaultNameOf(vaultArn) ?? vaultArn, account: scope.accountId, region: scope.region };
}
