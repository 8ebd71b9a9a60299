import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Completes package-lock.json after `npm install`: npm leaves out optional packages for other platforms that the
 * registry at hand does not have, and `npm ci` then refuses the lockfile. They are listed without an address, so
 * that a machine of such a platform asks its own registry for the exact version.
 *
 * Usage: node .config/complete-lockfile.js
 */
const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8'));

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const CPU = {
  64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};
const LIBC = { gnu: ['glibc'], musl: ['musl'] };

const added = [];
for (const [path, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isListed(path, name)) continue;
    const words = name.split(/[/-]/);
    const os = words.flatMap((word) => OS[word] ?? []);
    const cpu = words.flatMap((word) => CPU[word] ?? []);
    if (os.length !== 1 || cpu.length !== 1) throw new Error(`cannot tell the platform of ${name}`);
    const libc = words.flatMap((word) => LIBC[word] ?? []);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(dev && { dev }),
      ...(libc.length > 0 && { libc }),
      optional: true,
      os,
    };
    added.push(`${name}@${version}`);
  }
}
const [[root, manifest], ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([[root, manifest], ...others.sort(([a], [b]) => (a < b ? -1 : 1))]);
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`listed ${added.length} packages for other platforms`);

/** Whether Node finds a package of this name from a package at this path. */
function isListed(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}
