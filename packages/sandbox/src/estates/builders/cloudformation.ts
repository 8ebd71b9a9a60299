import type { StackStatus } from '@aws-sdk/client-cloudformation';
import type { Scope } from '@backproof/core';
import { uuid } from './ids.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

interface StackOptions extends Named {
  /** Absent: `CREATE_COMPLETE`. */
  readonly status?: StackStatus;
  /** The stack that it is nested in. */
  readonly parent?: EstateResource;
}

/** A stack of CloudFormation. */
export function stack(scope: Scope, options: StackOptions): EstateResource {
  const { name, tags = {}, createdAt = LONG_AGO, status = 'CREATE_COMPLETE', parent } = options;
  const arn = arnIn(scope, 'cloudformation', `stack/${name}/${uuid('stack', scope.accountId, scope.region, name)}`);
  const made = {
    StackId: arn,
    StackName: name,
    CreationTime: createdAt,
    StackStatus: status,
    ...(parent && { ParentId: parent.arn, RootId: parent.arn }),
    Tags: tagList(tags),
  };
  return { scope, arn, type: 'CloudFormation', name, createdAt, world: inScope(scope, { stacks: [made] }) };
}
