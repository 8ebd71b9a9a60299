import { DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { type CloudFormationStack, defined, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant, toState, toTags, type StateWords } from '../translate.js';

/** The stacks that are not deleted. @source API (AWS CloudFormation) DescribeStacks */
export async function* readStacks({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeStacksCommand, {})) {
    const stacks = required(page.Stacks, 'DescribeStacks: Stacks', page);
    yield { resources: translated(stacks, 'DescribeStacks: StackName', (stack) => toStack(scope, stack)) };
  }
}

/**
 * A stack whose creation was rolled back has no resources, and one whose deletion failed has some left.
 *
 * @source API (AWS CloudFormation) Stack.StackStatus; Developer Guide, applicationstackbackups: states that can be backed up
 */
const STACK_STATES: StateWords = {
  available: [
    'CREATE_COMPLETE',
    'IMPORT_COMPLETE',
    'IMPORT_ROLLBACK_COMPLETE',
    'ROLLBACK_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
  ],
  failed: [
    'CREATE_FAILED',
    'DELETE_FAILED',
    'IMPORT_ROLLBACK_FAILED',
    'ROLLBACK_FAILED',
    'UPDATE_FAILED',
    'UPDATE_ROLLBACK_FAILED',
  ],
  creating: ['CREATE_IN_PROGRESS', 'REVIEW_IN_PROGRESS'],
  deleting: ['DELETE_COMPLETE', 'DELETE_IN_PROGRESS'],
  transient: [
    'IMPORT_IN_PROGRESS',
    'IMPORT_ROLLBACK_IN_PROGRESS',
    'ROLLBACK_IN_PROGRESS',
    'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
    'UPDATE_IN_PROGRESS',
    'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
    'UPDATE_ROLLBACK_IN_PROGRESS',
  ],
};

/** @source API (AWS CloudFormation) Stack */
function toStack(scope: Scope, stack: Stack): CloudFormationStack {
  return {
    type: 'CloudFormation',
    arn: required(stack.StackId, 'DescribeStacks: StackId'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(stack.StackName, 'DescribeStacks: StackName'),
    tags: toTags(stack.Tags, 'DescribeStacks'),
    ...defined({
      createdAt: toInstant(stack.CreationTime),
      state: toState(STACK_STATES, stack.StackStatus),
      parentArn: stack.ParentId,
    }),
  };
}
