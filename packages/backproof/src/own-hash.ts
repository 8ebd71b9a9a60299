import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isRecord } from './is-record.js';

/**
 * SHA-256 of the code of this tool as it is installed: of a line for each JavaScript file of Backproof's own packages,
 * with the file's SHA-256, two spaces and `package/file`, in the order of the lines' names. Packages of others are not
 * part of it.
 *
 * @throws if a file cannot be read
 */
export async function ownHash(): Promise<string> {
  const folders = [{ name: 'backproof', folder: join(import.meta.dirname, '../dist') }, ...ownPackages()];
  const files: { readonly name: string; readonly path: string }[] = [];
  for (const { name, folder } of folders) {
    for (const file of await readdir(folder)) {
      if (file.endsWith('.js')) files.push({ name: `${name}/${file}`, path: join(folder, file) });
    }
  }
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  const whole = createHash('sha256');
  for (const { name, path } of files) {
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    whole.update(`${sha256}  ${name}\n`);
  }
  return whole.digest('hex');
}

/** The folders of the code of Backproof's other packages. */
function ownPackages(): readonly { readonly name: string; readonly folder: string }[] {
  const require = createRequire(import.meta.url);
  const manifest: unknown = require('../package.json');
  const dependencies = isRecord(manifest) && isRecord(manifest.dependencies) ? manifest.dependencies : {};
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@backproof/'));
  return names.map((name) => ({ name, folder: dirname(require.resolve(name)) }));
}
