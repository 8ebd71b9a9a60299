import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { BackupGatewayWorld } from './world.js';

/** AWS Backup gateway, which AWS Config does not record. */
export const backupGateway: ServiceDeclaration<BackupGatewayWorld> = {
  signingName: 'backup-gateway',
  join: joining({ virtualMachines: lists }),
  resources: ({ virtualMachines = [] }) =>
    virtualMachines.map(({ ResourceArn = '' }) => ({ arn: ResourceArn, isListed: true })),
  load: async () => (await import('./service.js')).service,
};
