/** An answer of AWS, or one item of it, is not what its API promises: nothing may be concluded from it. */
export class AnswerError extends Error {
  override readonly name: string = 'AnswerError';
  readonly operation: string;
  readonly requestId: string | undefined;

  constructor(operation: string, fault: string, requestId?: string) {
    super(`AWS answered ${operation} ${fault}`);
    this.operation = operation;
    this.requestId = requestId;
  }
}

/** An answer of AWS lacks what its API promises. */
export class MissingFieldError extends AnswerError {
  override readonly name = 'MissingFieldError';

  constructor(operation: string, field: string, requestId: string | undefined) {
    super(operation, `without ${field}`, requestId);
  }
}

/** An answer of AWS holds a value that cannot be what its API promises. */
export class MalformedFieldError extends AnswerError {
  override readonly name = 'MalformedField';

  /** @param form - `a text instead of a date` */
  constructor(operation: string, field: string, form: string, requestId?: string) {
    super(operation, `with ${field} as ${form}`, requestId);
  }
}

/** An answer of AWS says of a thing what this version does not know, and what the thing is turns on it. */
export class UnknownWordError extends AnswerError {
  override readonly name = 'UnknownWord';

  /** @param what - the operation and the field: `DescribeFileSystems: FileSystemType` */
  constructor(what: `${string}: ${string}`, word: string) {
    const [operation = '', field = ''] = what.split(': ');
    super(operation, `with ${field} ${word}, which this version does not know`);
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
 * @throws MissingFieldError if the value is absent
 */
export function required<T>(value: T | null | undefined, what: `${string}: ${string}`, answer?: Answer): T {
  if (value !== undefined && value !== null) return value;
  const [operation = '', field = ''] = what.split(': ');
  throw new MissingFieldError(operation, field, answer?.$metadata.requestId);
}

/**
 * AWS's word, if it is one of those that this version knows.
 *
 * @param what - the operation and the field: `ListBackupVaults: VaultState`
 * @throws UnknownWordError if AWS added it later
 */
export function known<Word extends string>(what: `${string}: ${string}`, word: string, words: readonly Word[]): Word {
  const found = words.find((each) => each === word);
  if (found === undefined) throw new UnknownWordError(what, word);
  return found;
}

/** The words by which a service says yes and no to one question. */
export interface Words {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/**
 * Returns true if AWS's word is one of those for yes, and false if it is one of those for no.
 *
 * @param what - the operation and the field: `ListBackups: BackupStatus`
 * @throws MissingFieldError if there is no word
 * @throws UnknownWordError if the word is none of them: AWS added it later
 */
export function says(what: `${string}: ${string}`, word: string | undefined, { yes, no }: Words): boolean {
  const said = required(word, what);
  if (!yes.includes(said) && !no.includes(said)) throw new UnknownWordError(what, said);
  return yes.includes(said);
}
