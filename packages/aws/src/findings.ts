import type { Gap, InventoryBuilder, InventoryRecords, NativeBackup, Population } from '@backproof/core';
import { PAGE_KINDS } from './collector.js';
import type { Page, PageKind, PageRecords, PopulationName } from './collector.js';

type Found = { readonly [K in PageKind]: InventoryRecords[K][] };

/** The findings of one scope's readings so far: each page is added to the inventory as it arrives. */
export class Findings {
  readonly #inventory: InventoryBuilder;
  readonly #populations: Population[] = [];
  readonly #typeByArn = new Map<string, string>();
  readonly #backups = new Set<string>();
  readonly #retold = new WeakSet<NativeBackup>();
  readonly #found: Found = {
    resources: [],
    backupPlans: [],
    backupSelections: [],
    regionSettings: [],
    globalSettings: [],
    vaults: [],
    backupJobs: [],
    copyJobs: [],
    restoreJobs: [],
    restoreTestingPlans: [],
    restoreTestingSelections: [],
    protectedResources: [],
    nativeBackups: [],
    replicas: [],
    encryptionKeys: [],
    lifecyclePolicies: [],
    legalHolds: [],
    frameworks: [],
    resourceCounts: [],
  };

  constructor(inventory: InventoryBuilder) {
    this.#inventory = inventory;
  }

  readonly found = <K extends PageKind>(kind: K): readonly InventoryRecords[K][] => this.#found[kind];

  addPage(page: Page): void {
    for (const kind of PAGE_KINDS) this.#addRecords(kind, page);
    for (const resource of page.resources ?? []) this.#typeByArn.set(resource.arn, resource.type);
    for (const point of page.recoveryPoints ?? []) this.#inventory.addPoint(point);
    for (const backup of page.nativeBackups ?? []) this.#noteBackup(backup);
    if (page.tags !== undefined) this.#inventory.addTags(page.tags);
  }

  /** The number of items of a population in a page that was added. */
  countIn(page: Page, { kind, of }: PopulationName): number {
    /** Returns the items that concern a type, by the ARNs that each concerns. */
    const ofType = (things: readonly (readonly (string | undefined)[])[]): number =>
      of === undefined
        ? things.length
        : things.filter((arns) => arns.some((arn = '') => this.#typeByArn.get(arn) === of)).length;
    if (kind === 'resources') return ofType((page.resources ?? []).map(({ arn }) => [arn]));
    if (kind === 'nativeBackups') {
      const backups = (page.nativeBackups ?? []).filter((backup) => !this.#retold.has(backup));
      return ofType(backups.map(({ resourceArn }) => [resourceArn]));
    }
    if (kind === 'replicas')
      return ofType((page.replicas ?? []).map(({ sourceArn, replicaArn }) => [sourceArn, replicaArn]));
    if (kind === 'tags') return ofType([...(page.tags?.keys() ?? [])].map((arn) => [arn]));
    return page[kind]?.length ?? 0;
  }

  addPopulation(population: Population): void {
    this.#populations.push(population);
    this.#inventory.add('populations', population);
  }

  /** The gaps of some kinds that concern a part of them. */
  gapsIn(kinds: readonly PageKind[], of: string | undefined): readonly Gap[] {
    return this.#populations
      .filter(({ kind }) => kinds.some((before) => before === kind))
      .filter((population) => of === undefined || population.of === undefined || population.of === of)
      .flatMap((population) => (population.status === 'complete' ? [] : population.gaps));
  }

  /** Two readings may each report a part of one native backup: it is counted once. */
  #noteBackup(backup: NativeBackup): void {
    const identity = [backup.resourceArn, backup.mechanism, backup.backupsArn ?? ''].join('\n');
    if (this.#backups.has(identity)) this.#retold.add(backup);
    else this.#backups.add(identity);
  }

  #addRecords<K extends PageKind>(kind: K, page: Pick<PageRecords, K>): void {
    const records: Pick<PageRecords, K>[K] = page[kind];
    for (const record of records ?? []) {
      this.#found[kind].push(record);
      this.#inventory.add(kind, record);
    }
  }
}
