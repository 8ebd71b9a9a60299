import type { Scope } from './scope.js';

/** The facts about a KMS key that decide whether other accounts can use it. @source API DescribeKey */
export interface EncryptionKey {
  readonly scope: Scope;
  readonly arn: string;
  /** AWS made it for one of its services; its policy cannot be changed, so that no other account may ever use it. */
  readonly managedByAws: boolean;
}
