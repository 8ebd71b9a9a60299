import type { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { defined } from '@backproof/core';
import { AwsAccessError, codeOf, messageOf, toAccessError } from './access-error.js';
import type { CallLog } from './call-log.js';
import { clientConfig } from './connection.js';
import type { Connection } from './connection.js';
import { openService } from './open-service.js';
import { required } from './required.js';
import { EARLY_ATTEMPTS, SCAN_LIMITS } from './scan-limits.js';
import { sts } from './services/sts/service.js';

/** The caller, with its credentials. */
export interface Identity {
  readonly connection: Connection;
  readonly accountId: string;
  readonly partition: string;
  readonly principalArn: string;
  /** Where the calls that lead to the scopes are counted. */
  readonly log: CallLog;
}

/**
 * Asks AWS whose credentials these are. The identity's credentials are fetched once for all clients and renewed when
 * they expire.
 *
 * @throws Error if the credentials' provider or STS fails
 */
export async function identify(connection: Connection, log: CallLog, signal: AbortSignal): Promise<Identity> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const { call, client } = openService(sts, { connection, log, signal, limits: { attempts: EARLY_ATTEMPTS } });
  const caller = await call(new GetCallerIdentityCommand());
  const principalArn = required(caller.Arn, 'GetCallerIdentity: Arn', caller);
  const [, partition] = principalArn.split(':');
  return {
    connection: { ...connection, credentials: (await client()).config.credentials },
    accountId: required(caller.Account, 'GetCallerIdentity: Account', caller),
    partition: required(partition, 'GetCallerIdentity: Arn', caller),
    principalArn,
    log,
  };
}

/**
 * The identities of roles, each assumed by another identity as session `backproof`.
 *
 * @throws AwsAccessError if a role cannot be assumed
 */
export async function assumeAll(
  roleArns: readonly string[],
  caller: Identity,
  externalId: string | undefined,
  signal: AbortSignal,
): Promise<readonly Identity[]> {
  if (roleArns.length === 0) return [];
  const providers = await import('@aws-sdk/credential-providers');
  const assumed = roleArns.map((roleArn) => {
    const credentials = providers.fromTemporaryCredentials({
      masterCredentials: caller.connection.credentials,
      params: { RoleArn: roleArn, RoleSessionName: 'backproof', ...defined({ ExternalId: externalId }) },
      clientConfig: clientConfig(caller.connection, { ...SCAN_LIMITS, attempts: EARLY_ATTEMPTS }),
    });
    return assume(roleArn, credentials, caller, signal);
  });
  return Promise.all(assumed);
}

async function assume(
  roleArn: string,
  credentials: ReturnType<typeof fromTemporaryCredentials>,
  caller: Identity,
  signal: AbortSignal,
): Promise<Identity> {
  const { log } = caller;
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
