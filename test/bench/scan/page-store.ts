import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, PageRequest } from './page.js';

/** Pages in a file, as those of a large estate do not fit into memory, by the request that each answers. */
export interface PageStore {
  readonly read: (request: PageRequest) => Promise<Page> | undefined;
  readonly write: (request: PageRequest, page: Page) => Promise<void>;
  /** Each request that has a page. */
  readonly requests: () => readonly PageRequest[];
}

interface Entry extends Omit<Page, 'bytes'> {
  readonly request: PageRequest;
  readonly at: number;
  readonly length: number;
}

/** Makes a store in a temporary file, which is gone with the process. */
export async function openPageStore(): Promise<PageStore> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-bench-'));
  const file = await open(join(folder, 'pages'), 'w+');
  // An open file without a name takes its space until it is closed.
  await rm(folder, { recursive: true });
  const entries = new Map<string, Entry>();
  let end = 0;
  const bytesOf = async ({ at, length }: Entry): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(length);
    await file.read(bytes, 0, length, at);
    return bytes;
  };
  return {
    read: (request) => {
      const entry = entries.get(keyOf(request));
      return entry && bytesOf(entry).then((bytes) => ({ ...entry, bytes }));
    },
    write: async (request, { status, contentType, bytes }) => {
      const entry = { request, status, contentType, at: end, length: bytes.length };
      end += bytes.length;
      await file.write(bytes, 0, bytes.length, entry.at);
      entries.set(keyOf(request), entry);
    },
    requests: () => [...entries.values()].map(({ request }) => request),
  };
}

function keyOf({ method, path, headers, body }: PageRequest): string {
  return [method, path, ...Object.values(headers), body].join('\n');
}
