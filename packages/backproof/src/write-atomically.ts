import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Lets `write` fill a temporary file beside `path`, then puts it in place. If anything fails, `path` is as it was. */
export async function writeAtomically(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Writes the pieces into a file one after the other, as fast as it takes them. */
export function writePieces(path: string, pieces: Iterable<string | Buffer>): Promise<void> {
  return pipeline(Readable.from(pieces), createWriteStream(path));
}
