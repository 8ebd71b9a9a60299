import {
  AssumeRole$,
  type AssumeRoleRequest,
  type AssumeRoleResponse,
  GetCallerIdentity$,
  type GetCallerIdentityRequest,
  type GetCallerIdentityResponse,
} from '@aws-sdk/client-sts';
import { accessKeyIdOf } from '../../wire/credential.js';
import { awsQuery } from '../../wire/query.js';
import { ServiceError } from '../../wire/service-error.js';
import type { Call, Service } from '../../service/operation.js';

/** AWS STS. It also answers at its one endpoint for all Regions. */
export const service: Service = {
  isGlobal: true,
  protocol: awsQuery('https://sts.amazonaws.com/doc/2011-06-15/'),
  operations: [
    { schema: GetCallerIdentity$, answer: getCallerIdentity },
    { schema: AssumeRole$, answer: assumeRole },
  ],
};

function getCallerIdentity(_input: GetCallerIdentityRequest, call: Call): GetCallerIdentityResponse {
  return { Account: call.scope.accountId, Arn: callerArn(call), UserId: call.accessKeyId };
}

/** Every role of an account of the world may be assumed; the key that is returned identifies it. */
function assumeRole(input: AssumeRoleRequest, call: Call): AssumeRoleResponse {
  const { RoleArn = '', RoleSessionName = '', DurationSeconds = 3600 } = input;
  checkDuration(DurationSeconds, call);
  const [, partition, , , accountId, role = ''] = RoleArn.split(':');
  const account = call.world.accounts.find(({ id }) => id === accountId);
  if (!account || partition !== call.world.partition || !role.startsWith('role/')) {
    const message = `User: ${callerArn(call)} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`;
    throw new ServiceError('AccessDenied', message, 403);
  }
  const roleName = role.slice(role.lastIndexOf('/') + 1);
  return {
    Credentials: {
      AccessKeyId: accessKeyIdOf(account.id, 'ASIA'),
      SecretAccessKey: 'sandbox',
      SessionToken: 'sandbox',
      Expiration: new Date(call.time + DurationSeconds * 1000),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROA${account.id}SBOX:${RoleSessionName}`,
      Arn: `arn:${call.world.partition}:sts::${account.id}:assumed-role/${roleName}/${RoleSessionName}`,
    },
  };
}

/** @source STS API Reference, AssumeRole, DurationSeconds: an hour at most for who assumed a role already */
function checkDuration(seconds: number, { accessKeyId }: Call): void {
  if (seconds < 900 || seconds > 43_200) {
    const bound = seconds < 900 ? 'greater than or equal to 900' : 'less than or equal to 43200';
    throw invalid(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: ` +
        `Member must have value ${bound}`,
    );
  }
  if (seconds > 3600 && isOfRole(accessKeyId)) {
    throw invalid('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining');
  }
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', message);
}

function isOfRole(accessKeyId: string): boolean {
  return accessKeyId.startsWith('ASIA');
}

function callerArn({ accessKeyId, scope, world }: Call): string {
  return isOfRole(accessKeyId)
    ? `arn:${world.partition}:sts::${scope.accountId}:assumed-role/sandbox/sandbox`
    : `arn:${world.partition}:iam::${scope.accountId}:user/sandbox`;
}
