import type { FurtherPoints, NativeSearch, PopulationKind } from '@backproof/core';
import type { Page, PageKind, PopulationName } from './page.js';
import type { ListAccount, LoadedReading, Reading, ReadingContext } from './reading.js';

/** The access of a part to AWS. */
export interface PartContext extends ReadingContext {
  /** Takes an error that leaves a gap, after which the part goes on. */
  readonly unreadable: (error: unknown) => void;
}

/** A reading, or its share of one vault or plan: the populations that it fills and where their pages come from. */
export interface ReadingPart {
  readonly yields: readonly PopulationName[];
  readonly pages: (context: PartContext) => AsyncIterable<Page>;
  /** The kinds that it rests on as a whole: what is missing of them is missing here. */
  readonly restsOn: readonly PageKind[];
}

/** The kinds that must be read before a reading can start. */
export function kindsBefore(reading: Reading | LoadedReading): readonly PopulationKind[] {
  const before = [...(reading.after ?? []), ...(reading.follows ?? [])];
  if ('forEachVault' in reading) return [...before, 'vaults'];
  if ('forEachPlan' in reading) return [...before, 'backupPlans'];
  return before;
}

/**
 * The parts that a reading reads after the kinds before it.
 *
 * @param shareOf - the share of the scope in a listing of its account
 * @param searches - the calls to search for
 * @param further - the vaults to read. Absent: all
 */
export function partsOf(
  reading: LoadedReading,
  found: ReadingContext['found'],
  shareOf: (list: ListAccount) => ReadingPart['pages'],
  searches: () => readonly NativeSearch[],
  further?: FurtherPoints,
): readonly ReadingPart[] {
  if ('listAccount' in reading) return [{ yields: reading.yields, pages: shareOf(reading.listAccount), restsOn: [] }];
  if ('read' in reading) return [{ yields: reading.yields, pages: reading.read, restsOn: reading.after ?? [] }];
  if ('forEachVault' in reading) {
    const vaults = found('vaults').filter(({ arn }) => further?.has(arn) ?? true);
    return vaults.map((vault) => part(vault.arn, (context) => reading.forEachVault(context, vault)));
  }
  if ('forEachNativeCall' in reading) {
    return searches().map(({ call, types }) => ({
      yields: types.map((of) => ({ kind: 'nativeRestores', of }) as const),
      pages: (context) => reading.forEachNativeCall(context, call),
      restsOn: [],
    }));
  }
  return found('backupPlans').map((plan) => part(plan.arn, (context) => reading.forEachPlan(context, plan)));

  function part(of: string, pages: ReadingPart['pages']): ReadingPart {
    return { yields: reading.yields.map(({ kind }) => ({ kind, of })), pages, restsOn: [] };
  }
}
