import { groupBy } from '../model/group-by.js';
import type { Inventory } from '../model/inventory.js';
import { compare } from '../model/order.js';
import { withSourceResources } from '../model/restored-resource.js';
import type { Resource } from '../model/resource.js';
import { scopeKey } from '../model/scope.js';
import { scopeOf } from '../semantics/arn.js';
import { bundlesOf } from './bundles.js';
import { relationFinder, withSourcesOfSources } from './relations.js';
import type { Related } from './relations.js';

/** The kinds of records that a partition has its own of. All others are the same in each of them. */
export type OwnKind =
  'resources' | 'backupJobs' | 'copyJobs' | 'restoreJobs' | 'nativeBackups' | 'lockedSnapshots' | 'replicas';

/** The part of an inventory by which some resources are judged, without any other part. */
export interface Partition {
  /** The evidence about its own resources, the common part, and the restored peers of its resources. */
  readonly inventory: Inventory;
  /** The ARNs of the resources that it judges. */
  readonly own: ReadonlySet<string>;
  /** Those in which it has a part. */
  readonly crossings: readonly Crossing[];
}

/** A resource, and what it follows directly or through others, where some of that lies in another partition. */
export interface Crossing {
  readonly follower: Resource;
  readonly related: readonly Related[];
}

/** An inventory in parts. */
export interface CutInventory {
  /**
   * The part that no single resource owns, as an inventory without resources. Its restore jobs are those of which no resource is
   * known; its copy jobs are one for each scope and vault, as these say where evidence may be.
   */
  readonly common: Inventory;
  /** Makes each, as often as it is asked: who keeps none of them holds one at a time. */
  readonly partitions: readonly (() => Partition)[];
}

/** Says which partition a resource belongs to. */
export type PartitionKey = (owner: Pick<Resource, 'arn' | 'accountId' | 'region'>) => string;

/**
 * Cuts an inventory by the scope that owns each resource, or finer: instances and their volumes, clusters and their
 * members stay together. Evidence goes to the partition of the resource that it is about, wherever it was seen; evidence
 * about a resource that was not listed, to the one of its ARN.
 */
export function cutInventory(whole: Inventory, keyOf: PartitionKey = scopeKey): CutInventory {
  const inventory = { ...whole, restoreJobs: withSourceResources(whole) };
  const common = commonOf(inventory);
  const keyOfListed = new Map<string, string>();
  for (const bundle of bundlesOf(inventory.resources)) {
    const [first] = bundle;
    for (const { arn } of bundle) keyOfListed.set(arn, keyOf(first));
  }
  const keyOfArn = (arn: string): string => keyOfListed.get(arn) ?? keyOf({ ...NOWHERE, ...scopeOf(arn), arn });
  const crossingsIn = groupBy(crossingsOf(inventory, keyOfArn), ({ key }) => key);
  const parts = partsOf(inventory, keyOfArn);
  const peersOf = restoredPeers(inventory);
  const partitionOf = (key: string): Partition => {
    const resources = parts.resources.get(key) ?? [];
    const own = new Set(resources.map(({ arn }) => arn));
    const peers = peersOf(resources, own);
    return {
      own,
      crossings: crossingsIn.get(key)?.map(({ crossing }) => crossing) ?? [],
      inventory: Object.freeze({
        ...common,
        ...({
          resources: [...resources, ...peers.resources],
          backupJobs: parts.backupJobs.get(key) ?? [],
          copyJobs: parts.copyJobs.get(key) ?? [],
          restoreJobs: [...(parts.restoreJobs.get(key) ?? []), ...peers.restoreJobs],
          nativeBackups: parts.nativeBackups.get(key) ?? [],
          lockedSnapshots: parts.lockedSnapshots.get(key) ?? [],
          replicas: parts.replicas.get(key) ?? [],
        } satisfies Pick<Inventory, OwnKind>),
        recoveryPoints: inventory.recoveryPoints.part(parts.pointsOf.get(key) ?? []),
      }),
    };
  };
  const keys = [...parts.keys].toSorted(compare);
  return { common, partitions: keys.map((key) => () => partitionOf(key)) };
}

const NOWHERE = { accountId: '', region: '' };

function commonOf(inventory: Inventory): Inventory {
  const { restoreJobs, recoveryPoints } = inventory;
  return Object.freeze({
    ...inventory,
    resources: [],
    backupJobs: [],
    copyJobs: onePerTarget(inventory),
    restoreJobs: restoreJobs.filter(({ sourceResourceArn }) => sourceResourceArn === undefined),
    nativeBackups: [],
    lockedSnapshots: [],
    replicas: [],
    protectedResources: [],
    recoveryPoints: recoveryPoints.part([]),
  });
}

/** One copy job for each scope and vault that jobs of the scope copy to. */
function onePerTarget({ copyJobs }: Inventory): Inventory['copyJobs'] {
  const byTarget = groupBy(copyJobs, ({ scope, destinationVaultArn }) => `${scopeKey(scope)} ${destinationVaultArn}`);
  return [...byTarget.values()].flatMap(([first]) => first ?? []);
}

/** The evidence of each partition. A replication is evidence about both of its ends. */
function partsOf(inventory: Inventory, keyOfArn: (arn: string) => string) {
  const { recoveryPoints, replicas } = inventory;
  const ends = replicas.flatMap((replica) => {
    const arns = [replica.sourceArn, replica.replicaArn].filter((arn) => arn !== undefined);
    return [...new Set(arns.map(keyOfArn))].map((key) => ({ key, replica }));
  });
  const byKey = {
    resources: groupBy(inventory.resources, ({ arn }) => keyOfArn(arn)),
    backupJobs: groupBy(inventory.backupJobs, ({ resourceArn }) => keyOfArn(resourceArn)),
    copyJobs: groupBy(inventory.copyJobs, ({ resourceArn }) => keyOfArn(resourceArn)),
    restoreJobs: groupBy(
      inventory.restoreJobs.filter(({ sourceResourceArn }) => sourceResourceArn !== undefined),
      ({ sourceResourceArn = '' }) => keyOfArn(sourceResourceArn),
    ),
    nativeBackups: groupBy(inventory.nativeBackups, ({ resourceArn }) => keyOfArn(resourceArn)),
    lockedSnapshots: groupBy(inventory.lockedSnapshots, ({ resourceArn }) => keyOfArn(resourceArn)),
    pointsOf: groupBy(recoveryPoints.resourceArns(), keyOfArn),
  };
  const replicasByKey = groupBy(ends, ({ key }) => key);
  return {
    ...byKey,
    keys: new Set(Object.values(byKey).flatMap((groups) => [...groups.keys()])),
    replicas: new Map([...replicasByKey].map(([key, group]) => [key, group.map(({ replica }) => replica)])),
  };
}

/** The followers of something that lies in another partition, by each partition that has a part in that. */
function crossingsOf(inventory: Inventory, keyOfArn: (arn: string) => string) {
  const byArn = new Map(inventory.resources.map((resource) => [resource.arn, resource]));
  const relationsOf = relationFinder(inventory, (arn) => byArn.get(arn));
  const followers = new Set(inventory.replicas.map(({ replicaArn = '' }) => replicaArn));
  return [...followers].flatMap((arn) => {
    const follower = byArn.get(arn);
    if (follower === undefined) return [];
    const related = withSourcesOfSources(follower, relationsOf);
    const known = related.flatMap(({ resource }) => resource?.arn ?? []);
    const keys = new Set([arn, ...known].map(keyOfArn));
    // Relations of other kinds never leave a partition.
    return keys.size > 1 ? [...keys].map((key) => ({ key, crossing: { follower, related } })) : [];
  });
}

/** Finds the other restored resources of the scopes of some: for their peers a restore of one may count. */
function restoredPeers({ resources, restoreJobs }: Inventory) {
  const jobs = groupBy(restoreJobs, ({ sourceResourceArn = '' }) => sourceResourceArn);
  const restored = groupBy(
    resources.filter(({ arn }) => jobs.has(arn)),
    scopeKey,
  );
  return (of: readonly Resource[], own: ReadonlySet<string>): Pick<Inventory, 'resources' | 'restoreJobs'> => {
    const inScopes = [...new Set(of.map(scopeKey))].flatMap((scope) => restored.get(scope) ?? []);
    const peers = inScopes.filter(({ arn }) => !own.has(arn));
    return { resources: peers, restoreJobs: peers.flatMap(({ arn }) => jobs.get(arn) ?? []) };
  };
}
