import { collect, resolveScopes } from '@backproof/aws';
import { RULES } from 'backproof';
import { neededPopulations } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import { answerWith } from '../child.js';
import { emptyEstate, estateByAccount, resourceCount } from './estate/estate.js';
import type { EstateSize } from './estate/estate.js';
import { accountIdsOf, regionsOf } from './estate/scopes.js';
import { CALLS_TO_BEGIN, fewestCalls } from './fewest-calls.js';
import { startPreparedPages } from './prepared-pages.js';
import type { PageRequest } from './page.js';

/** The estate to serve, and how long each answer takes. */
export interface Serving {
  readonly size: EstateSize;
  readonly latencyMs: number;
}

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
  readonly expectedResources: number;
  /** All pages that a scan asks for. */
  readonly pages: readonly PageRequest[];
}

/** Serves an estate. A first scan, of one account after the other, prepares the pages. */
answerWith(async ({ size, latencyMs }: Serving): Promise<Served> => {
  const empty = await startSandbox({ world: emptyEstate(size) });
  const pages = await startPreparedPages();
  const request = {
    endpointUrl: pages.url,
    credentials: empty.credentials,
    regions: regionsOf(size.regions),
    roleArns: accountIdsOf(size.accounts).map(roleArn),
  };
  const takenAt = emptyEstate(size).now;
  const populations = neededPopulations(RULES.filter(({ recommended }) => recommended));
  let fewest = CALLS_TO_BEGIN;
  for (const world of estateByAccount(size)) {
    const sandbox = await startSandbox({ world });
    pages.prepareFrom(sandbox.url);
    const scopes = await resolveScopes({ ...request, roleArns: [roleArn(world.accountId)] });
    await collect({ scopes, populations, takenAt });
    fewest += fewestCalls(world);
    await sandbox.close();
  }
  pages.prepareFrom(empty.url);
  pages.delayBy(latencyMs);
  return { request, takenAt, fewestCalls: fewest, expectedResources: resourceCount(size), pages: pages.requests() };
});

function roleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/backproof`;
}
