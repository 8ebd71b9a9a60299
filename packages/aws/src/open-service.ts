import pLimit from 'p-limit';
import type { CallLog } from './call-log.js';
import { clientConfig, silenceNodeVersionWarning } from './connection.js';
import type { Connection } from './connection.js';
import { pagesBy, RepeatedTokenError } from './pages.js';
import { operationOf, send } from './sdk.js';
import type { SdkClient } from './sdk.js';
import type { ServiceCalls } from './service-calls.js';
import { REQUESTS_AT_ONCE } from './service.js';
import type { Operation, Service } from './service.js';
import { tuneCalls } from './tune-calls.js';

/** The way to a service, and the place where its calls are counted. */
export interface Opening {
  readonly connection: Connection;
  readonly log: CallLog;
  readonly signal: AbortSignal;
  /** Absent: as many as a scan needs. */
  readonly maxAttempts?: number;
}

/** A service in one scope. Rate limits, retries and counts are its own. */
export interface OpenService extends ServiceCalls {
  readonly close: () => void;
}

/** Opens a service in one scope. Its client is loaded with the first call. */
export function openService(service: Service, opening: Opening): OpenService {
  const { log, signal } = opening;
  let client: Promise<SdkClient> | undefined;

  const call: ServiceCalls['call'] = async (command) => {
    client ??= openClient(service, opening);
    return send(await client, command, signal);
  };

  const pages: ServiceCalls['pages'] = async function* (Command, input) {
    const name = operationOf(new Command(input));
    try {
      yield* pagesBy(pagingOf(service, name), (page) => call(new Command({ ...input, ...page })));
    } catch (error) {
      if (error instanceof RepeatedTokenError) log.failed(`${service.name}:${name}`, error);
      throw error;
    }
  };

  return {
    call,
    pages,
    close: () =>
      void client?.then(
        (opened) => {
          opened.destroy();
        },
        () => undefined,
      ),
  };
}

/** The services of one scope: each is opened once, however many readings ask for it. */
export function openServices(opening: Opening) {
  const opened = new Map<Service, OpenService>();
  return {
    open: (service: Service): OpenService => {
      const known = opened.get(service) ?? openService(service, opening);
      opened.set(service, known);
      return known;
    },
    close: (): void => {
      for (const service of opened.values()) service.close();
    },
  };
}

/** Opens a client whose calls are counted, limited and abortable. No call is made yet. */
export async function openClient<Client extends SdkClient>(
  { name, open, operations, requestsAtOnce = REQUESTS_AT_ONCE }: Service<string, Client>,
  { connection, log, signal, maxAttempts }: Opening,
): Promise<Client> {
  silenceNodeVersionWarning();
  const client = await open(clientConfig(connection, maxAttempts));
  tuneCalls(client, { service: { name, operations }, log, signal, limit: pLimit(requestsAtOnce) });
  return client;
}

function pagingOf({ name, operations }: Service, operation: string): NonNullable<Operation['paging']> {
  const paging = Object.hasOwn(operations, operation) ? operations[operation]?.paging : undefined;
  if (paging === undefined) throw new Error(`${name}:${operation} is read page by page, but declared without paging`);
  return paging;
}
