import { deepFreeze } from '../model/deep-freeze.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { remembered } from '../model/remembered.js';
import { withSourceResources } from '../model/restored-resource.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import type { EvidenceByKind, ResourceKind, ScopeKind } from '../rule/evidence-kind.js';
import { assignments } from '../semantics/assignment.js';
import { withInfectedCopies } from '../semantics/infected-copies.js';
import { restoreScopes } from './copy-targets.js';
import { dataKeys } from './data-keys.js';
import { lifecyclePolicies } from './lifecycle-policies.js';
import { newestFirst } from './newest-first.js';
import type { Dated } from './newest-first.js';
import { globalSettingsFinder, optInFinder } from './opt-ins.js';
import { peerRestores } from './peer-restores.js';
import { nativeRestores, restoreHistories, restoreTestingPlans } from './restore-evidence.js';

/** An account and Region that evidence is asked for. */
type Place = Pick<Scope, 'accountId' | 'region'>;

/** Gives the evidence of each kind about a resource, or about a scope where the scope has it. */
export type Gatherers = {
  readonly [K in ResourceKind]: (of: K extends ScopeKind ? Place : Resource) => EvidenceByKind[K];
};

/** Evidence that follows from what all parts of an inventory share, and from the record of the resource. */
export type CommonGatherers = Pick<
  Gatherers,
  ScopeKind | 'tags' | 'assignments' | 'restoreHistory' | 'restoreEvents' | 'nativeRestores' | 'restoreTestingPlans'
>;

/** Joins what all parts of an inventory share. Of its jobs only those count of which no resource is known. */
export function commonGatherers(inventory: Inventory): CommonGatherers {
  const plans = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const selections = groupBy(inventory.backupSelections, ({ scope }) => scopeKey(scope));
  const settings = new Map(inventory.regionSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const optInsOf = optInFinder(inventory);
  const restoreScopesOf = restoreScopes(inventory);
  const restores = withSourceResources(inventory);
  const holds = groupBy(inventory.legalHolds, ({ scope }) => scopeKey(scope));
  const holdsOf = remembered((scope: string) =>
    Object.freeze(restoreScopesOf(scope).flatMap((each) => holds.get(each) ?? NONE)),
  );
  return {
    tags: ({ tags }) => tags,
    assignments: (resource) => {
      const scope = scopeKey(resource);
      const ofScope = [plans.get(scope) ?? [], selections.get(scope) ?? [], optInsOf(resource)] as const;
      return deepFreeze(assignments(resource, ...ofScope));
    },
    restoreHistory: restoreHistories(inventory, restores),
    restoreEvents: restoreHistories(inventory, restores, true),
    nativeRestores: nativeRestores(inventory, restores),
    restoreTestingPlans: restoreTestingPlans(inventory),
    legalHolds: (place) => holdsOf(scopeKey(place)),
    vaults: () => inventory.vaults,
    vaultPolicies: () => inventory.vaultPolicies,
    vaultApprovals: () => inventory.vaultApprovals,
    recycleBinRules: () => inventory.recycleBinRules,
    disabledImages: () => inventory.disabledImages,
    backupKeys: () => inventory.backupKeys,
    scannedScopes: () => inventory.scopes,
    regionSettings: (place) => settings.get(scopeKey(place)),
    globalSettings: globalSettingsFinder(inventory),
  };
}

/**
 * Joins the inventory's evidence to its resources, across all scopes of the scan; `common` is given where the inventory
 * is a part of another. What several rules ask for and costs much is remembered.
 */
export function evidenceGatherers(inventory: Inventory, common = commonGatherers(inventory)): Gatherers {
  const backupJobs = jobsByResource(inventory.backupJobs, ({ resourceArn }) => resourceArn);
  const copyJobs = jobsByResource(inventory.copyJobs, ({ resourceArn }) => resourceArn);
  const restores = withSourceResources(inventory);
  const restoreJobs = jobsByResource(restores, ({ sourceResourceArn }) => sourceResourceArn ?? '');
  const nativeBackups = groupBy(inventory.nativeBackups, ({ resourceArn }) => resourceArn);
  const lockedSnapshots = groupBy(inventory.lockedSnapshots, ({ resourceArn }) => resourceArn);
  const replicaSources = groupBy(inventory.replicas, ({ sourceArn }) => sourceArn ?? '');
  const replicas = groupBy(inventory.replicas, ({ replicaArn }) => replicaArn ?? '');
  const assignmentsOf = remembered(common.assignments, Infinity);
  return {
    ...common,
    assignments: assignmentsOf,
    recoveryPoints: ({ arn }) => {
      const points = inventory.recoveryPoints.of(arn);
      return inventory.recoveryPoints.hasInfected ? withInfectedCopies(points, copyJobs.get(arn) ?? NONE) : points;
    },
    backupJobs: ({ arn }) => backupJobs.get(arn) ?? NONE,
    copyJobs: ({ arn }) => copyJobs.get(arn) ?? NONE,
    restoreJobs: ({ arn }) => restoreJobs.get(arn) ?? NONE,
    peerRestores: peerRestores(inventory.resources, restoreJobs, assignmentsOf),
    nativeBackups: ({ arn }) => nativeBackups.get(arn) ?? NONE,
    lockedSnapshots: ({ arn }) => lockedSnapshots.get(arn) ?? NONE,
    replicas: ({ arn }) => {
      const [sources, others] = [replicaSources.get(arn) ?? NONE, replicas.get(arn) ?? NONE];
      return sources.length + others.length === 0 ? NONE : Object.freeze([...sources, ...others]);
    },
    lifecyclePolicies: lifecyclePolicies(inventory),
    encryptionKeys: dataKeys(inventory),
  };
}

const NONE: readonly never[] = Object.freeze([]);

function jobsByResource<Job extends Dated>(jobs: readonly Job[], resourceOf: (job: Job) => string) {
  const groups = new Map<string, readonly Job[]>();
  // Many short lists are sorted faster than a long one.
  for (const [arn, group] of groupBy(jobs, resourceOf)) groups.set(arn, Object.freeze(newestFirst(group)));
  return groups;
}
