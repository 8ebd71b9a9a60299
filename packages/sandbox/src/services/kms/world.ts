import type { KeyMetadata } from '@aws-sdk/client-kms';

/** The contents of one scope in AWS KMS. */
export interface KmsWorld {
  readonly keys?: readonly KeyMetadata[];
}
