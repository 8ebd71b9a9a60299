import { sameScope, scopeKey } from '../model/scope.js';
import { scopeOf, vaultNameOf } from '../semantics/arn.js';
import type { Scope } from '../model/scope.js';
import type { Vault } from '../model/vault.js';
import type { PromiseGrounds } from '../semantics/promise-problem.js';
import type { CopyPlace, Home, Misplacement, Placement } from './placement.js';

/** A vault that copies of a resource may go to. */
export interface Destination {
  readonly vaultArn: string;
  readonly scope: Scope;
  /** Absent: the scan did not find the vault. */
  readonly vault: Vault | undefined;
  /** Its account and Region was scanned: a copy that was not found there does not exist. */
  readonly scanned: boolean;
  readonly airGapped: boolean;
  readonly ownAccount: boolean;
  /** The vault is an ordinary one beside the resource: what lies there are its backups. */
  readonly atHome: boolean;
  /** Absent: a copy there is what the options ask for. */
  readonly misplaced: Misplacement | undefined;
}

/**
 * Finds the vault of an ARN as a destination of copies of what lies at home; undefined if the ARN names no place.
 * `reportedType` is the vault's type according to a copy job or a plan.
 */
export type DestinationFinder = (home: Home, vaultArn: string, reportedType?: string) => Destination | undefined;

/** Makes a finder that works out each destination once: the resources of a scope share them. */
export function destinationFinder(grounds: PromiseGrounds, placement: Placement): DestinationFinder {
  const known = new Map<string, Map<string, Destination | undefined>>();
  return (home, vaultArn, reportedType = '') => {
    const scope = scopeKey(home);
    const ofScope = known.get(scope) ?? new Map<string, Destination | undefined>();
    known.set(scope, ofScope);
    const key = `${vaultArn} ${reportedType}`;
    if (!ofScope.has(key)) ofScope.set(key, destinationOf(home, vaultArn, reportedType, grounds, placement));
    return ofScope.get(key);
  };
}

/** The type of a vault that takes copies only, and keeps them in compliance mode. @source API VaultType */
export const AIR_GAPPED = 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';

function destinationOf(
  home: Home,
  vaultArn: string,
  reportedType: string,
  { vaults, isScanned }: PromiseGrounds,
  { misplacementOf }: Placement,
): Destination | undefined {
  const scope = scopeOf(vaultArn);
  if (scope === undefined) return undefined;
  const vault = vaults.get(vaultArn);
  const airGapped = (vault?.vaultType ?? reportedType) === AIR_GAPPED;
  return {
    vaultArn,
    scope,
    vault,
    scanned: isScanned(vaultArn),
    airGapped,
    ownAccount: scope.accountId === home.accountId,
    atHome: !airGapped && sameScope(scope, home),
    misplaced: misplacementOf(home, { ...scope, airGapped }),
  };
}

/** The account and Region of a destination, and whether it is air-gapped. */
export function placeOf({ scope: { accountId, region }, airGapped }: Destination): CopyPlace {
  return { accountId, region, airGapped };
}

/** The destination as messages name it. */
export function placeData({ vaultArn, scope }: Destination) {
  return { vault: vaultNameOf(vaultArn) ?? vaultArn, account: scope.accountId, region: scope.region };
}
