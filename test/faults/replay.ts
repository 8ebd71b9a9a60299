import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An answer over HTTP, and what was asked. */
export interface Recorded {
  /** `backup:ListBackupPlans` */
  readonly operation: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An endpoint that gives the answers of another one, remembers them, and changes them on request. */
export interface Replay {
  readonly url: string;
  readonly recorded: () => Promise<readonly Recorded[]>;
  /** Answers, from now on, as this function says; without one as the other endpoint did. */
  readonly answerWith: (change: ((answer: Recorded) => string) | undefined) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts an endpoint in front of another one.
 *
 * @param lastOperation - names what the other endpoint was asked for last: it is asked one thing at a time
 */
export async function startReplay(target: string, lastOperation: () => string): Promise<Replay> {
  const known = new Map<string, Promise<Recorded>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<Recorded>): Promise<Recorded> => {
    const answer = last.then(run);
    last = answer;
    return answer;
  };
  let change: ((answer: Recorded) => string) | undefined;
  const ask = async (request: IncomingMessage, body: string): Promise<Recorded> => {
    const { method = 'GET', url = '/', headers } = request;
    const sent = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'host' && name !== 'connection' ? [[name, value] as const] : [],
    );
    const answer = await fetch(`${target}${url}`, {
      method,
      headers: Object.fromEntries(sent),
      ...(body !== '' && { body }),
    });
    const kept = [...answer.headers].filter(([name]) => name.startsWith('x-amz') || name === 'content-type');
    return {
      operation: lastOperation(),
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: await answer.text(),
    };
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void (async () => {
      const body = String(await buffer(request));
      const key = [request.method, request.url, request.headers['x-amz-target'], body].join('\n');
      const asked = known.get(key) ?? inTurn(() => ask(request, body));
      known.set(key, asked);
      const answer = await asked;
      const text = change === undefined ? answer.body : change(answer);
      response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(text) }).end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    recorded: () => Promise.all(known.values()),
    answerWith: (next) => {
      change = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      known.clear();
    },
  };
}
