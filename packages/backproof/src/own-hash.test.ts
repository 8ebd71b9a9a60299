import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ownHash } from './own-hash.js';

it('the hash of the tool is the one that its description gives', async () => {
  const root = join(import.meta.dirname, '../../..');
  const { dependencies } = JSON.parse(await readFile(join(root, 'packages/backproof/package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const names = ['backproof', ...Object.keys(dependencies).filter((name) => name.startsWith('@backproof/'))];
  const lines: [string, string][] = [];
  for (const name of names) {
    const dist = join(root, name === 'backproof' ? 'packages/backproof' : `node_modules/${name}`, 'dist');
    for (const file of (await readdir(dist)).filter((each) => each.endsWith('.js'))) {
      const sha256 = createHash('sha256')
        .update(await readFile(join(dist, file)))
        .digest('hex');
      lines.push([`${name}/${file}`, `${sha256}  ${name}/${file}\n`]);
    }
  }
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = createHash('sha256').update(lines.map(([, line]) => line).join(''));
  expect(lines.length).toBeGreaterThan(names.length);
  expect(await ownHash()).toBe(whole.digest('hex'));
});
