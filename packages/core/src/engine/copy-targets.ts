import type { Inventory } from '../model/inventory.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';

/** The vaults that the plans and copy jobs of each scope copy to, with the scopes of those vaults. */
export function copyTargetsByScope({
  backupPlans,
  copyJobs,
}: Pick<Inventory, 'backupPlans' | 'copyJobs'>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const targets = new Map<string, Map<string, string>>();
  const add = (scope: Scope, vaultArn: string): void => {
    const ofScope = targets.get(scopeKey(scope)) ?? new Map<string, string>();
    if (ofScope.has(vaultArn)) return;
    const vaultScope = scopeOf(vaultArn);
    if (vaultScope !== undefined) targets.set(scopeKey(scope), ofScope.set(vaultArn, scopeKey(vaultScope)));
  };
  for (const { scope, rules } of backupPlans) {
    for (const { destinationVaultArn } of rules.flatMap(({ copyActions }) => copyActions))
      add(scope, destinationVaultArn);
  }
  for (const { scope, destinationVaultArn } of copyJobs) add(scope, destinationVaultArn);
  return targets;
}

/**
 * Finds the scopes, by their keys, in which restores of the resources of a scope may run: its own first, then the
 * scanned ones that its plans copy to.
 */
export function restoreScopes({ scopes, backupPlans }: Inventory): (scope: string) => readonly [string, ...string[]] {
  const scanned = new Set(scopes.map(scopeKey));
  const copyTargets = copyTargetsByScope({ backupPlans, copyJobs: [] });
  return (scope) => {
    const targets = new Set(copyTargets.get(scope)?.values());
    return [scope, ...[...targets].filter((target) => target !== scope && scanned.has(target))];
  };
}
