import { expect } from '@jest/globals';
import { createCallLog } from '../call-log.js';
import { recordsOf } from '../findings.js';
import nock from '../nock.fixture.js';
import { openService } from '../open-service.js';
import type { OpenService } from '../open-service.js';
import type { Page, PageRecords } from '../page.js';
import { forEachItemWith } from '../read-items.js';
import type { CalledService } from '../called-service.js';
import type { Reading, ReadingContext, ReadScope } from '../reading.js';
import type { Service } from '../service.js';
import { translatedWith } from '../translated.js';

/** The scope of all readings' tests. */
export const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

/** What a real client needs so that nock can answer it: no retries, and keys that nobody checks. */
export const clientConfig = {
  region: scope.region,
  credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
};

/** Opens a service with its real client. */
export function opened(service: CalledService, attempts = 1): OpenService {
  const { signal } = new AbortController();
  return openService(service, { connection: clientConfig, log: createCallLog(), signal, limits: { attempts } });
}

/** The readings of a test. */
interface Asked extends Partial<Pick<ReadingContext, 'aggregator' | 'recorded' | 'translated'>> {
  /** What other services found. */
  readonly before?: PageRecords;
  readonly keysOfPoints?: readonly string[];
  /** Absent: all readings of the service, in their order. */
  readonly read?: ReadScope;
}

/** Reads what a service's readings give. */
export async function* readPages(
  service: Service,
  { before = {}, keysOfPoints = [], read, ...more }: Asked = {},
): AsyncIterable<Page> {
  const found: PageRecords[] = [before];
  const { signal } = new AbortController();
  const context: ReadingContext = {
    ...opened(service),
    scope,
    takenAt: Date.parse('2026-11-22T12:00:00Z'),
    signal,
    callsOf: (called) => opened(called),
    keysOfPoints: () => new Set(keysOfPoints),
    found: (kind) => found.flatMap((page) => recordsOf(kind, page)),
    forEachItem: forEachItemWith(5, rethrow, signal),
    translated: translatedWith(rethrow),
    ...more,
  };
  const readings = read === undefined ? service.readings.map(scopeReading) : [() => Promise.resolve(read)];
  for (const importReading of readings) {
    for await (const page of (await importReading())(context)) {
      found.push(page);
      yield page;
    }
  }
}

/** All pages of a service that are read without an error. */
export async function pagesOf(...what: Parameters<typeof readPages>): Promise<Page[]> {
  const pages: Page[] = [];
  for await (const page of readPages(...what)) pages.push(page);
  return pages;
}

function scopeReading(reading: Reading): () => Promise<ReadScope> {
  if ('read' in reading) return reading.read;
  throw new Error('only readings of a whole scope are tested here');
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
