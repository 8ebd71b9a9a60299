import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** The packages that a file imports when it is loaded, by itself and by the files that it imports. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const packages = new Set<string>();
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm)) {
    if (!name.startsWith('.')) packages.add(name);
    const path = join(file, '..', name.replace(/\.js$/, '.ts'));
    if (name.startsWith('.') && !seen.has(path)) for (const each of packagesOf(path, seen)) packages.add(each);
  }
  return packages;
}

it('the declarations of all services are there without a package of the SDK', () => {
  const packages = packagesOf(join(import.meta.dirname, '../index.ts'));
  expect([...packages].sort()).toContain('@backproof/core');
  expect([...packages].filter((name) => name.startsWith('@aws-sdk/') || name.startsWith('@smithy/'))).toEqual([]);
});
