import type { ResourceBase } from '../resource-base.js';
import { NOTHING_ELSE } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

/** A stack of AWS CloudFormation. */
export interface CloudFormationStack extends ResourceBase {
  readonly type: 'CloudFormation';
  /** The stack that it is nested in. */
  readonly parentArn?: string;
}

/**
 * Stacks of AWS CloudFormation. A recovery point is a composite: the template and a point for each resource of the stack
 * that AWS Backup supports. These resources are judged themselves, so a stack is judged only if a plan selects it. The
 * guide's table and its text about Regions contradict each other on copies to other accounts.
 * @source Developer Guide, applicationstackbackups, backup-feature-availability
 */
export const cloudFormation = {
  type: 'CloudFormation',
  label: { one: 'CloudFormation stack', many: 'CloudFormation stacks' },
  arns: [{ service: 'cloudformation', resource: 'stack/{name}/{id}', configType: 'AWS::CloudFormation::Stack' }],
  optIn: { always: false },
  variants: [
    {
      name: 'CloudFormation',
      can: { ...NOTHING_ELSE, crossRegionCopy: true, crossAccountCopy: 'unknown', coldStorage: true },
      inOptInRegions: { crossAccountCopy: false },
    },
  ],
  unsupported: {
    'nested-stack': {
      meaning: 'a nested stack is backed up with the stack that it is part of',
      applies: ({ parentArn }) => parentArn !== undefined,
    },
  },
  requirements: [],
  relations: {},
  nativeBackups: {},
  replications: {},
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: true,
} as const satisfies TypeDescriptor<CloudFormationStack>;
