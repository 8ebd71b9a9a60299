import { request } from 'node:http';
import type { Agent } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it is told apart from others: without its signature. */
export interface PageRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a service answered. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Fetches a page with plain `http`; without an agent, on a connection of its own. */
export async function fetchPage(url: string, asked: PageRequest, agent?: Agent): Promise<Page> {
  const { method, path, headers, body } = asked;
  return new Promise((resolve, reject) => {
    request(new URL(path, url), { method, headers, agent: agent ?? false }, (response) => {
      const { statusCode = 0, headers } = response;
      buffer(response)
        .then((bytes) => {
          resolve({ status: statusCode, contentType: headers['content-type'] ?? '', bytes });
        })
        .catch(reject);
    })
      .on('error', reject)
      .end(body);
  });
}
