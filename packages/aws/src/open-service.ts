import { defined } from '@backproof/core';
import pLimit from 'p-limit';
import type { CallLog } from './call-log.js';
import type { CalledService, Operation } from './called-service.js';
import { createCircuit } from './circuit.js';
import { clientConfig, silenceNodeVersionWarning } from './connection.js';
import type { Connection } from './connection.js';
import { EndlessListingError, pagesBy, RepeatedTokenError } from './pages.js';
import { SCAN_LIMITS } from './scan-limits.js';
import type { ScanLimits } from './scan-limits.js';
import { NotTriedError } from './not-tried.js';
import { operationOf, send } from './sdk.js';
import type { SdkClient } from './sdk.js';
import type { ServiceCalls } from './service-calls.js';
import { REQUESTS_AT_ONCE } from './service.js';
import { tuneCalls } from './tune-calls.js';
import { endingWithin } from './unfinished.js';

/** The way to a service, and the place where its calls are counted. */
export interface Opening {
  readonly connection: Connection;
  readonly log: CallLog;
  /** The scan is given up. */
  readonly signal: AbortSignal;
  /** No more is read, and what was read is kept: calls that are not complete by then fail. */
  readonly ends?: readonly AbortSignal[];
  /** Called with each good answer. */
  readonly onAnswer?: (() => void) | undefined;
  /** Absent, or in part: those of `SCAN_LIMITS`. */
  readonly limits?: Partial<ScanLimits> | undefined;
}

/** A service in one scope. Rate limits, retries and counts are its own. */
export interface OpenService<Client extends SdkClient = SdkClient> extends ServiceCalls {
  /** Its client, for what it knows besides answers. */
  readonly client: () => Promise<Client>;
  readonly close: () => void;
}

/** Opens a service in one scope. Its client is loaded with the first call. */
export function openService<Client extends SdkClient>(
  service: CalledService<string, Client>,
  opening: Opening,
): OpenService<Client> {
  const { log, signal, ends = [], onAnswer } = opening;
  const { callMs, failedCalls, triesOnly } = { ...SCAN_LIMITS, ...opening.limits };
  const circuit = createCircuit(failedCalls);
  const tried = new Set<string>();
  const limit = pLimit(service.requestsAtOnce ?? REQUESTS_AT_ONCE);
  let client: Promise<Client> | undefined;
  const opened = () => (client ??= openClient(service, opening));

  const call: ServiceCalls['call'] = async (command) => {
    const sdk = await opened();
    const name = operationOf(command);
    const operation = `${service.name}:${name}`;
    if (triesOnly && (tried.has(name) || service.operations[name]?.perItem !== undefined)) {
      const error = new NotTriedError();
      log.failed(operation, error);
      throw error;
    }
    tried.add(name);
    return limit(async () => {
      try {
        const answer = await endingWithin(callMs, [signal, ...ends, circuit.signalOf(operation)], (ended) =>
          send(sdk, command, ended),
        );
        circuit.succeeded(operation);
        onAnswer?.();
        return answer;
      } catch (error) {
        circuit.failed(operation, error);
        log.failed(operation, error);
        throw error;
      }
    });
  };

  const pages: ServiceCalls['pages'] = async function* (Command, input) {
    const name = operationOf(new Command(input));
    try {
      for await (const page of pagesBy(pagingOf(service, name), (each) => call(new Command({ ...input, ...each })))) {
        yield page;
        if (triesOnly) return;
      }
    } catch (error) {
      if (error instanceof RepeatedTokenError || error instanceof EndlessListingError)
        log.failed(`${service.name}:${name}`, error);
      throw error;
    }
  };

  return {
    call,
    pages,
    client: opened,
    close: () => {
      // To destroy a client is to close its connections, whose they may not be.
      if (opening.connection.pool !== undefined) return;
      void client?.then(
        (opened) => {
          opened.destroy();
        },
        () => undefined,
      );
    },
  };
}

/** The services of one scope: each is opened once, however many readings ask for it. */
export function openServices(opening: Opening) {
  const opened = new Map<CalledService, OpenService>();
  return {
    open: (service: CalledService): OpenService => {
      const known = opened.get(service) ?? openService(service, opening);
      opened.set(service, known);
      return known;
    },
    close: (): void => {
      for (const service of opened.values()) service.close();
    },
  };
}

/** Opens a client whose calls are counted and whose answers are checked. No call is made yet. */
export async function openClient<Client extends SdkClient>(
  { name, open, operations, requestsPerSecond }: CalledService<string, Client>,
  { connection, log, ...opening }: Pick<Opening, 'connection' | 'log' | 'limits'>,
): Promise<Client> {
  silenceNodeVersionWarning();
  const limits = { ...SCAN_LIMITS, ...opening.limits };
  const client = await open(await clientConfig(connection, limits));
  (await import('./answers/checked-protocol.js')).checkAnswers(client);
  const service = { name, operations, ...(limits.paced && defined({ requestsPerSecond })) };
  tuneCalls(client, { service, log, bodyMs: limits.attemptMs, pool: connection.pool });
  return client;
}

function pagingOf({ name, operations }: CalledService, operation: string): NonNullable<Operation['paging']> {
  const paging = Object.hasOwn(operations, operation) ? operations[operation]?.paging : undefined;
  if (paging === undefined) throw new Error(`${name}:${operation} is read page by page, but declared without paging`);
  return paging;
}
