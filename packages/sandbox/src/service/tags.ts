import type { Place } from '../world/place.js';
import { own } from './lookup.js';
import type { WorldResource } from './resource.js';

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

/** The tags that a world keeps beside a resource, by its ARN. */
export function tagsOf(scope: Place, arn: string): Tag[] {
  return Object.entries(own(scope.tags, arn) ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

/** Those of a scope's resources that have tags, whether beside them or in them. */
export function taggedResources(scope: Place, resources: readonly WorldResource[]): TaggedResource[] {
  const beside = Object.keys(scope.tags ?? {}).map((arn) => ({ arn, tags: tagsOf(scope, arn) }));
  const inline = resources.map(({ arn, tags = [] }) => ({
    arn,
    tags: tags.map(({ Key = '', Value = '' }) => ({ Key, Value })),
  }));
  const byArn = new Map([...inline, ...beside].map((resource) => [resource.arn, resource]));
  return [...byArn.values()].filter(({ arn, tags }) => arn !== '' && tags.length > 0);
}
