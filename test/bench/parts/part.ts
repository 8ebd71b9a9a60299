import { collect, resolveScopes } from '@backproof/aws';
import { RULES, saveInventory, SPOOL_MEMORY, withSpool } from 'backproof';
import { neededPopulations } from '@backproof/core';
import type { Shard } from '@backproof/core';
import { answerWith } from '../child.js';
import type { Served } from '../scan/server.js';

/** A part of the served estate, or all of it, and the file for it. */
export interface Part extends Pick<Served, 'request' | 'takenAt'> {
  readonly shard?: Shard | undefined;
  readonly out: string;
}

/** When a part was written. */
export interface Written {
  readonly writtenAt: number;
}

answerWith(async ({ request, takenAt, shard, out }: Part): Promise<Written> => {
  await withSpool(SPOOL_MEMORY, async (spool) => {
    const scopes = await resolveScopes({ ...request, shard });
    const populations = neededPopulations(RULES.filter(({ recommended }) => recommended));
    await saveInventory(out, await collect({ scopes, populations, takenAt, spool, shard }));
  });
  return { writtenAt: Date.now() };
});
