import { mergeScopes } from '../../world/merge.js';
import type { World, WorldAccount, WorldScope } from '../../world/world.js';
import type { Estate } from '../estate.js';
import { toLabel, type Entry } from './entry.js';
import { historyOf } from './history.js';
import { NOW } from './moment.js';
import type { EstatePlan } from './plan.js';
import type { EstateVault } from './vault.js';

/** What belongs together in an estate. */
export interface EstatePart {
  readonly entries?: readonly Entry[];
  readonly plans?: readonly EstatePlan[];
  readonly vaults?: readonly EstateVault[];
  /** Settings, faults and all that is neither a resource nor about one. */
  readonly world?: readonly WorldScope[];
}

interface EstateOptions {
  readonly name: string;
  readonly title: string;
  readonly accounts: World['accounts'];
  readonly regions: readonly string[];
  readonly parts: readonly EstatePart[];
}

/** Puts an estate together. As labels come from the entries, no resource is without one. */
export function estateOf({ name, title, accounts, regions, parts }: EstateOptions): Estate {
  const entries = parts.flatMap((part) => part.entries ?? []);
  const contents = [
    ...everyScope(accounts, regions),
    ...parts.flatMap((part) => part.world ?? []),
    ...parts.flatMap((part) => [...(part.vaults ?? []), ...(part.plans ?? [])]).map(({ world }) => world),
    ...entries.map(({ resource }) => resource.world),
    ...entries.flatMap(({ resource, history = [] }) => history.flatMap((each) => historyOf(resource, each))),
  ];
  const scopes = mergeScopes(contents).map(withCounts).map(withProtectedResources);
  return {
    name,
    title,
    world: { partition: 'aws', now: NOW, accounts, regions, scopes },
    labels: entries.map(toLabel),
  };
}

function everyScope(accounts: readonly WorldAccount[], regions: readonly string[]): readonly WorldScope[] {
  return accounts.flatMap(({ id }) => regions.map((region) => ({ accountId: id, region })));
}

function withCounts(scope: WorldScope): WorldScope {
  const { vaults = [], recoveryPoints = {} } = scope;
  const counted = vaults.map((vault) => ({
    ...vault,
    NumberOfRecoveryPoints: recoveryPoints[vault.BackupVaultName ?? '']?.length ?? 0,
  }));
  return { ...scope, vaults: counted };
}

/** @source API ListProtectedResources: whatever has a recovery point of any status is listed with its newest one. */
function withProtectedResources(scope: WorldScope): WorldScope {
  const points = Object.values(scope.recoveryPoints ?? {}).flat();
  const oldestFirst = points.toSorted((a, b) => Number(a.CreationDate) - Number(b.CreationDate));
  const newest = new Map(oldestFirst.map((point) => [point.ResourceArn, point]));
  const protectedResources = [...newest.values()].map((point) => ({
    ResourceArn: point.ResourceArn,
    ResourceType: point.ResourceType,
    ResourceName: point.ResourceName,
    LastBackupTime: point.CreationDate,
    LastBackupVaultArn: point.BackupVaultArn,
    LastRecoveryPointArn: point.RecoveryPointArn,
  }));
  return { ...scope, protectedResources };
}
