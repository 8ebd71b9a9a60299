/** An answer of AWS lacks what its API promises: nothing may be concluded from it. */
export class MissingFieldError extends Error {
  override readonly name = 'MissingFieldError';
  readonly operation: string;
  readonly requestId: string | undefined;

  constructor(operation: string, field: string, requestId: string | undefined) {
    super(`AWS answered ${operation} without ${field}`);
    this.operation = operation;
    this.requestId = requestId;
  }
}

/** As much of an answer as names it to AWS's support. */
export interface Answer {
  readonly $metadata: { readonly requestId?: string | undefined };
}

/**
 * The value that AWS must send and types as optional.
 *
 * @param what - the operation and the field: `ListBackupVaults: BackupVaultArn`
 * @throws {MissingFieldError} where the value is absent
 */
export function required<T>(value: T | null | undefined, what: `${string}: ${string}`, answer?: Answer): T {
  if (value !== undefined && value !== null) return value;
  const [operation = '', field = ''] = what.split(': ');
  throw new MissingFieldError(operation, field, answer?.$metadata.requestId);
}
