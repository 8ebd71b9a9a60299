import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hasCode, isTemporary } from './durable.js';
import { LedgerError } from './ledger-error.js';
import { MANIFESTS } from './layout.js';

/** The files in a ledger's own folders, by their paths from the ledger's, with slashes and in their order. */
export async function allFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await namesIn(folder)) {
    if (name !== MANIFESTS && !name.startsWith('kind=')) continue;
    if (!(await stat(join(folder, name))).isDirectory()) {
      found.push(name);
      continue;
    }
    for (const entry of await readdir(join(folder, name), { recursive: true, withFileTypes: true })) {
      const path = relative(folder, join(entry.parentPath, entry.name));
      if (!entry.isDirectory()) found.push(path.split(sep).join('/'));
    }
  }
  return found.sort();
}

/** Returns whether a file is being written, or was when its writer was stopped. */
export function isTemporaryFile(path: string): boolean {
  return isTemporary(path.slice(path.lastIndexOf('/') + 1));
}

/** The names in a folder; none if there is no such folder. @throws LedgerError if it is a file */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    if (hasCode(error, 'ENOTDIR')) throw new LedgerError(`${folder} is not a folder. Name the folder of a ledger.`);
    throw error;
  }
}
