import type {
  BackupPlan,
  FurtherPoints,
  Instant,
  InventoryRecords,
  NativeRestoreName,
  PopulationKind,
  Resource,
  Scope,
  Vault,
} from '@backproof/core';
import type { CalledService } from './called-service.js';
import type { Page, PageKind, PopulationName } from './page.js';
import type { Recorded } from './recorded-resource.js';
import type { ServiceCalls } from './service-calls.js';

/**
 * The source of an inventory: the services alone, or AWS Config where it returns a hundred resources in one call and the
 * service returns one.
 */
export type InventorySource = 'services' | 'config';

/** An aggregator of the recorders of many accounts and Regions. */
interface ConfigAggregator {
  readonly name: string;
  /** The calls of AWS Config in the account and Region that it is in. */
  readonly calls: ServiceCalls;
}

/** The recovery points to ask for: the young ones of all vaults, or more of some vaults. */
export type PointsWanted =
  | { readonly createdAfter: Instant; readonly further?: never }
  | { readonly further: FurtherPoints; readonly createdAfter?: never };

/** The access of a reading to AWS. */
export interface ReadingContext extends ServiceCalls {
  readonly scope: Scope;
  readonly takenAt: Instant;
  readonly signal: AbortSignal;
  /** The findings of this scope's earlier readings. */
  readonly found: <K extends PageKind>(kind: K) => readonly InventoryRecords[K][];
  /** The ARNs of the keys that the recovery points of this scope are encrypted with, as far as they are read. */
  readonly keysOfPoints: () => ReadonlySet<string>;
  /** The calls of another service in the same scope. */
  readonly callsOf: (service: CalledService) => ServiceCalls;
  /** The recovery points to ask for. Absent: all. */
  readonly points?: PointsWanted | undefined;
  /** The aggregator of AWS Config that is asked instead of the scope's own recorder, if one is. */
  readonly aggregator?: ConfigAggregator | undefined;
  /** The records of AWS Config, if they are the source of the inventory. */
  readonly recorded?: Recorded | undefined;
  /**
   * Asks once for each item, as many at a time as the service takes, and gives the answers in the items' order. An item
   * that vanished since it was listed is left out; one that cannot be read is left out and makes the population partial.
   * Where all items vanished, the service more likely cannot find what is there: that makes it partial, too.
   *
   * @param about - the ARNs of the resources that an item is about: without it, only these are not known. Absent: any
   * @param ifVanished - the answer for an item that vanished. Absent: it is left out
   */
  readonly forEachItem: <Item, Answer>(
    items: readonly Item[],
    ask: (item: Item) => Promise<Answer>,
    about?: (item: Item) => readonly string[],
    ifVanished?: (item: Item) => Answer,
  ) => AsyncIterable<{ readonly item: Item; readonly answer: Answer }>;
  /**
   * Translates each item of a list, in the list's order. An item that lacks what AWS must send, or is otherwise not to be
   * understood, is left out: it is a gap of its own, and makes the population partial.
   *
   * @param id - the operation, and the member that names an item to people: `ListBackupJobs: BackupJobId`
   * @param about - the ARN of the only resource that an item is about, or of the plan. Absent, or undefined: it may be any
   */
  readonly translated: <Item, Answer>(
    items: Iterable<Item>,
    id: ItemId<Item>,
    translate: (item: Item) => Answer,
    about?: (item: Item) => string | undefined,
  ) => readonly Answer[];
}

/** The operation, and the member that names an item of its list; of a list of plain values the list. */
type ItemId<Item> = `${string}: ${Item extends string ? string : keyof Item & string}`;

interface ReadingBase {
  /** The operations that it calls, those of other services with their names: `ec2:DescribeImages`. Absent: all of its service. */
  readonly calls?: readonly string[];
  /** The populations that this reading fills. Two readings may share one: it is as complete as the less complete of them. */
  readonly yields: readonly PopulationName[];
  /** Kinds whose records (`found`) it needs: it starts when they are read, and what is missing of them is missing here. */
  readonly after?: readonly PageKind[];
  /** Kinds that it is compared with: it starts when they are read, and is whole without them. */
  readonly follows?: readonly PopulationKind[];
}

/** Reads the populations of a whole scope. */
export type ReadScope = (context: ReadingContext) => AsyncIterable<Page>;

/** Reads once for each vault, each as a population of its own, named by the vault's ARN. */
type ReadVault = (context: ReadingContext, vault: Vault) => AsyncIterable<Page>;

/** Reads once for each backup plan, each as a population of its own, named by the plan's ARN. */
type ReadPlan = (context: ReadingContext, plan: BackupPlan) => AsyncIterable<Page>;

/**
 * Searches for the restores that one call made, in a part of its own for each call that a verdict may turn on: its
 * populations are those of the types that the call is searched for.
 */
type ReadNativeRestores = (context: ReadingContext, call: NativeRestoreName) => AsyncIterable<Page>;

/** The access of a listing of a whole account. */
export interface AccountContext extends ServiceCalls, Pick<ReadingContext, 'translated'> {
  readonly account: Pick<Scope, 'partition' | 'accountId'>;
}

/**
 * Lists the resources of an account in all Regions, once for all of its scopes. Each scope gets those of its Region; those
 * of Regions that are not scanned are left out, and named.
 */
export type ListAccount = (context: AccountContext) => AsyncIterable<readonly Resource[]>;

/** A reading of populations that stand or fall together. If it throws, what it yielded before stays, as partial. */
export type LoadedReading = ReadingBase &
  (
    | { readonly read: ReadScope }
    | { readonly forEachVault: ReadVault }
    | { readonly forEachPlan: ReadPlan }
    | { readonly forEachNativeCall: ReadNativeRestores }
    | { readonly listAccount: ListAccount }
  );

/** A reading whose code is imported when it is needed, and with it the SDK's package of its service. */
export type Reading = ReadingBase &
  (
    | { readonly read: () => Promise<ReadScope> }
    | { readonly forEachVault: () => Promise<ReadVault> }
    | { readonly forEachPlan: () => Promise<ReadPlan> }
    | { readonly forEachNativeCall: () => Promise<ReadNativeRestores> }
    | { readonly listAccount: () => Promise<ListAccount> }
  );
