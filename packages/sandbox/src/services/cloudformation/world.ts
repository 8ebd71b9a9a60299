import type { Stack } from '@aws-sdk/client-cloudformation';

/** The contents of one scope in CloudFormation. */
export interface CloudFormationWorld {
  readonly stacks?: readonly Stack[];
}
