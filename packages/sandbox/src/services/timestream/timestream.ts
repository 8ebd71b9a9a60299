import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { TimestreamWorld } from './world.js';

/** Amazon Timestream for LiveAnalytics, which AWS Config does not record. */
export const timestream: ServiceDeclaration<TimestreamWorld> = {
  signingName: 'timestream',
  join: joining({ timestreamTables: lists }),
  resources: ({ timestreamTables = [] }) => timestreamTables.map(({ Arn = '' }) => ({ arn: Arn, isListed: true })),
  load: async () => (await import('./service.js')).service,
};
