import type { StaticOperationSchema } from '@smithy/types';
import type { WireRequest, WireResponse } from './message.js';
import type { ServiceError } from './service-error.js';

/** One of AWS's wire protocols, seen from the server. */
export interface Protocol {
  /** The operation that a request asks for, in words: its name, or method and path if the path identifies it. */
  nameOf(request: WireRequest): string;
  /** Returns whether a request asks for this operation. */
  asksFor(request: WireRequest, operation: StaticOperationSchema): boolean;
  /**
   * The operation's input, in the shape of its schema.
   *
   * @throws ServiceError if the request does not have the operation's shape.
   */
  readInput(request: WireRequest, operation: StaticOperationSchema): unknown;
  /** The request id is written where the protocol has a place for it in the body. */
  writeOutput(operation: StaticOperationSchema, output: object, requestId: string): WireResponse;
  writeError(error: ServiceError, requestId: string): WireResponse;
  /** The header that carries the request id. Absent: `x-amzn-requestid`. */
  readonly requestIdHeader?: string;
  /** Refuses a request that does not reach an operation, as the protocol does. */
  readonly refusals: Refusals;
}

/** The errors that a service's front end answers, before any operation. */
export interface Refusals {
  readonly unknownOperation: (name: string) => ServiceError;
  /** Also what a caller gets in a Region that its account has not enabled. */
  readonly invalidCredentials: () => ServiceError;
  readonly unsigned: () => ServiceError;
}
