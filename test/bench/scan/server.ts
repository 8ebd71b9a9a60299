import { join } from 'node:path';
import { collect, resolveScopes } from '@backproof/aws';
import { RULES } from 'backproof';
import { neededPopulations } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import { answerWith } from '../child.js';
import type { ASK_WORK } from './ask-work.js';
import { emptyEstate, estateByAccount, resourceCount } from './estate/estate.js';
import type { EstateSize } from './estate/estate.js';
import { accountIdsOf, regionsOf } from './estate/scopes.js';
import { CALLS_TO_BEGIN, fewestCalls } from './fewest-calls.js';
import { openPageStore } from './page-store.js';
import { startPreparedPages } from './prepared-pages.js';
import { stopwatch } from '../stopwatch.js';
import type { PageRequest } from './page.js';

/** The estate to serve, and how long each answer takes. */
export interface Serving {
  readonly size: EstateSize;
  readonly latencyMs: number;
  /** The folder in which pages are kept. Absent: they are prepared anew. */
  readonly pages?: string | undefined;
}

/** What the server did so far, once its pages were prepared. */
export interface ServerWork {
  readonly cpuMs: number;
  readonly mostSockets: number;
}

/** What is known of the pages of an estate. */
interface About {
  readonly fewestCalls: number;
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

let work: (() => ServerWork) | undefined;

/** Serves an estate; asked for its work, it tells that. */
answerWith((question: Serving | typeof ASK_WORK): Promise<Served> | ServerWork => {
  if ('size' in question) return serve(question);
  return work?.() ?? { cpuMs: 0, mostSockets: 0 };
});

/** A first scan, of one account after the other, prepares the pages, unless they were kept. */
async function serve({ size, latencyMs, pages: folder }: Serving): Promise<Served> {
  const store = await openPageStore<About>(folder && join(folder, Object.values(size).join('-')));
  const empty = await startSandbox({ world: emptyEstate(size) });
  const pages = await startPreparedPages(store);
  const request = {
    endpointUrl: pages.url,
    credentials: empty.credentials,
    regions: regionsOf(size.regions),
    roleArns: accountIdsOf(size.accounts).map(roleArn),
  };
  const takenAt = emptyEstate(size).now;
  const prepare = async (): Promise<About> => {
    let fewest = CALLS_TO_BEGIN;
    for (const world of estateByAccount(size)) {
      const sandbox = await startSandbox({ world });
      pages.prepareFrom(sandbox.url);
      const scopes = await resolveScopes({ ...request, roleArns: [roleArn(world.accountId)] });
      await collect({ scopes, populations: POPULATIONS, takenAt });
      fewest += fewestCalls(world);
      await sandbox.close();
    }
    const about = { fewestCalls: fewest };
    await store.keep(about);
    return about;
  };
  const { fewestCalls: fewest } = store.about ?? (await prepare());
  pages.prepareFrom(empty.url);
  pages.noneMissing();
  pages.delayBy(latencyMs);
  const cost = stopwatch();
  work = () => ({ cpuMs: cost().cpuMs, mostSockets: pages.mostSockets() });
  return { request, takenAt, fewestCalls: fewest, expectedResources: resourceCount(size), pages: store.requests() };
}

const POPULATIONS = neededPopulations(RULES.filter(({ recommended }) => recommended));

function roleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/backproof`;
}
