import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import { bucketArn } from './arn.js';
import type { S3World } from './world.js';

/** Amazon S3. */
export const s3: ServiceDeclaration<S3World> = {
  signingName: 's3',
  join: joining({ buckets: lists }),
  resources: ({ buckets = [] }, partition) =>
    buckets.map(({ bucket: { Name = '', CreationDate } }) => ({
      arn: bucketArn(partition, Name),
      isListed: true,
      recorded: { resourceType: 'AWS::S3::Bucket', createdAt: CreationDate },
    })),
  load: async () => (await import('./service.js')).service,
};
