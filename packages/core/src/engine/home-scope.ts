import type { BackupJob } from '../model/job.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';

/**
 * The account and Region of a resource that was not listed. Where its ARN does not name them, as that of a bucket, its
 * backup jobs show them, or else its recovery points: these are made in vaults of its own account and Region, and copies
 * name the vault that they came from. Undefined: nothing shows them, or the points name several.
 */
export function homeScope(arn: string, points: RecoveryPoints, jobs: readonly BackupJob[]): Scope | undefined {
  const named = scopeOf(arn);
  if (named !== undefined) return named;
  return onlyOne(jobs.map(({ scope }) => scope)) ?? onlyOne(scopesOfPoints(points));
}

function scopesOfPoints(points: RecoveryPoints): readonly Scope[] {
  const vaults = new Set<string>();
  for (const { vaultArn, sourceVaultArn } of points) vaults.add(sourceVaultArn ?? vaultArn);
  return [...vaults].map((vault) => scopeOf(vault)).filter((scope) => scope !== undefined);
}

function onlyOne(scopes: readonly Scope[]): Scope | undefined {
  const [first] = scopes;
  return new Set(scopes.map(scopeKey)).size === 1 ? first : undefined;
}
