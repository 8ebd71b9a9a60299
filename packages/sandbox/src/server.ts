import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { answer, type RequestRecord } from './answer.js';
import { serviceLoader, type LoadService } from './services/loader.js';
import type { PackService } from './service/pack-service.js';
import { accessKeyIdOf } from './wire/credential.js';
import type { WireRequest } from './wire/message.js';
import type { World } from './world/world.js';

/** The world to serve, and the address. */
export interface SandboxOptions {
  readonly world: World;
  /** A free one when left out. */
  readonly port?: number;
  /** Default `127.0.0.1`, which other machines cannot reach. */
  readonly host?: string;
  /** Services besides its own, such as those that a pack reads. */
  readonly services?: readonly PackService[];
  /** False: it takes any number of requests in a second. Default true: it refuses those that AWS would. */
  readonly throttles?: boolean;
}

/** The time that an idle connection stays open, in milliseconds: a client that was held up meanwhile may send on it. */
const KEEP_ALIVE = 60_000;

/** A running sandbox. */
export interface Sandbox {
  /** The endpoint, for every service: `http://127.0.0.1:4566`. */
  readonly url: string;
  /** Those of the world's first account. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The requests that were answered, in order; it grows while the sandbox runs. */
  readonly requests: readonly RequestRecord[];
  /** Stops it, open connections too. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an AWS that answers from a world. Point a client at it with `AWS_ENDPOINT_URL` and the credentials.
 *
 * @throws Error if it cannot listen at host and port
 */
export async function startSandbox({
  world,
  port = 0,
  host = '127.0.0.1',
  services = [],
  throttles = true,
}: SandboxOptions): Promise<Sandbox> {
  const requests: RequestRecord[] = [];
  const clock = throttles ? Date.now : leapingClock();
  const loadService = serviceLoader(services);
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (incoming, outgoing) => {
    void respond({ world, services, requests, loadService, clock }, incoming, outgoing);
  });
  await listening(server, port, host);
  return {
    url: urlOf(server, host),
    credentials: { accessKeyId: accessKeyIdOf(world.accounts[0].id, 'AKIA'), secretAccessKey: 'sandbox' },
    requests,
    close: () => closed(server),
  };
}

/** The state of a running sandbox. */
interface State {
  readonly world: World;
  readonly services: readonly PackService[];
  readonly requests: RequestRecord[];
  readonly loadService: LoadService;
  readonly clock: () => number;
}

/** A clock by which a second passes between two requests, so that none of them comes too fast. */
function leapingClock(): () => number {
  let time = Date.now();
  return () => (time += 1000);
}

async function respond(
  { world, services, requests, loadService, clock }: State,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const { response, record } = await answer({ world, services }, await wireRequest(incoming), clock(), loadService);
    requests.push(record);
    const length = { 'content-length': Buffer.byteLength(response.body) };
    outgoing.writeHead(response.status, { ...response.headers, ...length }).end(response.body);
  } catch (error) {
    // A world that does not fit AWS's shapes, or a client that went away: this request is lost, the server is not.
    outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(`the sandbox failed: ${String(error)}`);
  }
}

async function wireRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: await text(incoming),
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
