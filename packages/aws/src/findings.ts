import { restoresOfEvents } from '@backproof/core';
import type {
  Gap,
  InventoryBuilder,
  InventoryRecords,
  NativeBackup,
  Population,
  RestoreEvent,
  RestoreJob,
} from '@backproof/core';
import { PAGE_KINDS } from './page.js';
import type { Page, PageKind, PageRecords, PopulationName } from './page.js';

/** The findings of one scope's readings so far: each page is added to the inventory as it arrives. */
export class Findings {
  readonly #inventory: InventoryBuilder;
  readonly #populations: Population[] = [];
  readonly #typeByArn = new Map<string, string>();
  readonly #backups = new Set<string>();
  readonly #retold = new WeakSet<NativeBackup>();
  readonly #restoreEvents: RestoreEvent[] = [];
  readonly #keysOfPoints = new Set<string>();
  readonly #pages: PageRecords[] = [];

  constructor(inventory: InventoryBuilder) {
    this.#inventory = inventory;
  }

  /** All records of one kind so far. */
  readonly found = <K extends PageKind>(kind: K): readonly InventoryRecords[K][] =>
    this.#pages.flatMap((page) => recordsOf(kind, page));

  /** The restores by AWS Backup that are known so far: those that it lists, and those that events show. */
  readonly restores = (): readonly RestoreJob[] => [
    ...this.found('restoreJobs'),
    ...restoresOfEvents(this.#restoreEvents),
  ];

  /** The ARNs of the keys that the recovery points so far are encrypted with. */
  readonly keysOfPoints = (): ReadonlySet<string> => this.#keysOfPoints;

  addPage(page: Page): void {
    const {
      recoveryPoints,
      restoreEvents = [],
      nativeRestores = [],
      tags,
      uncounted = [],
      unknownWords: _,
      ...records
    } = page;
    this.#pages.push(records);
    for (const kind of PAGE_KINDS) this.#addRecords(kind, page);
    for (const resource of page.resources ?? []) this.#typeByArn.set(resource.arn, resource.type);
    for (const resource of uncounted) this.#inventory.add('resources', resource);
    for (const point of recoveryPoints ?? []) {
      this.#inventory.addPoint(point);
      if (point.encryptionKeyArn !== undefined) this.#keysOfPoints.add(point.encryptionKeyArn);
    }
    for (const backup of page.nativeBackups ?? []) this.#noteBackup(backup);
    this.#restoreEvents.push(...restoreEvents);
    this.#inventory.addRestoreEvents(restoreEvents);
    this.#inventory.addNativeRestores(nativeRestores);
    if (tags !== undefined) this.#inventory.addTags(tags);
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

  /**
   * The gaps of some kinds that concern a part of them. One item that could not be read is no such gap: the others are
   * known, and what is read about them is whole.
   */
  gapsIn(kinds: readonly PageKind[], of: string | undefined): readonly Gap[] {
    return this.#populations
      .filter(({ kind }) => kinds.some((before) => before === kind))
      .filter((population) => of === undefined || population.of === undefined || population.of === of)
      .flatMap((population) => (population.status === 'complete' ? [] : population.gaps))
      .filter(({ item }) => item === undefined);
  }

  /** Two readings may each report a part of one native backup: it is counted once. */
  #noteBackup(backup: NativeBackup): void {
    const identity = [backup.resourceArn, backup.mechanism, backup.backupsArn ?? ''].join('\n');
    if (this.#backups.has(identity)) this.#retold.add(backup);
    else this.#backups.add(identity);
  }

  #addRecords<K extends PageKind>(kind: K, page: Pick<PageRecords, K>): void {
    for (const record of recordsOf(kind, page)) this.#inventory.add(kind, record);
  }
}

/** The records of one kind in a page. */
export function recordsOf<K extends PageKind>(kind: K, page: Pick<PageRecords, K>): readonly InventoryRecords[K][] {
  return page[kind] ?? [];
}
