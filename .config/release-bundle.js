// Makes the command as one folder that needs Node and nothing else, for machines without npm: `npm run release:bundle`.
// Writes release/backproof-VERSION.tgz, its SHA-256 and its bill of materials (CycloneDX).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { billOfMaterials, noticesOf, packagesIn } from './release-parts.js';

const ROOT = join(import.meta.dirname, '..');
const COMMAND = join(ROOT, 'packages/backproof');
const { version } = JSON.parse(await readFile(join(COMMAND, 'package.json'), 'utf8'));
const name = `backproof-${version}`;
const out = process.argv[2] ?? join(ROOT, 'release');
const folder = join(out, name);

/** Files that our code finds by their place: each becomes a file of the folder, or a part of the bundle. */
const placesInOneFolder = {
  name: 'places in one folder',
  setup({ onLoad }) {
    onLoad({ filter: /\/(packages|rules|reports)\/[^/]+\/dist\/[^/]+\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text
        // esbuild bundles the `require` that it sees, and runs it when it is called.
        .replace(/createRequire\(import\.meta\.url\)\((".+?")\)/g, 'require($1)')
        .replace(
          'new URL("../dist/judge-worker.js", import.meta.url)',
          'new URL("./judge-worker.mjs", import.meta.url)',
        )
        .replace('new URL("../README.md", ', `new URL("./rules/${basename(join(path, '../..'))}.md", `);
      const left = contents.match(/^.*import\.meta(?!\.url\),?;?$).*$/m)?.[0];
      if (left !== undefined) throw new Error(`${path} finds a file that is not in the bundle: ${left.trim()}`);
      return { contents };
    });
  },
};

await rm(folder, { recursive: true, force: true });
await mkdir(join(folder, 'rules'), { recursive: true });
const { metafile } = await build({
  entryPoints: {
    backproof: join(COMMAND, 'bin/backproof.js'),
    'judge-worker': join(COMMAND, 'dist/judge-worker.js'),
  },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'part-[hash]',
  bundle: true,
  splitting: true,
  // Whoever reads a stack sees the names; what is white space to Node is left out.
  minifyWhitespace: true,
  format: 'esm',
  platform: 'node',
  // As ES modules, the clients of the SDK can be imported by name when they are needed.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  // Packages that are not ES modules require those of Node.
  banner: {
    js: "import{createRequire as bundledRequire}from'node:module';const require=bundledRequire(import.meta.url);",
  },
  plugins: [placesInOneFolder],
  metafile: true,
  absWorkingDir: ROOT,
  logLevel: 'warning',
});

const pages = Object.keys(metafile.inputs).flatMap((path) => /^rules\/([^/]+)\/dist/.exec(path)?.[1] ?? []);
for (const id of new Set(pages))
  await copyFile(join(ROOT, 'rules', id, 'README.md'), join(folder, 'rules', `${id}.md`));
const packages = await packagesIn(metafile, ROOT);
await copyFile(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
await writeFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), await noticesOf(packages));
const materials = `${billOfMaterials(version, packages)}\n`;
await writeFile(join(out, `${name}.cdx.json`), materials);

// The same files give the same bytes: no owner, no time, one order.
const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '--mode=u=rwX,go=rX'];
const tarball = join(out, `${name}.tgz`);
execFileSync('tar', [...same, '-czf', tarball, '-C', dirname(folder), name]);
const hash = createHash('sha256')
  .update(await readFile(tarball))
  .digest('hex');
await writeFile(`${tarball}.sha256`, `${hash}  ${basename(tarball)}\n`);
process.stdout.write(`${tarball}\n`);
