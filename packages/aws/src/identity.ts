import type { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { defined, masked } from '@backproof/core';
import pLimit from 'p-limit';
import { AwsAccessError, codeOf, isTransient, messageOf, toAccessError } from './access-error.js';
import type { CallLog } from './call-log.js';
import { clientConfig } from './connection.js';
import type { Connection } from './connection.js';
import { openService } from './open-service.js';
import { required } from './required.js';
import type { Patience } from './scan-limits.js';
import { sts } from './services/sts/service.js';

/** The caller, with its credentials. */
export interface Identity {
  readonly connection: Connection;
  readonly accountId: string;
  readonly partition: string;
  readonly principalArn: string;
  /** Where the calls that lead to the scopes are counted. */
  readonly log: CallLog;
  /** The patience with these calls. */
  readonly patience: Patience;
}

/** The way to AWS before it is known who is calling. */
type Entrance = Pick<Identity, 'connection' | 'log' | 'patience'>;

/**
 * Asks AWS whose credentials these are. The identity's credentials are fetched once for all clients and renewed when
 * they expire.
 *
 * @throws Error if the credentials' provider or STS fails
 */
export async function identify(entrance: Entrance, signal: AbortSignal): Promise<Identity> {
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const { connection, log, patience } = entrance;
  const { call, client } = openService(sts, { connection, log, signal, ...patience });
  const caller = await call(new GetCallerIdentityCommand());
  const principalArn = required(caller.Arn, 'GetCallerIdentity: Arn', caller);
  const [, partition] = principalArn.split(':');
  return {
    ...entrance,
    connection: { ...connection, credentials: (await client()).config.credentials },
    accountId: required(caller.Account, 'GetCallerIdentity: Account', caller),
    partition: required(partition, 'GetCallerIdentity: Arn', caller),
    principalArn,
  };
}

/** The accounts that are entered at the same time. */
export const ACCOUNTS_AT_ONCE = 10;

/** A role that could not be assumed. */
export interface UnassumedRole {
  readonly roleArn: string;
  readonly error: AwsAccessError;
}

/** The identities of roles, each assumed by another identity as session `backproof`, and the roles that cannot be. */
export async function assumeAll(
  roleArns: readonly string[],
  caller: Identity,
  externalId: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly identities: readonly Identity[]; readonly unassumed: readonly UnassumedRole[] }> {
  if (roleArns.length === 0) return { identities: [], unassumed: [] };
  const providers = await import('@aws-sdk/credential-providers');
  const limit = pLimit(ACCOUNTS_AT_ONCE);
  const assumed = await Promise.all(
    roleArns.map((roleArn) =>
      limit(async () => {
        const credentials = providers.fromTemporaryCredentials({
          masterCredentials: caller.connection.credentials,
          params: { RoleArn: roleArn, RoleSessionName: 'backproof', ...defined({ ExternalId: externalId }) },
          clientConfig: await clientConfig(caller.connection, caller.patience.limits),
        });
        return assume(roleArn, credentials, caller, { signal, secrets: externalId === undefined ? [] : [externalId] });
      }),
    ),
  );
  return {
    identities: assumed.flatMap((each) => ('error' in each ? [] : each)),
    unassumed: assumed.flatMap((each) => ('error' in each ? each : [])),
  };
}

async function assume(
  roleArn: string,
  credentials: ReturnType<typeof fromTemporaryCredentials>,
  caller: Identity,
  { signal, secrets }: { readonly signal: AbortSignal; readonly secrets: readonly string[] },
): Promise<Identity | UnassumedRole> {
  const { log, patience } = caller;
  const counted: typeof credentials = (properties) => {
    log.asked('sts:AssumeRole');
    log.sent('sts:AssumeRole');
    return credentials(properties);
  };
  try {
    return await identify({ connection: { ...caller.connection, credentials: counted }, log, patience }, signal);
  } catch (error) {
    signal.throwIfAborted();
    const { message } = toRoleError(error, roleArn, caller);
    return { roleArn, error: new AwsAccessError(masked(message, secrets), { cause: error }) };
  }
}

function toRoleError(error: unknown, roleArn: string, caller: Identity): AwsAccessError {
  const code = codeOf(error);
  const failed = (cause: string) => new AwsAccessError(`cannot assume ${roleArn}: ${cause}`, { cause: error });
  if (code.startsWith('AccessDenied')) {
    return failed(`${code}. The role's trust policy must name ${roleOf(caller.principalArn)}.`);
  }
  if (code === 'ValidationError') return failed(`${messageOf(error)}. Check the role's ARN.`);
  if (isTransient(error)) return failed(`${code}. AWS STS did not answer in time. Try again later.`);
  return toAccessError(error, caller.connection);
}

/** The ARN to write in a trust policy: for a role's session, the role. @source IAM User Guide, reference_identifiers */
function roleOf(principalArn: string): string {
  return principalArn.replace(/^arn:([^:]*):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3');
}
