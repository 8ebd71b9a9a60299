import type { InventoryRecords } from '@backproof/core';
import { expect } from '@jest/globals';
import nock from 'nock';
import type { ServiceClients, ServiceName } from '../clients.js';
import type { Collector, Page, PageKind, PageRecords, Reading, ReadingContext } from '../collector.js';
import { forEachItemWith } from '../read-items.js';
import { translatedWith } from '../translated.js';

/** The scope of all collectors' tests. */
export const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

/** What a real client needs so that nock can answer it: no retries, and keys that nobody checks. */
export const clientConfig = {
  region: scope.region,
  maxAttempts: 1,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
};

/** Reads what a collector's readings give, in their order; `before` is what other collectors found. */
export async function* readPages<Service extends ServiceName>(
  collector: Collector<Service>,
  client: ServiceClients[Service],
  before: PageRecords = {},
  more: Partial<Pick<ReadingContext<unknown>, 'aggregator' | 'recorded' | 'translated'>> = {},
): AsyncIterable<Page> {
  const pages: Page[] = [before];
  const { signal } = new AbortController();
  const context: ReadingContext<ServiceClients[Service]> = {
    scope,
    takenAt: Date.parse('2026-11-22T12:00:00Z'),
    client,
    signal,
    found: (kind) => pages.flatMap((page) => recordsOf(page, kind)),
    forEachItem: forEachItemWith(5, rethrow, signal),
    translated: translatedWith(rethrow),
    ...more,
  };
  for (const reading of collector.readings) {
    for await (const page of read(reading, context)) {
      pages.push(page);
      yield page;
    }
  }
}

/** All pages of a collector that are read without an error. */
export async function pagesOf<Service extends ServiceName>(
  ...what: Parameters<typeof readPages<Service>>
): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readPages(...what)) pages.push(page);
  return pages;
}

function read<Client>(reading: Reading<Client>, context: ReadingContext<Client>): AsyncIterable<Page> {
  if ('read' in reading) return reading.read(context);
  throw new Error('only readings of a whole scope are tested here');
}

function recordsOf<K extends PageKind>(page: PageRecords, kind: K): readonly InventoryRecords[K][] {
  return page[kind] ?? [];
}

function rethrow(error: unknown): never {
  throw error;
}

/**
 * Lets a service that speaks awsJson give this answer, once, to a call with exactly this input.
 *
 * @param target - as the header names it: `AWSSimbaAPIService_v20180301.DescribeBackups`
 */
export function answerOnce(
  service: string,
  target: string,
  input: nock.DataMatcherMap,
  answer: object,
  status = 200,
): void {
  nock(`https://${service}.${scope.region}.amazonaws.com`, { reqheaders: { 'x-amz-target': target } })
    .post('/', input)
    .reply(status, answer);
}

/** Every answer was asked for: no call was left out. */
export function expectAllAsked(): void {
  const unasked = nock.pendingMocks();
  nock.cleanAll();
  expect(unasked).toEqual([]);
}
