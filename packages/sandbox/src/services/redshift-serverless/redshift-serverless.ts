import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { RedshiftServerlessWorld } from './world.js';

/** Amazon Redshift Serverless, which AWS Config does not record. */
export const redshiftServerless: ServiceDeclaration<RedshiftServerlessWorld> = {
  signingName: 'redshift-serverless',
  join: joining({ redshiftNamespaces: lists, redshiftRecoveryPoints: lists, redshiftNamespaceSnapshots: lists }),
  resources: ({ redshiftNamespaces = [] }) =>
    redshiftNamespaces.map(({ namespaceArn = '' }) => ({ arn: namespaceArn, isListed: true })),
  load: async () => (await import('./service.js')).service,
};
