import type { Image } from '@aws-sdk/client-ec2';
import type { Scope, Tags } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import type { EstateLifecyclePolicy } from './dlm.js';
import type { EstateInstance } from './ec2.js';
import { longId } from './ids.js';
import { daysAgo } from './moment.js';
import { inScope, tagList } from './resource.js';

/** Images that somebody made of an instance, so many days ago each. */
export function instanceImages({ scope, instanceId, name }: EstateInstance, days: readonly number[]): WorldScope {
  return images(scope, instanceId, days, { Name: name });
}

/** Images that a policy of Data Lifecycle Manager made of an instance, so many days ago each. */
export function policyImages(
  { id }: EstateLifecyclePolicy,
  { scope, instanceId, name }: EstateInstance,
  days: readonly number[],
): WorldScope {
  const tags = { Name: name, 'aws:dlm:lifecycle-policy-id': id, 'aws:dlm:lifecycle-schedule-name': 'daily' };
  return images(scope, instanceId, days, tags, `DLM_${id}_`);
}

function images(scope: Scope, instanceId: string, days: readonly number[], tags: Tags, prefix = ''): WorldScope {
  return inScope(scope, {
    images: days.map((day) => ({
      ImageId: longId('ami', prefix, instanceId, String(day)),
      Name: `${prefix}${instanceId}_${String(day)}`,
      OwnerId: scope.accountId,
      State: 'available' as const,
      CreationDate: daysAgo(day).toISOString(),
      SourceInstanceId: instanceId,
      Architecture: 'x86_64' as const,
      RootDeviceType: 'ebs' as const,
      Public: false,
      Tags: tagList(tags),
    })),
  });
}

/** The scope, in which somebody disabled all recovery points of these instances: they are images. */
export function withDisabledImages(scope: WorldScope, instances: readonly EstateInstance[]): WorldScope {
  if (instances.length === 0 || scope.images === undefined) return scope;
  const arns = new Set(instances.map(({ arn }) => arn));
  const isOfThem = ({ Tags = [] }: Image): boolean => Tags.some(({ Value = '' }) => arns.has(Value));
  return {
    ...scope,
    images: scope.images.map((image) => (isOfThem(image) ? { ...image, State: 'disabled' as const } : image)),
  };
}
