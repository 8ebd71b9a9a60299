import { randomUUID } from 'node:crypto';
import { open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes the content of a file into a stream, and ends it. */
export type Filling = (into: Writable) => Promise<void>;

/**
 * Puts a file in place: all of it or, if anything fails, nothing, and then the file is as it was. A new file is for its
 * owner alone, as it describes an estate; one that exists keeps its permissions. A device or a pipe is written through,
 * and never replaced.
 *
 * @throws the file system's error, or that of `fill`
 */
export async function writeOutput(path: string, fill: Filling): Promise<void> {
  const target = await targetOf(path);
  if (target.isStream) await fillNew(path, 'a', OWNER_ONLY, fill);
  else await replace(target.path, target.mode, fill);
}

/** Fills a file with pieces of text or bytes, one after the other, as fast as it takes them. */
export function pieces(of: Iterable<string | Buffer>): Filling {
  return (into) => pipeline(Readable.from(of), into);
}

type Target = { readonly isStream: true } | { readonly isStream: false; readonly path: string; readonly mode: number };

const OWNER_ONLY = 0o600;
const PERMISSIONS = 0o777;

/** Returns true if what is written to a path goes to a device or a pipe, which is never replaced. */
export async function isWrittenThrough(path: string): Promise<boolean> {
  return (await targetOf(path)).isStream;
}

/** A link stays a link: the file that it leads to is replaced. */
async function targetOf(path: string): Promise<Target> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return { isStream: false, path, mode: OWNER_ONLY };
  if (!found.isFile() || isStreamName(path)) return { isStream: true };
  return { isStream: false, path: await realpath(path), mode: found.mode & PERMISSIONS };
}

/** `/dev/stdout` may lead to a regular file, which somebody else has open. */
function isStreamName(path: string): boolean {
  const whole = resolve(path);
  return whole.startsWith('/dev/') || whole.startsWith('/proc/');
}

async function replace(path: string, mode: number, fill: Filling): Promise<void> {
  await sweep(path);
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${randomUUID()}${TEMPORARY_SUFFIX}`);
  try {
    await fillNew(temporary, 'wx', mode, fill);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fillNew(path: string, flags: 'a' | 'wx', mode: number, fill: Filling): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    // A file is on the disk before it takes the place of another one; a pipe has no disk.
    await fill(file.createWriteStream({ flush: flags === 'wx' }));
  } finally {
    await file.close();
  }
}

const TEMPORARY_SUFFIX = '.tmp';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** A writer that has written nothing for ten minutes was killed. */
const KILLED_AFTER_MS = 600_000;

/** Removes what killed writers of this file left behind. A leftover that cannot be removed does no harm. */
async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!isTemporary(name, temporaryPrefix(path))) continue;
    const left = join(folder, name);
    const changedAt = await stat(left).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - changedAt > KILLED_AFTER_MS) await rm(left, { force: true }).catch(() => undefined);
  }
}

function isTemporary(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix) || !name.endsWith(TEMPORARY_SUFFIX)) return false;
  return UUID.test(name.slice(prefix.length, -TEMPORARY_SUFFIX.length));
}
