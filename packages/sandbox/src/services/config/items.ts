import type { WorldResource } from '../../service/resource.js';
import type { Place } from '../../world/place.js';
import type { ConfigItem, ConfigWorld } from './world.js';

/**
 * The records of AWS Config in a scope: its recorder's types of the resources that are there, and what the world says
 * that it knows beside or instead. Nothing where no recorder is running.
 */
export function configItems(scope: Place & ConfigWorld, resources: readonly WorldResource[]): readonly ConfigItem[] {
  const [running] = (scope.configRecorders ?? []).filter(({ status }) => status.recording);
  if (running === undefined) return [];
  const items = [...resources.flatMap((resource) => itemOf(scope, resource)), ...(scope.configItems ?? [])];
  const { allSupported, resourceTypes = [] } = running.recorder.recordingGroup ?? {};
  const recorded = items.filter(({ resourceType }) => allSupported === true || resourceTypes.includes(resourceType));
  return [...new Map(recorded.map((item) => [item.arn, item])).values()];
}

function itemOf({ accountId, region }: Place, { arn, recorded }: WorldResource): readonly ConfigItem[] {
  if (recorded === undefined) return [];
  const { createdAt, ...details } = recorded;
  const common = {
    ...{ accountId, awsRegion: region, arn },
    // Nothing has changed since.
    configurationItemCaptureTime: (createdAt ?? new Date(0)).toISOString(),
    ...(createdAt && { resourceCreationTime: createdAt.toISOString() }),
  };
  return [{ ...common, ...details }];
}
