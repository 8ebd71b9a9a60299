import { ServiceError } from '../../wire/service-error.js';

/** The error for a value that a parameter does not take. @source EC2 API Reference, errors-overview */
export function invalidValue(message: string, code = 'InvalidParameterValue'): ServiceError {
  return new ServiceError(code, message);
}

/** The form of the ids of one kind of thing, and the errors for those that do not exist. */
interface IdErrors {
  /** `vol`, for `vol-0123456789abcdef0`. */
  readonly prefix: string;
  readonly malformed: string;
  readonly missing: string;
  readonly message: (id: string) => string;
}

/**
 * Refuses ids that nothing has: those that nothing can have, and the others.
 *
 * @source EC2 API Reference, errors-overview; EC2 User Guide, resource-ids: 8 or 17 hexadecimal digits
 */
export function refusedId({ prefix, malformed, missing, message }: IdErrors): (id: string) => ServiceError {
  const wellFormed = new RegExp(`^${prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`);
  return (id) =>
    wellFormed.test(id)
      ? new ServiceError(missing, message(id))
      : new ServiceError(malformed, `Invalid id: "${id}" (expecting "${prefix}-...")`);
}
