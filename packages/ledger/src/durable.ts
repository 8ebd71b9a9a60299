import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Returns whether a name is that of a file that is being written: readers of Hive tables ignore such names. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.');
}

/** Puts a file in place, with the folders above it: whole and on the disk, or not at all. */
export async function putFile(path: string, bytes: Uint8Array): Promise<void> {
  await place(path, bytes, rename);
}

/**
 * Puts a file in place if there is none: of all that try at once, one succeeds. Like `putFile` in all else.
 *
 * @returns whether it was put in place
 */
export async function putNewFile(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await place(path, bytes, link);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Returns whether an error of the file system has this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

async function place(
  path: string,
  bytes: Uint8Array,
  move: (from: string, to: string) => Promise<void>,
): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  await makeFolder(folder);
  try {
    await writeToDisk(temporary, bytes);
    await move(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(folder);
}

async function writeToDisk(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder and those above it, each of them lasting. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  for (let made = resolve(path); made.length >= resolve(first).length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** A name in a folder lasts once the folder is on the disk. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
