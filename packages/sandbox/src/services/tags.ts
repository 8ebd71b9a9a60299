import type { WorldScope } from '../world/world.js';
import { own } from './lookup.js';

/** A tag as almost all services write it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** A resource with its tags. */
export interface TaggedResource {
  readonly arn: string;
  readonly tags: readonly Tag[];
}

/** Tags as AWS's types have them: every part may be missing. */
type LooseTags = readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined;

/** The tags that a world keeps beside a resource, by its ARN. */
export function tagsOf(scope: WorldScope, arn: string): Tag[] {
  return Object.entries(own(scope.tags, arn) ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

/** All resources of a scope that have tags, whether beside them or in them. */
export function taggedResources(partition: string, scope: WorldScope): TaggedResource[] {
  const { accountId, region } = scope;
  const ec2Arn = (type: string, id = ''): string => `arn:${partition}:ec2:${region}:${accountId}:${type}/${id}`;
  const beside = Object.keys(scope.tags ?? {}).map((arn) => tagged(arn, tagsOf(scope, arn)));
  const inline = [
    ...(scope.instances ?? []).map((item) => tagged(ec2Arn('instance', item.InstanceId), item.Tags)),
    ...(scope.volumes ?? []).map((item) => tagged(ec2Arn('volume', item.VolumeId), item.Tags)),
    ...(scope.dbInstances ?? []).map((item) => tagged(item.DBInstanceArn, item.TagList)),
    ...(scope.dbClusters ?? []).map((item) => tagged(item.DBClusterArn, item.TagList)),
    ...(scope.globalClusters ?? []).map((item) => tagged(item.GlobalClusterArn, item.TagList)),
    ...(scope.fileSystems ?? []).map((item) => tagged(item.FileSystemArn, item.Tags)),
    ...(scope.fsxFileSystems ?? []).map((item) => tagged(item.ResourceARN, item.Tags)),
    ...(scope.fsxVolumes ?? []).map((item) => tagged(item.ResourceARN, item.Tags)),
  ];
  const byArn = new Map([...inline, ...beside].map((resource) => [resource.arn, resource]));
  return [...byArn.values()].filter(({ arn, tags }) => arn !== '' && tags.length > 0);
}

function tagged(arn = '', tags: LooseTags): TaggedResource {
  return { arn, tags: (tags ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value })) };
}
