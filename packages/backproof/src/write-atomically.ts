import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

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
