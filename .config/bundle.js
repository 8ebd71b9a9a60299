// Makes a file of each entry of the package in the current folder: `node ../../.config/bundle.js src/index.ts`. Finding and
// opening a hundred small files takes Node longer than to run them (docs/decisions/0011-a-command-loads-what-it-needs.md).
import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT = 'dist';

for (const name of await readdir(OUT, { recursive: true })) {
  if (/\.js(\.map)?$/.test(name)) await rm(`${OUT}/${name}`);
}
await build({
  entryPoints: process.argv.slice(2),
  outdir: OUT,
  // All files lie flat: a path from a source at the top of `src`, such as to the package's README, holds from them too.
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  // What is imported when it is called stays a file of its own.
  splitting: true,
  // Other packages stay what they are: whoever imports core, such as a pack of rules, gets the one that we use.
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});

// npm packs the license of the package's folder only; git knows one, that of the repository.
await copyFile(join(import.meta.dirname, '../LICENSE'), 'LICENSE');
