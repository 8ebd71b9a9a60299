import { Readable } from 'node:stream';
import { AnswerError } from './required.js';

/**
 * Reads the body of an answer to its end. The SDK limits the time until an answer begins; a body that then comes byte by
 * byte would hold a scan for good.
 *
 * @throws Error named `TimeoutError`, which the SDK retries, if the body takes too long
 * @throws AnswerError if a good answer has no body: each of the operations that are called promises one
 */
export async function readWholeBody(response: unknown, operation: string, timeoutMs: number): Promise<void> {
  if (!isResponse(response)) return;
  const { body } = response;
  if (body instanceof Readable) response.body = await collected(body, timeoutMs);
  const isEmpty = response.body === undefined || (response.body instanceof Uint8Array && response.body.length === 0);
  if (isEmpty && response.statusCode >= 200 && response.statusCode < 300) {
    throw new AnswerError(operation, 'without a body');
  }
}

async function collected(body: Readable, timeoutMs: number): Promise<Uint8Array> {
  const late = Object.assign(new Error(`the answer was not complete within ${String(timeoutMs / 1000)} s`), {
    name: 'TimeoutError',
  });
  const timer = setTimeout(() => body.destroy(late), timeoutMs);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) if (chunk instanceof Uint8Array) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}

function isResponse(value: unknown): value is { readonly statusCode: number; body: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'body' in value &&
    'statusCode' in value &&
    typeof value.statusCode === 'number'
  );
}
