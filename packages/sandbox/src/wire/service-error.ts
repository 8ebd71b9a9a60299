/** An error that an AWS service returns instead of a result; each protocol has its own way to write it. */
export class ServiceError extends Error {
  /** `ResourceNotFoundException`, `DBInstanceNotFound`, ... as the service spells it. */
  readonly code: string;
  /** The HTTP status. */
  readonly status: number;
  /** Other fields of the body, where the service describes its errors further. */
  readonly details: object;

  constructor(code: string, message: string, status = 400, details: object = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}
