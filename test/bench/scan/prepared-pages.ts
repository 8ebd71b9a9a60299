import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fetchPage } from './page.js';
import type { Page, PageRequest } from './page.js';
import { openPageStore } from './page-store.js';

/** A server that answers from disk what it was asked before. */
export interface PreparedPages {
  readonly url: string;
  /** Where it gets a page that it does not have. */
  prepareFrom(url: string): void;
  /** From now on, each answer takes so long. */
  delayBy(ms: number): void;
  /** Each request that was answered. */
  readonly requests: () => readonly PageRequest[];
}

/** Longer than the server is ever busy: a connection that it closes meanwhile would make clients repeat requests. */
const KEEP_ALIVE_MS = 120_000;

/** Starts a server whose answers are kept as bytes: from the second time on they cost next to nothing. */
export async function startPreparedPages(): Promise<PreparedPages> {
  const store = await openPageStore();
  let [source, latencyMs] = ['', 0];

  const pageOf = async (request: PageRequest): Promise<Page> => {
    const known = store.read(request);
    if (known !== undefined) return known;
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
      .catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    prepareFrom: (url) => (source = url),
    delayBy: (ms) => (latencyMs = ms),
    requests: store.requests,
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
