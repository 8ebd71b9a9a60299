import { parseArn } from '@backproof/core';
import type { Gap } from '@backproof/core';
import type { AwsAccessError } from './access-error.js';
import type { Identity, UnassumedRole } from './identity.js';

/** The step on the way into an account that failed. */
type FailedStep = Pick<Gap, 'operation' | 'code'>;

const ASSUMING: FailedStep = { operation: 'sts:AssumeRole', code: 'RoleNotAssumed' };
const LISTING_REGIONS: FailedStep = { operation: 'ec2:DescribeRegions', code: 'RegionsNotListed' };

/** An account of a scan cannot be entered. The other accounts can be scanned. */
export class UnreachableAccountError extends Error {
  override readonly name = 'UnreachableAccountError';
  readonly #step: FailedStep;

  constructor(step: FailedStep, cause: AwsAccessError) {
    super(cause.message, { cause });
    this.#step = step;
  }

  /** The gap of all that is in the account. */
  toGap(): Gap {
    return { ...this.#step, message: this.message };
  }
}

/**
 * Returns an identity in the account of a role that could not be assumed: each of its calls fails with the reason, so
 * that all that is in the account is unknown, by the same way as anything else that cannot be read.
 *
 * @param caller - who tried to assume it
 * @throws AwsAccessError the reason, if the ARN names no account
 */
export function withoutRole({ roleArn, error }: UnassumedRole, caller: Identity): Identity {
  const role = parseArn(roleArn);
  if (role === undefined || !/^\d{12}$/.test(role.accountId)) throw error;
  const { accountId, partition } = role;
  return failing({ ...caller, accountId, partition, principalArn: roleArn }, ASSUMING, error);
}

/** Returns the identity of an account whose Regions could not be listed: each of its calls fails with the reason. */
export function withoutRegions(identity: Identity, error: AwsAccessError): Identity {
  return failing(identity, LISTING_REGIONS, error);
}

function failing(identity: Identity, step: FailedStep, error: AwsAccessError): Identity {
  const credentials = () => Promise.reject(new UnreachableAccountError(step, error));
  return { ...identity, connection: { ...identity.connection, credentials } };
}
