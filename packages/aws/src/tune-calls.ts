import type { CallLog } from './call-log.js';
import type { ConnectionPool } from './connection-pool.js';
import { paceOf } from './pace.js';
import type { SdkClient } from './sdk.js';
import type { Service } from './service.js';
import { readWholeBody } from './whole-body.js';

interface CallTuning {
  readonly service: Pick<Service, 'name' | 'operations' | 'requestsPerSecond'>;
  readonly log: CallLog;
  /** The time that the body of an answer may take. */
  readonly bodyMs: number;
  /** Absent: requests are sent at once. */
  readonly pool?: ConnectionPool | undefined;
}

/**
 * Makes every call of a client counted and its answers read to their end, and refuses what the service does not declare:
 * no policy would allow it. Removes the SDK's logging, which costs a sixth of all processor time even without a
 * listener.
 */
export function tuneCalls(client: SdkClient, { service, log, bodyMs, pool }: CallTuning): void {
  const nameOf = (commandName = ''): string => {
    const operation = commandName.replace(/Command$/, '');
    if (!Object.hasOwn(service.operations, operation)) throw new Error(`${service.name}:${operation} is not declared`);
    return operation;
  };
  const paced = paceOf(service.requestsPerSecond);
  const { middlewareStack: stack } = client;
  stack.remove('loggerMiddleware');
  stack.add(
    (next, { commandName }) =>
      async (args) => {
        const operation = `${service.name}:${nameOf(commandName)}`;
        log.asked(operation);
        try {
          return await next(args);
        } catch (error) {
          log.failed(operation, error);
          throw error;
        }
      },
    { step: 'initialize', name: 'callCountMiddleware' },
  );
  stack.add(
    (next, { commandName }) =>
      (args) => {
        const operation = nameOf(commandName);
        const send = () => {
          log.sent(`${service.name}:${operation}`);
          return next(args);
        };
        return paced(() => (pool === undefined ? send() : pool.send(send, signalIn(args))), signalIn(args));
      },
    { step: 'finalizeRequest', priority: 'low', name: 'requestCountMiddleware' },
  );
  stack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        const operation = nameOf(commandName);
        const date = dateOf(result.response);
        if (date !== undefined) log.dated(`${service.name}:${operation}`, date);
        await readWholeBody(result.response, operation, bodyMs);
        return result;
      },
    { step: 'deserialize', priority: 'low', name: 'wholeBodyMiddleware' },
  );
}

/** The signal that ends the call of a request, as `send` gives it. */
function signalIn(args: unknown): AbortSignal | undefined {
  if (typeof args !== 'object' || args === null || !('abortSignal' in args)) return undefined;
  return args.abortSignal instanceof AbortSignal ? args.abortSignal : undefined;
}

/** When an answer was given, by its header `Date`. */
function dateOf(response: unknown): number | undefined {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return undefined;
  const { headers } = response;
  const date: unknown = typeof headers === 'object' && headers !== null && 'date' in headers ? headers.date : undefined;
  const instant = typeof date === 'string' ? Date.parse(date) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
