import type { VirtualMachine } from '@backproof/clients';

/** The contents of one scope in AWS Backup gateway. */
export interface BackupGatewayWorld {
  readonly virtualMachines?: readonly VirtualMachine[];
}
