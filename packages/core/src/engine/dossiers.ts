import { deepFreeze } from '../model/deep-freeze.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { withSourceResources } from '../model/restored-resource.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Dossier, EvidenceByKind, EvidenceKind } from '../rule/evidence-kind.js';
import { assignments } from '../semantics/assignment.js';
import type { ExplainedSelection } from '../semantics/assignment.js';
import { dataKeys } from './data-keys.js';
import { lifecyclePolicies } from './lifecycle-policies.js';
import { newestFirst } from './newest-first.js';
import type { Dated } from './newest-first.js';
import { peerRestores } from './peer-restores.js';
import { restoreHistories, restoreTestingPlans } from './restore-evidence.js';

/** Gives the dossier of a resource, restricted to the kinds of evidence that it was made for. */
export type DossierMaker = (resource: Resource) => Dossier;

/** Gives the evidence of each kind about a resource. */
export type Gatherers = { readonly [K in EvidenceKind]: (resource: Resource) => EvidenceByKind[K] };

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
  return {
    assignments: assignmentsOf,
    recoveryPoints: ({ arn }) => inventory.recoveryPoints.of(arn),
    backupJobs: ({ arn }) => backupJobs.get(arn) ?? NONE,
    copyJobs: ({ arn }) => copyJobs.get(arn) ?? NONE,
    restoreJobs: ({ arn }) => restoreJobs.get(arn) ?? NONE,
    restoreHistory: restoreHistories(inventory, restores),
    peerRestores: peerRestores(inventory.resources, restoreJobs, assignmentsOf),
    restoreTestingPlans: restoreTestingPlans(inventory),
    nativeBackups: ({ arn }) => nativeBackups.get(arn) ?? NONE,
    replicas: ({ arn }) => Object.freeze([...(replicaSources.get(arn) ?? NONE), ...(replicas.get(arn) ?? NONE)]),
    lifecyclePolicies: lifecyclePolicies(inventory),
    encryptionKeys: dataKeys(inventory),
    vaults: () => inventory.vaults,
    scannedScopes: () => inventory.scopes,
    regionSettings: (resource) => settings.get(scopeKey(resource)),
    globalSettings: (resource) => globalSettings.get(scopeKey(resource)),
  };
}

const NONE: readonly never[] = Object.freeze([]);

/** Makes dossiers that hold these kinds of evidence and no other. `find` gives the resource of an ARN. */
export function dossierMaker(
  gather: Gatherers,
  kinds: readonly EvidenceKind[],
  find: (arn: string) => Resource | undefined,
): DossierMaker {
  const make: DossierMaker = (resource) => {
    let sources: readonly Dossier[] | undefined;
    return Object.freeze({
      // Only a rule's declared kinds are here; that it sees no others is what its type says.
      ...(Object.fromEntries(kinds.map((kind) => [kind, gather[kind](resource)])) as unknown as EvidenceByKind),
      resource,
      hosts: Object.freeze(hostsOf(resource, find).map(make)),
      // Made when they are asked for, as replicas may be sources of each other.
      get sources() {
        return (sources ??= kinds.includes('replicas')
          ? Object.freeze(sourcesOf(resource, gather, find).map(make))
          : NONE);
      },
    });
  };
  return make;
}

/** What the resource is a replica of, directly or through other replicas, the nearest first. */
function sourcesOf(
  resource: Resource,
  { replicas }: Pick<Gatherers, 'replicas'>,
  find: (arn: string) => Resource | undefined,
): readonly Resource[] {
  const reached = new Set([resource]);
  // A set is walked to its end, what is added on the way included.
  for (const each of reached) {
    for (const { sourceArn, replicaArn } of replicas(each)) {
      const source = replicaArn === each.arn && sourceArn !== undefined ? find(sourceArn) : undefined;
      if (source !== undefined) reached.add(source);
    }
  }
  reached.delete(resource);
  return [...reached];
}

/** A backup of an instance holds its attached volumes. @source Developer Guide, multi-volume-crash-consistent */
export function hostsOf(resource: Resource, find: (arn: string) => Resource | undefined): readonly Resource[] {
  if (resource.type !== 'EBS') return NONE;
  return resource.attachments.map(({ instanceArn }) => find(instanceArn)).filter((host) => host?.type === 'EC2');
}

function jobsByResource<Job extends Dated>(jobs: readonly Job[], resourceOf: (job: Job) => string) {
  const groups = groupBy(newestFirst(jobs), resourceOf);
  for (const group of groups.values()) Object.freeze(group);
  return groups;
}
