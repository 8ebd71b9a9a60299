import { groupBy } from '@backproof/core';
import type { Resource, Scope } from '@backproof/core';
import { createCallLog } from './call-log.js';
import type { CallLog } from './call-log.js';
import { openServices } from './open-service.js';
import type { Page } from './page.js';
import type { ListAccount } from './reading.js';
import type { PartContext } from './reading-part.js';
import type { Patience } from './scan-limits.js';
import type { ScopeAccess } from './scopes.js';
import type { Service } from './service.js';
import { translatedWith } from './translated.js';

/** An account of a scan: what is the same in all of its Regions is listed once, by the first of its scopes. */
export interface Account {
  readonly home: Scope;
  /** The calls for the whole account. They are reported with its first scope. */
  readonly log: CallLog;
  /** The share that one scope has of a listing of the whole account. */
  readonly shareOf: (service: Service, list: ListAccount) => (context: PartContext) => AsyncIterable<Page>;
  /** Calls a function with each answer from now on, until the returned one is called. */
  readonly onAnswer: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** Finds the account of each scope. */
export function accountsOf(
  accesses: readonly ScopeAccess[],
  signal: AbortSignal,
  patience: Patience,
): ReadonlyMap<ScopeAccess, Account> {
  const groups = groupBy(accesses, ({ scope: { partition, accountId } }) => `${partition} ${accountId}`);
  return new Map(
    [...groups.values()].flatMap((group) => {
      const [home] = group;
      if (home === undefined) return [];
      const account = accountOf(home, new Set(group.map(({ scope }) => scope.region)), signal, patience);
      return group.map((access) => [access, account] as const);
    }),
  );
}

/** A listing of a whole account, and what could not be read of it. */
interface Listing {
  readonly pages: readonly (readonly Resource[])[];
  readonly errors: readonly unknown[];
}

function accountOf(
  { scope: home, connection }: ScopeAccess,
  regions: ReadonlySet<string>,
  signal: AbortSignal,
  patience: Patience,
): Account {
  const log = createCallLog();
  const listeners = new Set<() => void>();
  const onAnswer = (): void => {
    for (const listener of listeners) listener();
  };
  const opened = openServices({ ...patience, connection, log, signal, onAnswer });
  const listings = new Map<ListAccount, Promise<Listing>>();

  const read = async (service: Service, list: ListAccount): Promise<Listing> => {
    const pages: (readonly Resource[])[] = [];
    const errors: unknown[] = [];
    const translated = translatedWith((error) => errors.push(error));
    try {
      for await (const page of list({ ...opened.open(service), account: home, translated })) pages.push(page);
    } catch (error) {
      signal.throwIfAborted();
      errors.push(error);
    }
    return { pages, errors };
  };

  return {
    home,
    log,
    shareOf: (service, list) =>
      async function* ({ scope, unreadable }) {
        const listing = listings.get(list) ?? read(service, list);
        listings.set(list, listing);
        const { pages, errors } = await listing;
        for (const page of pages) {
          yield {
            resources: page.filter(({ region }) => region === scope.region),
            ...(scope === home && { uncounted: page.filter(({ region }) => !regions.has(region)) }),
          };
        }
        // Whatever could not be read may be in any Region.
        for (const error of errors) unreadable(error);
      },
    onAnswer: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: opened.close,
  };
}
