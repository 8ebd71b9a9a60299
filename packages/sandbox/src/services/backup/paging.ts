import { ServiceError } from '../../wire/service-error.js';
import type { Paging } from '../../service/listing.js';

/** The paging of the listings of AWS Backup, whose pages hold so many items at most. */
function pagingOf(most: number): Paging<'MaxResults' | 'NextToken', 'NextToken'> {
  return {
    size: 'MaxResults',
    token: 'NextToken',
    next: 'NextToken',
    least: 1,
    most,
    excess: 'refused',
    badSize: (size) =>
      new ServiceError(
        'ValidationException',
        `1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: ` +
          `Member must be between 1 and ${most}`,
      ),
    badToken: () => invalidValue('Invalid next token'),
  };
}

/** The paging of all listings but the summaries. @source API Reference, ListBackupJobs, MaxResults */
export const backupPaging = pagingOf(1000);

/** The paging of the summaries of jobs. @source API Reference, ListBackupJobSummaries, MaxResults */
export const summaryPaging = pagingOf(500);

/** @source API Reference, GetBackupPlan, Errors: the status is 400. */
export function resourceNotFound(what: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `${what} was not found.`);
}

/** @source API Reference, DescribeRecoveryPoint, Errors: the status is 400. */
export function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', message);
}

/** @throws ServiceError if the text is not an ARN */
export function checkArn(text: string): void {
  if (!/^arn:[^:]*:[^:]*:[^:]*:[^:]*:./.test(text)) throw invalidValue(`Invalid ARN: ${text}`);
}
