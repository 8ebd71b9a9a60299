import { buildVaultArn, scopeKey, scopeOf, scopeOfResource, vaultNameOf } from '@backproof/core';
import type { BackupPlan, RecoveryPoint, Scope, Vault } from '@backproof/core';
import { regionSettings } from './builders/backup-plan.js';
import { vault } from './builders/vault.js';
import type { Given, Records } from './given.js';

/** All that a scan finds where it may read everything. */
export interface Found {
  readonly scopes: readonly Scope[];
  readonly records: Records;
  readonly recoveryPoints: readonly RecoveryPoint[];
}

/** The evidence of a story, with the defaults. */
export function found(given: Omit<Given, 'unread' | 'jobHistories' | 'accounts'>): Found {
  const {
    resource,
    others = [],
    plans = [],
    selections = [],
    recoveryPoints = [],
    missingVaults = [],
    scopes: more = [],
    ...named
  } = given;
  const resources = [resource, ...others];
  const told = { ...named, backupPlans: plans, backupSelections: selections };
  const scopes = distinct(scopeKey, [
    ...more,
    ...resources.map(scopeOfResource),
    ...Object.values(told).flatMap((records) => records.map(({ scope }) => scope)),
    ...recoveryPoints.map(({ vaultArn }) => scopeOf(vaultArn)).filter((scope) => scope !== undefined),
  ]);
  const arns = [...recoveryPoints.map(({ vaultArn }) => vaultArn), ...plans.flatMap(vaultArnsOf)].filter(
    (arn) => !missingVaults.includes(arn),
  );
  const records = {
    ...told,
    resources,
    regionSettings: distinct(
      ({ scope }) => scopeKey(scope),
      [...(named.regionSettings ?? []), ...scopes.map((scope) => regionSettings({ scope }))],
    ),
    vaults: distinct(({ arn }) => arn, [...(named.vaults ?? []), ...vaultsIn(scopes, arns)]),
  };
  return { scopes, records, recoveryPoints };
}

/** The vaults that a plan's points and copies go to. */
function vaultArnsOf({ scope, rules }: BackupPlan): readonly string[] {
  return rules.flatMap(({ targetVaultName, copyActions }) => [
    buildVaultArn(scope, targetVaultName),
    ...copyActions.map(({ destinationVaultArn }) => destinationVaultArn),
  ]);
}

/** The vaults of these ARNs that a scan of the scopes sees. */
function vaultsIn(scopes: readonly Scope[], arns: readonly string[]): readonly Vault[] {
  const keys = new Set(scopes.map(scopeKey));
  return arns.flatMap((arn) => {
    const [scope, name] = [scopeOf(arn), vaultNameOf(arn)];
    return scope !== undefined && name !== undefined && keys.has(scopeKey(scope)) ? [vault({ scope, name })] : [];
  });
}

/** The first of each key. */
function distinct<Item>(keyOf: (item: Item) => string, items: readonly Item[]): readonly Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()];
}
