import { parseArn } from '@backproof/core';
import type { Gap } from '@backproof/core';
import type { Identity, UnassumedRole } from './identity.js';

/** An account of a scan cannot be entered: its role cannot be assumed. The other accounts can be scanned. */
export class UnreachableAccountError extends Error {
  override readonly name = 'RoleNotAssumed';

  /** The gap of all that is in the account. */
  toGap(): Gap {
    return { operation: 'sts:AssumeRole', code: this.name, message: this.message };
  }
}

/**
 * Returns an identity in the account of a role that could not be assumed: each of its calls fails with the reason, so
 * that all that is in the account is unknown, by the same way as anything else that cannot be read.
 *
 * @param caller - who tried to assume it
 * @throws AwsAccessError the reason, if the ARN names no account
 */
export function unreachableIdentity({ roleArn, error }: UnassumedRole, caller: Identity): Identity {
  const role = parseArn(roleArn);
  if (role === undefined || !/^\d{12}$/.test(role.accountId)) throw error;
  const { accountId, partition } = role;
  const credentials = () => Promise.reject(new UnreachableAccountError(error.message, { cause: error }));
  return { ...caller, accountId, partition, principalArn: roleArn, connection: { ...caller.connection, credentials } };
}
