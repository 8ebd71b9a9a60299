import { deepFreeze } from '../model/deep-freeze.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { withSourceResources } from '../model/restored-resource.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Scope } from '../model/scope.js';
import type { EvidenceByKind, EvidenceKind, ScopeKind } from '../rule/evidence-kind.js';
import { assignments } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { withInfectedCopies } from '../semantics/infected-copies.js';
import { restoreScopes } from './copy-targets.js';
import { dataKeys } from './data-keys.js';
import { lifecyclePolicies } from './lifecycle-policies.js';
import { newestFirst } from './newest-first.js';
import type { Dated } from './newest-first.js';
import { peerRestores } from './peer-restores.js';
import { restoreHistories, restoreTestingPlans } from './restore-evidence.js';

/** An account and Region that evidence is asked for. */
type Place = Pick<Scope, 'accountId' | 'region'>;

/** Gives the evidence of each kind about a resource, or about a scope where the scope has it. */
export type Gatherers = {
  readonly [K in EvidenceKind]: (of: K extends ScopeKind ? Place : Resource) => EvidenceByKind[K];
};

/** Joins the inventory's evidence to its resources, across all scopes of the scan. */
export function evidenceGatherers(inventory: Inventory): Gatherers {
  const plans = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const selections = groupBy(inventory.backupSelections, ({ scope }) => scopeKey(scope));
  const settings = new Map(inventory.regionSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const globalSettings = new Map(inventory.globalSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const backupJobs = jobsByResource(inventory.backupJobs, ({ resourceArn }) => resourceArn);
  const copyJobs = jobsByResource(inventory.copyJobs, ({ resourceArn }) => resourceArn);
  const restores = withSourceResources(inventory.restoreJobs, inventory.recoveryPoints);
  const restoreJobs = jobsByResource(restores, ({ sourceResourceArn }) => sourceResourceArn ?? '');
  const nativeBackups = groupBy(inventory.nativeBackups, ({ resourceArn }) => resourceArn);
  const replicaSources = groupBy(inventory.replicas, ({ sourceArn }) => sourceArn ?? '');
  const replicas = groupBy(inventory.replicas, ({ replicaArn }) => replicaArn ?? '');
  const assignmentsOf = (resource: Resource): readonly ExplainedSelection[] => {
    const scope = scopeKey(resource);
    return deepFreeze(assignments(resource, plans.get(scope) ?? [], selections.get(scope) ?? [], settings.get(scope)));
  };
  const restoreScopesOf = restoreScopes(inventory);
  const holds = groupBy(inventory.legalHolds, ({ scope }) => scopeKey(scope));
  return {
    tags: ({ tags }) => tags,
    assignments: assignmentsOf,
    recoveryPoints: ({ arn }) => {
      const points = inventory.recoveryPoints.of(arn);
      return inventory.recoveryPoints.hasInfected ? withInfectedCopies(points, copyJobs.get(arn) ?? NONE) : points;
    },
    backupJobs: ({ arn }) => backupJobs.get(arn) ?? NONE,
    copyJobs: ({ arn }) => copyJobs.get(arn) ?? NONE,
    restoreJobs: ({ arn }) => restoreJobs.get(arn) ?? NONE,
    restoreHistory: restoreHistories(inventory, restores),
    peerRestores: peerRestores(inventory.resources, restoreJobs, assignmentsOf),
    restoreTestingPlans: restoreTestingPlans(inventory),
    nativeBackups: ({ arn }) => nativeBackups.get(arn) ?? NONE,
    replicas: ({ arn }) => Object.freeze([...(replicaSources.get(arn) ?? NONE), ...(replicas.get(arn) ?? NONE)]),
    lifecyclePolicies: lifecyclePolicies(inventory),
    legalHolds: (place) => Object.freeze(restoreScopesOf(scopeKey(place)).flatMap((each) => holds.get(each) ?? NONE)),
    encryptionKeys: dataKeys(inventory),
    vaults: () => inventory.vaults,
    scannedScopes: () => inventory.scopes,
    regionSettings: (place) => settings.get(scopeKey(place)),
    globalSettings: (place) => globalSettings.get(scopeKey(place)),
  };
}

const NONE: readonly never[] = Object.freeze([]);

function jobsByResource<Job extends Dated>(jobs: readonly Job[], resourceOf: (job: Job) => string) {
  const groups = groupBy(newestFirst(jobs), resourceOf);
  for (const group of groups.values()) Object.freeze(group);
  return groups;
}
