import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startSandbox } from '@backproof/sandbox';
import type { World } from '@backproof/sandbox';

/** What AWS answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A clean answer, and the operation that it is one of. */
export interface Recorded {
  readonly operation: string;
  readonly answer: Answer;
}

/** A request as faults know it. */
export interface Asked {
  /** `ec2:DescribeVolumes`, by the name that the service signs with. */
  readonly operation: string;
  /** The number of requests of this operation before, since the fault began. */
  readonly before: number;
  /** The answer without a fault. */
  readonly clean: Answer;
}

/** What happens instead of the clean answer. */
export type Happening =
  | { readonly kind: 'answer'; readonly answer: Answer }
  /** Nothing comes: no answer, or the first byte of it and then no other. */
  | { readonly kind: 'silence'; readonly after?: Answer }
  /** The connection ends: at once, or in the middle of the answer. */
  | { readonly kind: 'reset'; readonly after?: Answer };

/** What goes wrong with the requests of one operation. */
export type Misfortune = (asked: Asked) => Happening | undefined;

/** An AWS that answers from a world, and wrongly where it is told to. */
export interface FaultyAws {
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The operations that were asked for, in order, since the last fault began. */
  readonly asked: () => readonly string[];
  /** All clean answers that were given. */
  readonly recorded: () => Promise<readonly Recorded[]>;
  /** From now on, `misfortune` decides about the requests of these operations. Absent: of none. */
  readonly strike: (operations?: readonly string[], misfortune?: Misfortune) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts it. A clean answer is made once and kept: the world does not change.
 *
 * @param during - does the work of answering a request
 */
export async function startFaultyAws(
  world: World,
  during: (work: () => Promise<void>) => Promise<void>,
): Promise<FaultyAws> {
  const sandbox = await startSandbox({ world, throttles: false });
  const clean = new Map<string, Promise<Recorded>>();
  let [struck, misfortune, asked]: [readonly string[], Misfortune | undefined, string[]] = [[], undefined, []];
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other, so that the sandbox's last request is this one. */
  const askSandbox = (incoming: IncomingMessage, body: string) => {
    const mine = last.then(async () => {
      const { method = 'GET', url = '/', headers } = incoming;
      const sent = Object.entries(headers).filter(([name]) => !NOT_FORWARDED.has(name));
      const response = await fetch(`${sandbox.url}${url}`, {
        method,
        headers: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])),
        ...(method !== 'GET' && { body }),
      });
      const { service = '', operation = '' } = sandbox.requests.at(-1) ?? {};
      const answer = {
        status: response.status,
        headers: Object.fromEntries([...response.headers].filter(([name]) => !NOT_FORWARDED.has(name))),
        body: await response.text(),
      };
      return { operation: `${service}:${operation}`, answer };
    });
    last = mine;
    return mine;
  };

  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await text(incoming);
    const { method = '', url = '', headers } = incoming;
    const signedFor = /Credential=[^/]+\/\d+\/[^/]+\/[^/]+/.exec(headers.authorization ?? '')?.[0] ?? '';
    const key = [method, url, signedFor.replace(/\/\d+\//, '/'), headers['x-amz-target'], body].join('\n');
    const known = clean.get(key) ?? askSandbox(incoming, body);
    clean.set(key, known);
    const { operation, answer } = await known;
    const before = asked.filter((each) => each === operation).length;
    asked.push(operation);
    const happening = struck.includes(operation) ? misfortune?.({ operation, before, clean: answer }) : undefined;
    happen(happening ?? { kind: 'answer', answer }, outgoing);
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    during(() => respond(incoming, outgoing)).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`,
    credentials: sandbox.credentials,
    asked: () => asked,
    recorded: () => Promise.all(clean.values()),
    strike: (operations = [], by) => {
      [struck, misfortune, asked] = [operations, by, []];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}

/** Headers of one connection, or of one length. */
const NOT_FORWARDED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'date',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

function happen(happening: Happening, outgoing: ServerResponse): void {
  // The clock of this realm may be a virtual one: AWS's is the same.
  const date = new Date(Date.now()).toUTCString();
  if (happening.kind === 'answer') {
    const { status, headers, body } = happening.answer;
    outgoing.writeHead(status, { date, ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
    return;
  }
  const { after } = happening;
  if (after !== undefined) {
    const length = { 'content-length': Buffer.byteLength(after.body) };
    outgoing.writeHead(after.status, { date, ...after.headers, ...length }).write(after.body.slice(0, 1));
  }
  if (happening.kind === 'reset') outgoing.destroy();
}
