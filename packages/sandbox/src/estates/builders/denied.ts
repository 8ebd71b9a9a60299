import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { inScope } from './resource.js';

interface Denial {
  /** By the name that the service signs with, such as `tagging:GetResources`. */
  readonly operation: string;
  /** Where IAM calls the action otherwise, such as `tag:GetResources`. */
  readonly iamAction?: string;
  /** Only for calls whose input contains this text. */
  readonly about?: string;
  /** Absent: `AccessDeniedException`, as most services say. */
  readonly code?: string;
  /** REST services answer 403; JSON services answer 400 to every mistake of the caller. */
  readonly status: 400 | 403;
}

/** A scope in which the caller's role may not call an operation. */
export function denied(scope: Scope, denial: Denial): WorldScope {
  const { operation, iamAction = operation, about, code = 'AccessDeniedException', status } = denial;
  const caller = `arn:${scope.partition}:sts::${scope.accountId}:assumed-role/Backproof/scan`;
  const fault = {
    operation,
    ...(about !== undefined && { inputContains: about }),
    code,
    message: `User: ${caller} is not authorized to perform: ${iamAction} because no identity-based policy allows the ${iamAction} action`,
    status,
  };
  return inScope(scope, { faults: [fault] });
}
