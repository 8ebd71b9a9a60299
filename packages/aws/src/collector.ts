import type {
  BackupPlan,
  Instant,
  InventoryRecords,
  PopulationKind,
  RecordKind,
  RecoveryPoint,
  Scope,
  Tags,
  Vault,
} from '@backproof/core';
import type { ServiceClients, ServiceName } from './clients.js';
import type { Recorded } from './recorded-resource.js';

/** One operation of a service, as the scanner calls it. The least-privilege policy is made of these. */
export interface Operation {
  /** `elasticfilesystem:DescribeFileSystems` */
  readonly iam: string;
  /** The largest page that the service accepts. Absent: the operation is not paged. */
  readonly pageSize?: number;
  /** AWS offers it for one thing at a time only, so it is called once an item. */
  readonly perItem?: true;
}

/** The records of one page. */
export type Page = PageRecords & {
  readonly recoveryPoints?: readonly RecoveryPoint[];
  /** Tags by ARN, for resources whose own API does not give them. */
  readonly tags?: ReadonlyMap<string, Tags>;
};

/** The kinds of record that pages bring. */
export const PAGE_KINDS = [
  'resources',
  'backupPlans',
  'backupSelections',
  'regionSettings',
  'globalSettings',
  'vaults',
  'backupJobs',
  'copyJobs',
  'restoreJobs',
  'restoreTestingPlans',
  'restoreTestingSelections',
  'protectedResources',
  'nativeBackups',
  'replicas',
  'encryptionKeys',
  'lifecyclePolicies',
  'legalHolds',
  'frameworks',
  'resourceCounts',
] as const satisfies readonly RecordKind[];

export type PageKind = (typeof PAGE_KINDS)[number];

export type PageRecords = { readonly [K in PageKind]?: readonly InventoryRecords[K][] };

/** A population without its scope: `{ kind: 'resources', of: 'EBS' }`. */
export interface PopulationName {
  readonly kind: PopulationKind;
  readonly of?: string;
}

/**
 * The source of an inventory: the services alone, or AWS Config where it returns a hundred resources in one call and the
 * service returns one.
 */
export type InventorySource = 'services' | 'config';

/** An aggregator of the recorders of many accounts and Regions. */
interface ConfigAggregator {
  readonly name: string;
  /** The scope of the account and Region that it is in. */
  readonly client: ServiceClients['config'];
}

/** The access of a reading to AWS. */
export interface ReadingContext<Client> {
  readonly scope: Scope;
  readonly takenAt: Instant;
  readonly client: Client;
  readonly signal: AbortSignal;
  /** The findings of this scope's earlier readings. */
  readonly found: <K extends PageKind>(kind: K) => readonly InventoryRecords[K][];
  /** The aggregator of AWS Config that is asked instead of the scope's own recorder, if one is. */
  readonly aggregator?: ConfigAggregator | undefined;
  /** The records of AWS Config, if they are the source of the inventory. */
  readonly recorded?: Recorded | undefined;
  /**
   * Asks once for each item, as many at a time as the service takes, and gives the answers in the items' order. An item
   * that vanished since it was listed is left out; one that cannot be read is left out and makes the population partial.
   */
  readonly forEachItem: <Item, Answer>(
    items: readonly Item[],
    ask: (item: Item) => Promise<Answer>,
  ) => AsyncIterable<{ readonly item: Item; readonly answer: Answer }>;
  /**
   * Translates each item of a list, in the list's order. An item that lacks what AWS must send, or is otherwise not to be
   * understood, is left out: it is a gap of its own, and makes the population partial.
   *
   * @param id - the operation, and the member that names an item to people: `ListBackupJobs: BackupJobId`
   */
  readonly translated: <Item, Answer>(
    items: readonly Item[],
    id: `${string}: ${keyof Item & string}`,
    translate: (item: Item) => Answer,
  ) => readonly Answer[];
}

interface ReadingBase {
  /** The populations that this reading fills. Two readings may share one: it is as complete as the less complete of them. */
  readonly yields: readonly PopulationName[];
  /** Kinds whose records (`found`) it needs: it starts when they are read, and what is missing of them is missing here. */
  readonly after?: readonly PageKind[];
  /** Kinds that it is compared with: it starts when they are read, and is whole without them. */
  readonly follows?: readonly PageKind[];
}

/** A reading of populations that stand or fall together. If it throws, what it yielded before stays, as partial. */
export type Reading<Client> =
  | (ReadingBase & { readonly read: (context: ReadingContext<Client>) => AsyncIterable<Page> })
  | (ReadingBase & {
      /** Read once for each vault, each as a population of its own, named by the vault's ARN. */
      readonly forEachVault: (context: ReadingContext<Client>, vault: Vault) => AsyncIterable<Page>;
    })
  | (ReadingBase & {
      /** Read once for each backup plan, each as a population of its own, named by the plan's ARN. */
      readonly forEachPlan: (context: ReadingContext<Client>, plan: BackupPlan) => AsyncIterable<Page>;
    });

/** The reader of one service: a declaration of its operations and kinds, and the readings. */
export interface Collector<Service extends ServiceName = ServiceName> {
  readonly service: Service;
  /** Every operation that the readings call, by AWS's name. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly readings: readonly Reading<ServiceClients[Service]>[];
}

/** Declares a collector; only for its types. */
export function defineCollector<Service extends ServiceName>(collector: Collector<Service>): Collector<Service> {
  return collector;
}
