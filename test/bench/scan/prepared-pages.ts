import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fetchPage } from './page.js';
import type { Page, PageRequest } from './page.js';
import type { PageAccess } from './page-store.js';

/** A server that answers from disk what it was asked before. */
export interface PreparedPages {
  readonly url: string;
  /** Where it gets a page that it does not have. */
  prepareFrom(url: string): void;
  /** From now on, each answer takes so long. */
  delayBy(ms: number): void;
  /** From now on, a page that it does not have is an error. */
  noneMissing(): void;
  /** The most connections that were open at once since pages are not missing. */
  mostSockets(): number;
}

/** Longer than the server is ever busy: a connection that it closes meanwhile would make clients repeat requests. */
const KEEP_ALIVE_MS = 120_000;

/** Starts a server whose answers are kept as bytes: from the second time on they cost next to nothing. */
export async function startPreparedPages(store: PageAccess): Promise<PreparedPages> {
  let [source, latencyMs, sockets, mostSockets] = ['', 0, 0, 0];
  let isWhole = false;

  const pageOf = async (request: PageRequest): Promise<Page> => {
    const known = store.read(request);
    if (known !== undefined) return known;
    if (isWhole && !isOfSts(request)) throw new Error(`a page was not prepared: ${JSON.stringify(request)}`);
    const page = await fetchPage(source, request);
    // The credentials of a role expire: they are made anew each time.
    if (!isOfSts(request)) await store.write(request, page);
    return page;
  };
  const server = createServer((incoming, outgoing) => {
    text(incoming)
      .then((body) => Promise.all([pageOf(pageRequest(incoming, body)), latencyMs > 0 && setTimeout(latencyMs)]))
      .then(([{ status, contentType, bytes }]) => {
        outgoing.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length }).end(bytes);
      })
      .catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        outgoing.destroy();
      });
  });
  server.on('connection', (socket) => {
    sockets++;
    mostSockets = Math.max(mostSockets, sockets);
    socket.once('close', () => sockets--);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    prepareFrom: (url) => (source = url),
    delayBy: (ms) => (latencyMs = ms),
    noneMissing: () => {
      isWhole = true;
      mostSockets = sockets;
    },
    mostSockets: () => mostSockets,
  };
}

function isOfSts({ headers }: PageRequest): boolean {
  return headers.authorization?.includes('/sts/') === true;
}

function pageRequest({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): PageRequest {
  const { authorization = '', 'x-amz-target': target, 'content-type': contentType } = headers;
  return {
    method,
    path: url,
    headers: {
      // The credential says who asks which service in which Region; the rest of the signature differs every time.
      authorization: /^.*Credential=[^,]+/.exec(authorization)?.[0] ?? '',
      ...(typeof target === 'string' && { 'x-amz-target': target }),
      ...(contentType !== undefined && { 'content-type': contentType }),
    },
    body,
  };
}
