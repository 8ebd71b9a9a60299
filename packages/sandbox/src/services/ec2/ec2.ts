import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { WorldResource } from '../../service/resource.js';
import type { Place } from '../../world/place.js';
import type { Ec2World } from './world.js';

/** Amazon EC2, with EBS. */
export const ec2: ServiceDeclaration<Ec2World> = {
  signingName: 'ec2',
  join: joining({ instances: lists, volumes: lists, snapshots: lists, images: lists, snapshotLocks: lists }),
  resources: resourcesOf,
  load: async () => (await import('./service.js')).service,
};

function resourcesOf(scope: Place & Ec2World, partition: string): readonly WorldResource[] {
  const { accountId, region, instances = [], volumes = [] } = scope;
  const arnOf = (type: string, id: string | undefined): string =>
    id === undefined ? '' : `arn:${partition}:ec2:${region}:${accountId}:${type}/${id}`;
  return [
    ...instances.map(({ InstanceId, LaunchTime, State, Tags }) => ({
      arn: arnOf('instance', InstanceId),
      isListed: true,
      tags: Tags,
      // AWS Config has recorded that a terminated one is gone.
      ...(State?.Name !== 'terminated' && {
        recorded: { resourceType: 'AWS::EC2::Instance' as const, createdAt: LaunchTime },
      }),
    })),
    ...volumes.map(({ VolumeId, CreateTime, Tags }) => ({
      arn: arnOf('volume', VolumeId),
      isListed: true,
      tags: Tags,
      recorded: { resourceType: 'AWS::EC2::Volume' as const, createdAt: CreateTime },
    })),
  ];
}
