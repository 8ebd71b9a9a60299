import {
  type AliasListEntry,
  DescribeKey$,
  type DescribeKeyRequest,
  type DescribeKeyResponse,
  type KeyListEntry,
  type KeyMetadata,
  ListAliases$,
  type ListAliasesRequest,
  type ListAliasesResponse,
  ListKeys$,
  type ListKeysRequest,
  type ListKeysResponse,
} from '@aws-sdk/client-kms';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { listing, type Paging } from '../../service/listing.js';
import type { Call, Service } from '../../service/operation.js';
import type { KmsWorld } from './world.js';

/** @source API Reference of AWS KMS, ListKeys and ListAliases, Limit */
function pagingOf(most: number, usual: number): Paging<'Limit' | 'Marker', 'NextMarker' | 'Truncated'> {
  return {
    ...({ size: 'Limit', token: 'Marker', next: 'NextMarker', more: 'Truncated', excess: 'refused' } as const),
    ...{ least: 1, most, usual },
    badSize: (size) =>
      new ServiceError('ValidationException', `Value '${size}' at 'limit' must be between 1 and ${most}`),
    badToken: () => new ServiceError('InvalidMarkerException', 'Could not deserialize marker'),
  };
}

/** AWS Key Management Service. */
export const service: Service<KmsWorld> = {
  protocol: awsJson('1.1'),
  operations: [
    listing<KmsWorld, ListKeysRequest, ListKeysResponse, KeyListEntry>(ListKeys$, {
      items: ({ scope }) => (scope.keys ?? []).map(({ KeyId, Arn }) => ({ KeyId, KeyArn: Arn })),
      page: 'Keys',
      paging: pagingOf(1000, 100),
    }),
    listing<KmsWorld, ListAliasesRequest, ListAliasesResponse, AliasListEntry>(ListAliases$, {
      items: ({ scope }, { KeyId }) => aliasesOf(scope, KeyId),
      page: 'Aliases',
      paging: pagingOf(100, 50),
    }),
    { schema: DescribeKey$, answer: describeKey },
  ],
};

function describeKey({ KeyId }: DescribeKeyRequest, { scope }: Call<KmsWorld>): DescribeKeyResponse {
  return { KeyMetadata: keyOf(scope, KeyId) };
}

/** All aliases, or those of a key, which is not asked for by alias here. */
function aliasesOf(scope: KmsWorld, id: string | undefined): readonly AliasListEntry[] {
  const { keyAliases = [] } = scope;
  if (id === undefined) return keyAliases;
  const { KeyId } = keyOf(scope, id);
  return keyAliases.filter(({ TargetKeyId }) => TargetKeyId === KeyId);
}

/**
 * A key by its id or ARN, or by the name or ARN of its alias.
 *
 * @source API Reference of AWS KMS, DescribeKey, KeyId
 */
function keyOf({ keys = [], keyAliases = [] }: KmsWorld, id: string | undefined): KeyMetadata {
  const alias = keyAliases.find(({ AliasName, AliasArn }) => AliasName === id || AliasArn === id);
  const wanted = alias?.TargetKeyId ?? id;
  const key = keys.find(({ KeyId, Arn }) => KeyId === wanted || Arn === wanted);
  if (key !== undefined) return key;
  const isAlias = id?.includes('alias/') === true;
  throw new ServiceError(
    'NotFoundException',
    isAlias ? `Alias ${id} is not found.` : `Key '${id ?? ''}' does not exist`,
  );
}
