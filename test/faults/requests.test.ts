import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { format } from 'prettier';
import { FAULTS, REQUEST_FAULTS } from './faults.js';
import { reliabilityPage } from './reliability.js';
import type { Tried } from './reliability.js';
import { ALL, tryFaults } from './try-faults.js';

/** The page is of one run: then the answers are tried here too. */
const writes = ALL && process.env.UPDATE_GOLDEN !== undefined;
const tried: Tried[] = [];

tryFaults(writes ? FAULTS : REQUEST_FAULTS, tried);

it('docs/reliability.md tells of every fault', async () => {
  const page = new URL('../../docs/reliability.md', import.meta.url);
  if (writes) await writeFile(page, await format(reliabilityPage(tried), { parser: 'markdown', printWidth: 120 }));
  const text = await readFile(page, 'utf8');
  expect(FAULTS.filter(({ title }) => !text.includes(`| ${title} `))).toEqual([]);
});
