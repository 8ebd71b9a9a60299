import type { AliasListEntry, KeyMetadata } from '@aws-sdk/client-kms';

/** The contents of one scope in AWS KMS. */
export interface KmsWorld {
  readonly keys?: readonly KeyMetadata[];
  readonly keyAliases?: readonly AliasListEntry[];
}
