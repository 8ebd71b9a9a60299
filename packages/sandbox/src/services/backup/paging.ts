import { ServiceError } from '../../wire/service-error.js';
import type { Paging } from '../../service/listing.js';

/** The paging of all listings of AWS Backup. @source API Reference, ListBackupJobs, MaxResults */
export const backupPaging: Paging<'MaxResults' | 'NextToken', 'NextToken'> = {
  size: 'MaxResults',
  token: 'NextToken',
  next: 'NextToken',
  least: 1,
  most: 1000,
  excess: 'refused',
  badSize: (size) =>
    new ServiceError(
      'ValidationException',
      `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: ` +
        'Member must be between 1 and 1000',
    ),
  badToken: () => new ServiceError('InvalidParameterValueException', 'Invalid next token'),
};

/** @source API Reference, GetBackupPlan, Errors: the status is 400. */
export function resourceNotFound(what: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `${what} was not found.`);
}
