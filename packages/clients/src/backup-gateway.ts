import { AwsJson1_0Protocol } from '@aws-sdk/core/protocols';
import type { DSQLClientConfig } from '@aws-sdk/client-dsql';
import type { StaticListSchema, StaticOperationSchema, StaticStructureSchema } from '@smithy/types';
import { commandOf, DeclaredClient } from './declared-client.js';

const NAMESPACE = 'com.amazonaws.backupgateway';

/** AWS Backup gateway, which connects AWS Backup to hypervisors. @source model backup-gateway 2021-01-01 */
export class BackupGatewayClient extends DeclaredClient {
  constructor(config: DSQLClientConfig) {
    super(
      {
        serviceId: 'Backup Gateway',
        endpointPrefix: 'backup-gateway',
        version: '2021-01-01',
        namespace: NAMESPACE,
        target: 'BackupOnPremises_v20210101',
        protocol: AwsJson1_0Protocol,
      },
      config,
    );
  }
}

/** A virtual machine on a hypervisor. @source API (AWS Backup gateway) VirtualMachine: nothing is required */
export interface VirtualMachine {
  HostName?: string | undefined;
  HypervisorId?: string | undefined;
  LastBackupDate?: Date | undefined;
  Name?: string | undefined;
  Path?: string | undefined;
  ResourceArn?: string | undefined;
}

export interface ListVirtualMachinesInput {
  HypervisorArn?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

export interface ListVirtualMachinesOutput {
  NextToken?: string | undefined;
  VirtualMachines?: VirtualMachine[] | undefined;
}

/** @source API (AWS Backup gateway) Tag */
export interface VirtualMachineTag {
  Key: string | undefined;
  Value: string | undefined;
}

export interface ListVirtualMachineTagsInput {
  ResourceArn: string | undefined;
}

export interface ListVirtualMachineTagsOutput {
  ResourceArn?: string | undefined;
  Tags?: VirtualMachineTag[] | undefined;
}

// Shapes in the form of the SDK: 3 a structure, 1 a list, 9 an operation; members 0 a string, 1 a number, 4 a timestamp.

const VirtualMachine$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'VirtualMachine',
  0,
  ['HostName', 'HypervisorId', 'LastBackupDate', 'Name', 'Path', 'ResourceArn'],
  [0, 0, 4, 0, 0, 0],
];
const VirtualMachines$: StaticListSchema = [1, NAMESPACE, 'VirtualMachines', 0, () => VirtualMachine$];
const ListVirtualMachinesInput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListVirtualMachinesInput',
  0,
  ['HypervisorArn', 'MaxResults', 'NextToken'],
  [0, 1, 0],
];
const ListVirtualMachinesOutput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListVirtualMachinesOutput',
  0,
  ['NextToken', 'VirtualMachines'],
  [0, () => VirtualMachines$],
];
export const ListVirtualMachines$: StaticOperationSchema = [
  9,
  NAMESPACE,
  'ListVirtualMachines',
  0,
  () => ListVirtualMachinesInput$,
  () => ListVirtualMachinesOutput$,
];

const Tag$: StaticStructureSchema = [3, NAMESPACE, 'Tag', 0, ['Key', 'Value'], [0, 0], 2];
const Tags$: StaticListSchema = [1, NAMESPACE, 'Tags', 0, () => Tag$];
const ListTagsForResourceInput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListTagsForResourceInput',
  0,
  ['ResourceArn'],
  [0],
  1,
];
const ListTagsForResourceOutput$: StaticStructureSchema = [
  3,
  NAMESPACE,
  'ListTagsForResourceOutput',
  0,
  ['ResourceArn', 'Tags'],
  [0, () => Tags$],
];
export const ListTagsForResource$: StaticOperationSchema = [
  9,
  NAMESPACE,
  'ListTagsForResource',
  0,
  () => ListTagsForResourceInput$,
  () => ListTagsForResourceOutput$,
];

/** Lists the virtual machines of all hypervisors of an account in a Region. */
export class ListVirtualMachinesCommand extends commandOf<ListVirtualMachinesInput, ListVirtualMachinesOutput>(
  ListVirtualMachines$,
) {}

/** Reads the tags of one virtual machine. */
export class ListTagsForResourceCommand extends commandOf<ListVirtualMachineTagsInput, ListVirtualMachineTagsOutput>(
  ListTagsForResource$,
) {}
