import { ListTagsForResource$, ListVirtualMachines$ } from '@backproof/clients';
import type {
  ListVirtualMachinesInput,
  ListVirtualMachinesOutput,
  ListVirtualMachineTagsInput,
  ListVirtualMachineTagsOutput,
  VirtualMachine,
} from '@backproof/clients';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { tagsOf } from '../../service/tags.js';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import type { BackupGatewayWorld } from './world.js';

/** AWS Backup gateway. */
export const service: Service<BackupGatewayWorld> = {
  protocol: awsJson('1.0'),
  operations: [
    listing<BackupGatewayWorld, ListVirtualMachinesInput, ListVirtualMachinesOutput, VirtualMachine>(
      ListVirtualMachines$,
      {
        items: ({ scope }) => scope.virtualMachines ?? [],
        page: 'VirtualMachines',
        paging: {
          size: 'MaxResults',
          token: 'NextToken',
          next: 'NextToken',
          least: 1,
          most: 100,
          excess: 'capped',
          badSize: (size) => new ServiceError('ValidationException', `Invalid MaxResults: ${size}`),
          badToken: () => new ServiceError('ValidationException', 'Invalid NextToken'),
        },
      },
    ),
    { schema: ListTagsForResource$, answer: listTags },
  ],
};

function listTags(
  { ResourceArn = '' }: ListVirtualMachineTagsInput,
  { scope }: Call<BackupGatewayWorld>,
): ListVirtualMachineTagsOutput {
  const missing = () => new ServiceError('ResourceNotFoundException', `The resource ${ResourceArn} was not found.`);
  found(
    scope.virtualMachines?.find((each) => each.ResourceArn === ResourceArn),
    missing,
  );
  return { ResourceArn, Tags: tagsOf(scope, ResourceArn) };
}
