import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { startSandbox } from '@backproof/sandbox';
import type { World } from '@backproof/sandbox';
import { fetchPage } from './page.js';
import type { Page, PageRequest } from './page.js';

/** A server that answers from memory what it was asked before. */
export interface PreparedSandbox {
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Each request that was answered. */
  readonly requests: () => readonly PageRequest[];
}

/** Longer than the sandbox is ever busy: a connection that it closes meanwhile would make clients repeat requests. */
const KEEP_ALIVE_MS = 120_000;

/** Starts a sandbox whose answers are kept as bytes: from the second time on they cost next to nothing. */
export async function startPreparedSandbox(world: World): Promise<PreparedSandbox> {
  const sandbox = await startSandbox({ world });
  const pages = new Map<string, { readonly request: PageRequest; readonly page: Page }>();

  const pageOf = async (request: PageRequest): Promise<Page> => {
    const key = [request.method, request.path, ...Object.values(request.headers), request.body].join('\n');
    const known = pages.get(key);
    if (known !== undefined) return known.page;
    const page = await fetchPage(sandbox.url, request);
    pages.set(key, { request, page });
    return page;
  };
  const server = createServer((incoming, outgoing) => {
    text(incoming)
      .then((body) => pageOf(pageRequest(incoming, body)))
      .then(({ status, contentType, bytes }) => {
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
    credentials: sandbox.credentials,
    requests: () => [...pages.values()].map(({ request }) => request),
  };
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
