import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, PageRequest } from './page.js';

/** Pages in a file, as those of a large estate do not fit into memory, by the request that each answers. */
export interface PageAccess {
  readonly read: (request: PageRequest) => Promise<Page> | undefined;
  readonly write: (request: PageRequest, page: Page) => Promise<void>;
}

/** Pages, and what is known of all of them. */
export interface PageStore<About> extends PageAccess {
  /** Each request that has a page. */
  readonly requests: () => readonly PageRequest[];
  /** What was said of the pages when they were kept; undefined: they are yet to be prepared. */
  readonly about: About | undefined;
  /** Keeps the pages for the next time, if there is a folder for them. */
  readonly keep: (about: About) => Promise<void>;
}

interface Entry extends Omit<Page, 'bytes'> {
  readonly request: PageRequest;
  readonly at: number;
  readonly length: number;
}

interface Index<About> {
  readonly about: About;
  readonly entries: readonly Entry[];
}

/** Opens the store in a folder; without one, in a temporary file, which is gone with the process. */
export async function openPageStore<About>(kept: string | undefined): Promise<PageStore<About>> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'backproof-bench-')));
  await mkdir(folder, { recursive: true });
  const indexFile = join(folder, 'index.json');
  const index = await readIndex<About>(indexFile);
  const file = await open(join(folder, 'pages'), index === undefined ? 'w+' : 'r');
  // An open file without a name takes its space until it is closed.
  if (kept === undefined) await rm(folder, { recursive: true });
  const entries = new Map((index?.entries ?? []).map((entry) => [keyOf(entry.request), entry]));
  let end = 0;
  const bytesOf = async ({ at, length }: Entry): Promise<Buffer> => {
    const bytes = Buffer.allocUnsafe(length);
    await file.read(bytes, 0, length, at);
    return bytes;
  };
  return {
    about: index?.about,
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
    keep: async (about) => {
      if (kept === undefined) return;
      await writeFile(indexFile, JSON.stringify({ about, entries: [...entries.values()] } satisfies Index<About>));
    },
  };
}

async function readIndex<About>(file: string): Promise<Index<About> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Index<About>);
}

/** A request as it is asked on any day: its credential names the day that it was signed. */
function keyOf({ method, path, headers, body }: PageRequest): string {
  const asked = Object.values(headers).map((value) => value.replace(/\/\d{8}\//, '/'));
  return [method, path, ...asked, body].join('\n');
}
