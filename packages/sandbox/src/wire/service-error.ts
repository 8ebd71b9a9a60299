/** An error that an AWS service returns instead of a result; each protocol has its own way to write it. */
export class ServiceError extends Error {
  /** `ResourceNotFoundException`, `DBInstanceNotFound`, ... as the service spells it. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  /** The further content of the body, where the service describes its errors further. */
  readonly details: object;
  /** The further headers, where the service sends some with an error. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: string,
    message: string,
    status = 400,
    details: object = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.details = details;
    this.headers = headers;
  }
}
