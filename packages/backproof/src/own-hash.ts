import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord } from './is-record.js';

/** The code of a package. */
interface Code {
  readonly name: string;
  readonly folder: string;
  /** The extension of its files. */
  readonly extension: string;
}

/** This module: in the bundle of a release one of its parts, which unlike packages are `.mjs`. */
const HERE = fileURLToPath(import.meta.url);

/**
 * SHA-256 of the code of this tool as it is installed: of a line for each JavaScript file of Backproof's own packages,
 * with the file's SHA-256, two spaces and `package/file`, in the order of the lines' names. Packages of others are not
 * part of it. In the bundle of a release, which holds all of them, the lines are those of its files: `backproof/file`.
 *
 * @throws if a file cannot be read
 */
export async function ownHash(): Promise<string> {
  const files: { readonly name: string; readonly path: string }[] = [];
  for (const { name, folder, extension } of ownCode()) {
    for (const file of await readdir(folder)) {
      if (extname(file) === extension) files.push({ name: `${name}/${file}`, path: join(folder, file) });
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

function ownCode(): readonly Code[] {
  const own = dirname(HERE);
  if (extname(HERE) === '.mjs') return [{ name: 'backproof', folder: own, extension: '.mjs' }];
  const folders = [{ name: 'backproof', folder: join(own, '../dist') }, ...otherPackages()];
  return folders.map((each) => ({ ...each, extension: '.js' }));
}

/** The folders of the code of Backproof's other packages. */
function otherPackages(): readonly { readonly name: string; readonly folder: string }[] {
  const { resolve } = createRequire(import.meta.url);
  const manifest: unknown = createRequire(import.meta.url)('../package.json');
  const dependencies = isRecord(manifest) && isRecord(manifest.dependencies) ? manifest.dependencies : {};
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@backproof/'));
  return names.map((name) => ({ name, folder: dirname(resolve(name)) }));
}
