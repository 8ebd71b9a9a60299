import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';

/** Calls a method of a browser, or of one of its pages by the session, and returns the result. */
export type DevtoolsCall = (method: string, params: object, session?: string) => Promise<Fields>;

/** An object of the protocol, whose fields have not been checked. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Starts a browser and drives it over two pipes, which nothing else on the machine can reach; then ends it.
 *
 * @param patienceMs how long the browser may run at most
 * @throws Error if it ends too early, or refuses a call
 * @source https://chromedevtools.github.io/devtools-protocol/
 */
export async function driveBrowser<Result>(
  program: string,
  args: readonly string[],
  patienceMs: number,
  drive: (call: DevtoolsCall) => Promise<Result>,
): Promise<Result> {
  const child = spawn(program, [...args, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  const closed = once(child, 'close').catch(() => undefined);
  const [, , , requests, replies] = child.stdio;
  if (!(requests instanceof Writable) || !(replies instanceof Readable)) throw new Error(`${program} did not start`);
  // Where the browser has ended, so have its replies, which says it better.
  requests.on('error', () => undefined);
  const received = messages(replies);
  let calls = 0;
  try {
    return await drive(async (method, params, sessionId) => {
      const id = ++calls;
      requests.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      for (;;) {
        const { value: message } = await received.next();
        if (message === undefined) throw new Error(`${program} ended before it answered ${method}`);
        if (message.id !== id) continue;
        if (isFields(message.result)) return message.result;
        throw new Error(`${program} refused ${method}: ${JSON.stringify(message.error)}`);
      }
    });
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
}

/** Each message ends with a zero byte. */
async function* messages(replies: Readable): AsyncGenerator<Fields, undefined> {
  let begun: string[] = [];
  for await (const chunk of replies.setEncoding('utf8')) {
    const [first = '', ...others] = String(chunk).split('\0');
    begun.push(first);
    for (const other of others) {
      const message: unknown = JSON.parse(begun.join(''));
      if (isFields(message)) yield message;
      begun = [other];
    }
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
