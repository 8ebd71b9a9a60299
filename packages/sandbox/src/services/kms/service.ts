import { DescribeKey$, type DescribeKeyRequest, type DescribeKeyResponse } from '@aws-sdk/client-kms';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import type { KmsWorld } from './world.js';

/** AWS Key Management Service. */
export const service: Service<KmsWorld> = {
  protocol: awsJson('1.1'),
  operations: [{ schema: DescribeKey$, answer: describeKey }],
};

/** A key is asked for by its id or its ARN. Aliases are not served. */
function describeKey({ KeyId }: DescribeKeyRequest, { scope }: Call<KmsWorld>): DescribeKeyResponse {
  const key = scope.keys?.find((each) => each.KeyId === KeyId || each.Arn === KeyId);
  return { KeyMetadata: found(key, () => new ServiceError('NotFoundException', `Key '${KeyId}' does not exist`)) };
}
