import { ebsVolume, volumeId } from '../builders/ebs.js';
import { ec2Instance, volumesOf } from '../builders/ec2.js';
import type { EstatePart } from '../builders/estate-of.js';
import { longId } from '../builders/ids.js';
import { instanceImages } from '../builders/image.js';
import { daysAgo } from '../builders/moment.js';
import { instancesOf, nativeRestore } from '../builders/native-restore.js';
import { inScope } from '../builders/resource.js';
import { production } from '../company.js';
import { backedUp } from './plans.js';

const { frankfurt: scope } = production;

const web = ec2Instance(scope, { name: 'web' });
const batch = ec2Instance(scope, { name: 'batch' });
const snapshotId = longId('snap', 'data by hand');

/** Volumes and instances: what is made of them every day is seldom a restore. */
export const compute: EstatePart = {
  entries: [
    backedUp(ebsVolume(scope, { name: 'data' }), {
      expect: 'restored-natively',
      why: 'a volume was made of its snapshot',
    }),
    backedUp(ebsVolume(scope, { name: 'scratch' }), {
      expect: 'never-restored',
      why: 'volumes were made of nothing, and of a snapshot of which nothing is known',
    }),
    backedUp(web, { expect: 'restored-natively', why: 'an instance was started from an image of it' }),
    backedUp(batch, { expect: 'never-restored', why: 'instances were started from a public image' }),
    ...volumesOf(web).map((resource) => ({
      resource,
      expect: 'covered-by' as const,
      why: 'the images of its instance hold it',
      and: { 'restore-test': { expect: 'covered-by', why: 'the image was made after the attachment' } as const },
    })),
    ...volumesOf(batch).map((resource) => ({
      resource,
      expect: 'covered-by' as const,
      why: 'the images of its instance hold it',
    })),
  ],
  world: [
    inScope(scope, {
      snapshots: [
        {
          SnapshotId: snapshotId,
          VolumeId: volumeId(scope, 'data'),
          OwnerId: scope.accountId,
          State: 'completed',
          StartTime: daysAgo(45),
          Progress: '100%',
          VolumeSize: 40,
          Encrypted: true,
        },
      ],
    }),
    instanceImages(web, [30]),
    ...[30, undefined].map((day) => {
      const imageId = day === undefined ? longId('ami', 'public') : longId('ami', '', web.instanceId, String(day));
      const input = { launchTemplate: { launchTemplateId: longId('lt', 'drill') } };
      return nativeRestore(scope, { call: 'RunInstances', day: 28, input, output: instancesOf(imageId) });
    }),
    ...[snapshotId, longId('snap', 'of somebody else'), undefined].map((snapshot, i) =>
      nativeRestore(scope, { call: 'CreateVolume', day: 25 + i, input: { size: '40', snapshotId: snapshot } }),
    ),
  ],
};
