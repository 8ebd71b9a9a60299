import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Package } from '@arethetypeswrong/core';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The parts of a package's manifest that are read here. */
interface PackageManifest extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

/** A package as `npm publish` would send it. */
export interface Packed {
  readonly manifest: PackageManifest;
  /** The path of its folder in the repository, such as `reports/csv`. */
  readonly folder: string;
  readonly tarball: Buffer;
  readonly contents: Package;
  /** The paths of its files, from the root of the package. */
  readonly files: readonly string[];
}

/** Packs every package that is published into a folder. They have to be built. */
export async function packInto(folder: string): Promise<readonly Packed[]> {
  const published = (await workspaces()).filter(({ manifest }) => manifest.private !== true);
  const names = published.flatMap(({ manifest }) => ['--workspace', manifest.name]);
  await run('npm', ['pack', ...names, '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: ROOT });
  return Promise.all(published.map(async (workspace) => ({ ...workspace, ...(await packed(folder, workspace)) })));
}

type Workspace = Pick<Packed, 'manifest' | 'folder'>;

async function workspaces(): Promise<readonly Workspace[]> {
  const folders = await Promise.all(
    ['packages', 'rules', 'reports'].map(async (group) =>
      (await readdir(join(ROOT, group))).map((name) => join(group, name)),
    ),
  );
  return Promise.all(
    folders.flat().map(async (folder) => {
      const text = await readFile(join(ROOT, folder, 'package.json'), 'utf8');
      return { folder, manifest: JSON.parse(text) as PackageManifest };
    }),
  );
}

async function packed(folder: string, { manifest: { name, version } }: Workspace) {
  const tarball = await readFile(join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`));
  const contents = createPackageFromTarballData(tarball);
  const root = `/node_modules/${name}/`;
  return { tarball, contents, files: contents.listFiles().map((path) => path.slice(root.length)) };
}
