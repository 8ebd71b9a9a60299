/** The credential of a signed request: the caller, the service and the Region. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  /** The name that the service signs with: `backup`, `elasticfilesystem`, `tagging`, ... */
  readonly service: string;
}

const credentialScope = /Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;

/**
 * Reads the credential scope of an `Authorization` header; nothing when the request is not signed.
 * The signature itself is not checked.
 *
 * @source IAM User Guide, Create a signed AWS API request
 */
export function readCredential(authorization: string | undefined): Credential | undefined {
  const [, accessKeyId, region, service] = credentialScope.exec(authorization ?? '') ?? [];
  return accessKeyId && region && service ? { accessKeyId, region, service } : undefined;
}

/** Keys of a user begin with `AKIA`, those that AssumeRole hands out with `ASIA`. */
export type KeyKind = 'AKIA' | 'ASIA';

const accountKey = /^A[KS]IA(\d{12})SBOX$/;

/** An access key id that names its account, so that the server needs no memory of the keys it gave. */
export function accessKeyIdOf(accountId: string, kind: KeyKind): string {
  return `${kind}${accountId}SBOX`;
}

/** The account that a key of the sandbox names; nothing for any other key. */
export function accountIdOf(accessKeyId: string): string | undefined {
  return accountKey.exec(accessKeyId)?.[1];
}
