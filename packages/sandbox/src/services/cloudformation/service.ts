import {
  DescribeStacks$,
  type DescribeStacksInput,
  type DescribeStacksOutput,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { listing } from '../../service/listing.js';
import type { Service } from '../../service/operation.js';
import { awsQuery } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import type { CloudFormationWorld } from './world.js';

/** AWS CloudFormation. */
export const service: Service<CloudFormationWorld> = {
  protocol: awsQuery('http://cloudformation.amazonaws.com/doc/2010-05-15/'),
  operations: [
    listing<CloudFormationWorld, DescribeStacksInput, DescribeStacksOutput, Stack>(DescribeStacks$, {
      items: ({ scope }, { StackName }) => stacksOf(scope, StackName),
      page: 'Stacks',
      paging: {
        token: 'NextToken',
        next: 'NextToken',
        least: 1,
        most: 100,
        excess: 'capped',
        badSize: () => invalid('Invalid page size'),
        badToken: () => invalid('NextToken is not valid'),
      },
    }),
  ],
};

/** All stacks, or that of a name or an id. @source AWS CloudFormation API Reference, DescribeStacks, StackName */
function stacksOf({ stacks = [] }: CloudFormationWorld, wanted: string | undefined): readonly Stack[] {
  if (wanted === undefined) return stacks;
  const found = stacks.filter(({ StackName, StackId }) => StackName === wanted || StackId === wanted);
  if (found.length === 0) throw invalid(`Stack with id ${wanted} does not exist`);
  return found;
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', message);
}
