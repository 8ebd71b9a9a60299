import { collect, resolveScopes } from '@backproof/aws';
import { RULES } from 'backproof';
import { neededPopulations } from '@backproof/core';
import { answerWith } from '../child.js';
import { ACCOUNT_IDS, REGIONS } from './estate/scopes.js';
import { estate } from './estate/estate.js';
import type { EstateSize } from './estate/estate.js';
import { fewestCalls } from './fewest-calls.js';
import { startPreparedSandbox } from './prepared-pages.js';
import type { PageRequest } from './page.js';

/** Where the estate is served, and what it holds. */
export interface Served {
  readonly request: {
    readonly endpointUrl: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
    readonly regions: readonly string[];
    readonly roleArns: readonly string[];
  };
  readonly takenAt: number;
  readonly fewestCalls: number;
  /** All pages that a scan asks for. */
  readonly pages: readonly PageRequest[];
}

/** Serves an estate; a first scan prepares the pages. */
answerWith(async (size: EstateSize): Promise<Served> => {
  const world = estate(size);
  const sandbox = await startPreparedSandbox(world);
  const request = {
    endpointUrl: sandbox.url,
    credentials: sandbox.credentials,
    regions: REGIONS,
    roleArns: ACCOUNT_IDS.map((id) => `arn:aws:iam::${id}:role/backproof`),
  };
  const populations = neededPopulations(RULES);
  await collect({ scopes: await resolveScopes(request), populations, takenAt: world.now });
  return { request, takenAt: world.now, fewestCalls: fewestCalls(world), pages: sandbox.requests() };
});
