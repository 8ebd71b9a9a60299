import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { defined } from '@backproof/core';
import pLimit from 'p-limit';
import { AwsAccessError, codeOf, messageOf, toAccessError } from './access-error.js';
import type { CallLog } from './call-log.js';
import { clientConfig } from './clients.js';
import type { Connection } from './clients.js';
import { required } from './required.js';
import { tuneCalls } from './tune-calls.js';

/** The caller, with its credentials. */
export interface Identity {
  readonly connection: Connection;
  readonly accountId: string;
  readonly partition: string;
  readonly principalArn: string;
  /** Where the calls that lead to the scopes are counted. */
  readonly log: CallLog;
}

/** Before the scan, someone waits: give up sooner. */
export const EARLY_ATTEMPTS = 3;

/**
 * Asks AWS whose credentials these are. The identity's credentials are fetched once for all clients and renewed when
 * they expire.
 *
 * @throws Error if the credentials' provider or STS fails
 */
export async function identify(connection: Connection, log: CallLog, signal: AbortSignal): Promise<Identity> {
  const sts = new STSClient(clientConfig(connection, EARLY_ATTEMPTS));
  tuneCalls(sts, { service: 'sts', log, signal, limit: pLimit(1) });
  const caller = await sts.send(new GetCallerIdentityCommand(), { abortSignal: signal });
  const principalArn = required(caller.Arn, 'GetCallerIdentity: Arn', caller);
  const [, partition] = principalArn.split(':');
  return {
    connection: { ...connection, credentials: sts.config.credentials },
    accountId: required(caller.Account, 'GetCallerIdentity: Account', caller),
    partition: required(partition, 'GetCallerIdentity: Arn', caller),
    principalArn,
    log,
  };
}

/**
 * The identity of a role, assumed by another identity as session `backproof`.
 *
 * @throws AwsAccessError if the role cannot be assumed
 */
export async function assume(
  roleArn: string,
  caller: Identity,
  externalId: string | undefined,
  signal: AbortSignal,
): Promise<Identity> {
  const { log } = caller;
  const credentials = fromTemporaryCredentials({
    masterCredentials: caller.connection.credentials,
    params: { RoleArn: roleArn, RoleSessionName: 'backproof', ...defined({ ExternalId: externalId }) },
    clientConfig: clientConfig(caller.connection, EARLY_ATTEMPTS),
  });
  const counted: typeof credentials = (properties) => {
    log.asked('sts:AssumeRole');
    log.sent('sts:AssumeRole');
    return credentials(properties);
  };
  try {
    return await identify({ ...caller.connection, credentials: counted }, log, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw toRoleError(error, roleArn, caller);
  }
}

function toRoleError(error: unknown, roleArn: string, caller: Identity): AwsAccessError {
  const code = codeOf(error);
  if (code.startsWith('AccessDenied')) {
    const wayOut = `The role's trust policy must name ${roleOf(caller.principalArn)}.`;
    return new AwsAccessError(`cannot assume ${roleArn}: ${code}. ${wayOut}`, { cause: error });
  }
  if (code === 'ValidationError') {
    return new AwsAccessError(`cannot assume ${roleArn}: ${messageOf(error)}. Check the role's ARN.`, { cause: error });
  }
  return toAccessError(error, caller.connection);
}

/** The ARN to write in a trust policy: for a role's session, the role. @source IAM User Guide, reference_identifiers */
function roleOf(principalArn: string): string {
  return principalArn.replace(/^arn:([^:]*):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
}
