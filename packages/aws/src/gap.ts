import type { Gap } from '@backproof/core';
import { defined, quoted } from '@backproof/core';
import { codeOf, isUnreadable, messageOf } from './access-error.js';
import { AnswerError } from './required.js';
import type { Operation } from './called-service.js';
import { UnreachableAccountError } from './unreachable.js';

const DENIED = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|NotAuthorized)$/;

/**
 * Converts an error to a gap of a population: the operation that failed, the cause, and the IAM action that it needs.
 *
 * @param called - `backup:ListBackupPlans`, the operation that failed, where one did
 * @param operations - the service's, for the IAM action that a denied operation needs
 */
export function toGap(error: unknown, called: string, operations: Readonly<Record<string, Operation>>): Gap {
  if (error instanceof UnreachableAccountError) return error.toGap();
  const { requestId, httpStatus } = answerOf(error);
  const unreadable = error instanceof Error && isUnreadable(error);
  const code = unreadable ? 'UnreadableAnswer' : codeOf(error);
  return {
    operation: called,
    code,
    message: unreadable ? unreadableText(messageOf(error), httpStatus) : messageOf(error),
    ...defined({ iamAction: isDenied(code) ? iamAction(called, operations) : undefined, requestId, httpStatus }),
  };
}

/** Returns whether an error code of AWS denies access. */
export function isDenied(code: string): boolean {
  return DENIED.test(code);
}

/** The SDK gives no more than a name of its own where the answer has neither a code nor a message of AWS. */
function unreadableText(message: string, httpStatus: number | undefined): string {
  const status = httpStatus === undefined ? [] : [`HTTP ${httpStatus}`];
  const words = /^Unknown(Error)?$/.test(message) ? [] : [message];
  return [...status, 'not an answer of AWS', ...words].join(', ');
}

/** Returns whether the requested item no longer exists. To a 404 without a code of AWS, such as a proxy's page, the SDK gives the name NotFound: it says nothing. */
export function isVanished(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return [error.name, detailedCode(error)].some((code) =>
    /NotFound(Exception|Fault)$|\wNotFound$|^NoSuchBucket$/.test(code),
  );
}

/** @source API (AWS Storage Gateway) StorageGatewayError.errorCode: to it, an item that is gone is an invalid request */
function detailedCode(error: Error): string {
  const detail: unknown = 'error' in error ? error.error : undefined;
  if (typeof detail !== 'object' || detail === null || !('errorCode' in detail)) return '';
  return String(detail.errorCode);
}

function iamAction(called: string, operations: Readonly<Record<string, Operation>>): string {
  const name = called.slice(called.indexOf(':') + 1);
  return (Object.hasOwn(operations, name) ? operations[name]?.iam : undefined) ?? called;
}

/** The metadata of the answer, if there was one. */
function answerOf(error: unknown): { requestId: string | undefined; httpStatus: number | undefined } {
  if (error instanceof AnswerError) return { requestId: error.requestId, httpStatus: undefined };
  const metadata: unknown = error instanceof Error && '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null) return { requestId: undefined, httpStatus: undefined };
  return {
    requestId:
      'requestId' in metadata && typeof metadata.requestId === 'string' ? quoted(metadata.requestId) : undefined,
    httpStatus:
      'httpStatusCode' in metadata && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined,
  };
}
