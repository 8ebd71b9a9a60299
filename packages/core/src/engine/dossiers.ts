import { deepFreeze } from '../model/deep-freeze.js';
import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import type { Dossier, EvidenceByKind, EvidenceKind } from '../rule/evidence-kind.js';
import { assignments } from '../semantics/assignment.js';

/** Gives the dossier of a resource, restricted to the kinds of evidence that it was made for. */
export type DossierMaker = (resource: Resource) => Dossier;

type Gatherers = { readonly [K in EvidenceKind]: (resource: Resource) => EvidenceByKind[K] };

/** Joins the inventory's evidence to its resources, across all scopes of the scan. */
export function evidenceGatherers(inventory: Inventory): Gatherers {
  const plans = groupBy(inventory.backupPlans, ({ scope }) => scopeKey(scope));
  const selections = groupBy(inventory.backupSelections, ({ scope }) => scopeKey(scope));
  const settings = new Map(inventory.regionSettings.map((ofScope) => [scopeKey(ofScope.scope), ofScope]));
  const backupJobs = jobsByResource(inventory.backupJobs, ({ resourceArn }) => resourceArn);
  const copyJobs = jobsByResource(inventory.copyJobs, ({ resourceArn }) => resourceArn);
  const restoreJobs = jobsByResource(inventory.restoreJobs, ({ sourceResourceArn }) => sourceResourceArn ?? '');
  const nativeBackups = groupBy(inventory.nativeBackups, ({ resourceArn }) => resourceArn);
  const replicaSources = groupBy(inventory.replicas, ({ sourceArn }) => sourceArn);
  const replicas = groupBy(inventory.replicas, ({ replicaArn }) => replicaArn);
  return {
    assignments: (resource) => {
      const scope = scopeKey(resource);
      return deepFreeze(
        assignments(resource, plans.get(scope) ?? [], selections.get(scope) ?? [], settings.get(scope)),
      );
    },
    recoveryPoints: ({ arn }) => inventory.recoveryPoints.of(arn),
    backupJobs: ({ arn }) => backupJobs.get(arn) ?? NONE,
    copyJobs: ({ arn }) => copyJobs.get(arn) ?? NONE,
    restoreJobs: ({ arn }) => restoreJobs.get(arn) ?? NONE,
    nativeBackups: ({ arn }) => nativeBackups.get(arn) ?? NONE,
    replicas: ({ arn }) => Object.freeze([...(replicaSources.get(arn) ?? NONE), ...(replicas.get(arn) ?? NONE)]),
    vaults: () => inventory.vaults,
  };
}

const NONE: readonly never[] = Object.freeze([]);

/** Makes dossiers that hold these kinds of evidence and no other. `find` gives the resource of an ARN. */
export function dossierMaker(
  gather: Gatherers,
  kinds: readonly EvidenceKind[],
  find: (arn: string) => Resource | undefined,
): DossierMaker {
  const make: DossierMaker = (resource) =>
    Object.freeze({
      // Only a rule's declared kinds are here; that it sees no others is what its type says.
      ...(Object.fromEntries(kinds.map((kind) => [kind, gather[kind](resource)])) as unknown as EvidenceByKind),
      resource,
      hosts: Object.freeze(hostsOf(resource, find).map(make)),
    });
  return make;
}

/** A backup of an instance holds its attached volumes. @source Developer Guide, multi-volume-crash-consistent */
export function hostsOf(resource: Resource, find: (arn: string) => Resource | undefined): readonly Resource[] {
  if (resource.type !== 'EBS') return NONE;
  return resource.attachedTo.map(find).filter((host) => host !== undefined);
}

interface Dated {
  readonly id: string;
  readonly createdAt: number;
}

function jobsByResource<Job extends Dated>(jobs: readonly Job[], resourceOf: (job: Job) => string) {
  const newestFirst = [...jobs].sort((a, b) => b.createdAt - a.createdAt || compare(a.id, b.id));
  const groups = groupBy(newestFirst, resourceOf);
  for (const group of groups.values()) Object.freeze(group);
  return groups;
}
