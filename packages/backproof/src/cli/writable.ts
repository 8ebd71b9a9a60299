import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './usage-error.js';

/** Standard output as the place for a file. */
export const STDOUT = '-';

/** Finds out before a long scan that its results could not be written. @throws UsageError if they could not */
export async function checkWritable(paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths) {
    if (path === undefined || path === STDOUT) continue;
    const folder = dirname(path);
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) throw new UsageError(`cannot write ${path}: it is a folder. Name a file.`);
    await access(folder, constants.W_OK).catch(() => {
      throw new UsageError(
        `cannot write ${path}: the folder ${folder} does not exist or is read-only. Create it first.`,
      );
    });
  }
}
