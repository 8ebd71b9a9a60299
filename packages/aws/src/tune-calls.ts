import type { LimitFunction } from 'p-limit';
import type { CallLog } from './call-log.js';
import type { SdkClient } from './sdk.js';
import type { Service } from './service.js';

interface CallTuning {
  readonly service: Pick<Service, 'name' | 'operations'>;
  readonly log: CallLog;
  readonly signal: AbortSignal;
  readonly limit: LimitFunction;
}

/**
 * Makes every call of a client counted, limited in number and abortable, and refuses what the service does not declare:
 * no policy would allow it. Removes the SDK's logging, which costs a
 * sixth of all processor time even without a listener.
 */
export function tuneCalls(client: SdkClient, { service, log, signal, limit }: CallTuning): void {
  const operationOf = (commandName = ''): string => {
    const operation = commandName.replace(/Command$/, '');
    if (!Object.hasOwn(service.operations, operation)) throw new Error(`${service.name}:${operation} is not declared`);
    return `${service.name}:${operation}`;
  };
  client.middlewareStack.remove('loggerMiddleware');
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        limit(async () => {
          signal.throwIfAborted();
          const operation = operationOf(commandName);
          log.asked(operation);
          try {
            return await next(args);
          } catch (error) {
            log.failed(operation, error);
            throw error;
          }
        }),
    { step: 'initialize', name: 'callLimitMiddleware' },
  );
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        log.sent(operationOf(commandName));
        return next(args);
      },
    { step: 'finalizeRequest', priority: 'low', name: 'callCountMiddleware' },
  );
}
