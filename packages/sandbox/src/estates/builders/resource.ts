import type { OwnType, Scope, Tags } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { daysAgo } from './moment.js';

/** One resource of an estate, with all that its service's API shows of it. */
export interface EstateResource {
  readonly scope: Scope;
  readonly arn: string;
  readonly type: OwnType;
  readonly name: string;
  readonly createdAt: Date;
  readonly world: WorldScope;
}

/** The fields that an author gives for a resource of any type. */
export interface Named {
  readonly name: string;
  readonly tags?: Tags;
  /** Long ago, unless said otherwise. */
  readonly createdAt?: Date;
}

/** When a resource was created of which nothing is said. */
export const LONG_AGO = daysAgo(500);

/** Contents of a scope. */
export function inScope(scope: Scope, contents: Omit<WorldScope, 'accountId' | 'region'>): WorldScope {
  return { accountId: scope.accountId, region: scope.region, ...contents };
}

/** The ARN of something that belongs to a scope. */
export function arnIn({ partition, region, accountId }: Scope, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

/** Tags in the shape that most services share. */
export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
