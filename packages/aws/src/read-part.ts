import { defined } from '@backproof/core';
import type { Gap, Population } from '@backproof/core';
import type { Account } from './account.js';
import type { CallLog } from './call-log.js';
import { clockGaps } from './clock.js';
import type { Findings } from './findings.js';
import { GapList } from './gap-list.js';
import { toGap } from './gap.js';
import { isNotOffered } from './not-offered.js';
import type { Page, PopulationName } from './page.js';
import type { Progress } from './progress.js';
import { forEachItemWith } from './read-items.js';
import type { ReadingContext } from './reading.js';
import type { ReadingPart } from './reading-part.js';
import { AnswerError } from './required.js';
import type { ServiceCalls } from './service-calls.js';
import { REQUESTS_AT_ONCE } from './service.js';
import type { Service } from './service.js';
import { UnknownWords } from './unknown-words.js';
import { ItemError, translatedWith } from './translated.js';

/** The context that all readings of one scope share. */
export interface ReadingSession extends Pick<
  ReadingContext,
  'scope' | 'takenAt' | 'points' | 'signal' | 'aggregator' | 'recorded' | 'callsOf'
> {
  readonly log: CallLog;
  /** True if ages are counted from a moment of this machine's clock. */
  readonly usesClock: boolean;
  readonly account: Account;
  readonly findings: Findings;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Adds the pages of a part to the findings, and returns the completeness of its populations. An error ends the part;
 * earlier pages are kept.
 *
 * @throws the signal's reason if it is aborted
 */
export async function readPart(
  part: ReadingPart,
  { name: service, operations, requestsAtOnce = REQUESTS_AT_ONCE, someRegions }: Service,
  { call, pages }: ServiceCalls,
  session: ReadingSession,
): Promise<void> {
  const { scope, signal, log, account, findings, onProgress } = session;
  const [gaps, itemGaps] = [new GapList(), new GapList()];
  const addGap = (error: unknown, resources?: readonly string[]): void => {
    signal.throwIfAborted();
    const gap = toGap(
      error,
      log.operationOf(error) ?? account.log.operationOf(error) ?? `${service}:${operationIn(error)}`,
      operations,
    );
    if (error instanceof ItemError) {
      const { item, about } = error;
      itemGaps.addItem({ ...gap, item, ...(about !== undefined && { resources: [about] }) });
    } else gaps.addCall({ ...gap, ...defined({ resources }) });
  };
  const tallies = part.yields.map((name) => ({ name, count: 0 }));
  const words = new UnknownWords(service);
  let pagesRead = 0;
  try {
    const { found, keysOfPoints } = findings;
    const forEachItem = forEachItemWith(requestsAtOnce, addGap, signal);
    const translated = translatedWith(addGap);
    for await (const page of part.pages({
      ...session,
      call,
      pages,
      found,
      keysOfPoints,
      forEachItem,
      translated,
      unreadable: addGap,
    })) {
      signal.throwIfAborted();
      refuseUndeclared(page, part.yields);
      findings.addPage(page);
      words.addPage(page);
      pagesRead++;
      for (const tally of tallies) tally.count += findings.countIn(page, tally.name);
      onProgress({ type: 'pageRead', scope, service, kinds: part.yields.map(({ kind }) => kind) });
    }
  } catch (error) {
    // What is not offered holds nothing: the population is complete, without a page.
    const settings = findings.found('regionSettings');
    if (someRegions !== true || !isNotOffered(error, part.yields, settings)) addGap(error);
  }
  const nothing = tallies.every(({ count }) => count === 0);
  for (const { name, count } of tallies) {
    const ofItems = concernsItems(part.yields, name) ? itemGaps.all() : [];
    const ofClock = session.usesClock ? clockGaps(name.kind, log) : [];
    const allGaps = [...findings.gapsIn(part.restsOn, name.of), ...gaps.all(), ...ofItems, ...ofClock];
    const unknownWords = name === part.yields[0] ? words.all() : [];
    const createdAfter = name.kind === 'recoveryPoints' ? session.points?.createdAfter : undefined;
    const read = {
      ...name,
      scope,
      count,
      pages: pagesRead,
      ...(unknownWords.length > 0 && { unknownWords }),
      ...defined({ createdAfter }),
    };
    const population = toPopulation(read, nothing, allGaps);
    findings.addPopulation(population);
    onProgress({ type: 'populationRead', scope, population });
  }
}

/**
 * Returns true if an item that cannot be read may be missing in a population. Where resources are listed, the list's
 * other records are about the listed resources alone: an odd resource does not affect the evidence about the others.
 */
function concernsItems(yields: readonly PopulationName[], { kind }: PopulationName): boolean {
  return kind === 'resources' || !yields.some((each) => each.kind === 'resources');
}

function toPopulation(
  read: PopulationName & Pick<Population, 'scope' | 'count' | 'pages' | 'unknownWords' | 'createdAfter'>,
  nothing: boolean,
  [first, ...others]: readonly Gap[],
): Population {
  if (first === undefined) return { ...read, status: 'complete' };
  return { ...read, status: nothing ? 'unavailable' : 'partial', gaps: [first, ...others] };
}

/**
 * Refuses what counts in no population: its absence would not be noticed.
 *
 * @throws Error if a reading does not declare what it yields
 */
function refuseUndeclared(page: Page, yields: readonly PopulationName[]): void {
  const kinds = Object.keys(page).filter(
    (kind) => kind !== 'uncounted' && kind !== 'unknownWords' && !yields.some((each) => each.kind === kind),
  );
  const types = (page.resources ?? []).map(({ type }) => type).filter((type) => !yields.some(({ of }) => of === type));
  const [undeclared] = [...kinds, ...types];
  if (undeclared !== undefined) throw new Error(`a reading yields ${undeclared}, which it does not declare`);
}

function operationIn(error: unknown): string {
  return error instanceof AnswerError ? error.operation : 'unknown';
}
