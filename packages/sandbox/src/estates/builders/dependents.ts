import { volumesOf, type EstateInstance } from './ec2.js';
import type { Entry } from './entry.js';
import type { EstateCluster } from './rds-clusters.js';

/** The volumes of an instance that is backed up. */
export function coveredVolumes(instance: EstateInstance): readonly Entry[] {
  return volumeEntries(instance, { expect: 'covered-by', why: `the images of ${instance.name} hold it` });
}

/** The volumes of an instance, all with the same to be said of them. */
export function volumeEntries(instance: EstateInstance, said: Omit<Entry, 'resource'>): readonly Entry[] {
  return volumesOf(instance).map((resource) => ({ ...said, resource }));
}

/** The instances of a cluster, which AWS Backup never backs up by themselves. */
export function clusterMembers(cluster: EstateCluster): readonly Entry[] {
  const why = `it belongs to the cluster ${cluster.name}, which is judged as a whole`;
  return cluster.members.map((resource) => ({ resource, expect: 'cluster-member', why }));
}
