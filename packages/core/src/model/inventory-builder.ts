import { canonicalJson } from './canonical.js';
import { deepFreeze } from './deep-freeze.js';
import { defined } from './defined.js';
import type { NativeBackup, NativeLock } from './evidence.js';
import { DAY } from './instant.js';
import type { Instant } from './instant.js';
import { INVENTORY_SCHEMA_VERSION } from './inventory.js';
import type { Inventory } from './inventory.js';
import { JOB_HISTORY_DAYS, JOB_KINDS } from './job.js';
import type { RestoreJob } from './job.js';
import { isFromBackup } from './native-restore.js';
import { compare } from './order.js';
import type { Gap, Population } from './population.js';
import { IDENTITIES, populationIdentity, RECORD_KINDS } from './record-kind.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import { RecoveryPointTableBuilder } from './recovery-point-table-builder.js';
import type { RecoveryPointTable } from './recovery-point-table.js';
import type { RecoveryPoint } from './recovery-point.js';
import { EVENT_HISTORY_DAYS, restoresOfEvents } from './restore-event.js';
import type { RestoreEvent } from './restore-event.js';
import { withSourceResources } from './restored-resource.js';
import type { Resource, Tags } from './resource.js';
import type { Scope } from './scope.js';
import type { Shard } from './shard.js';
import type { Spool } from './spool.js';

/** The identity of the records of each kind. */
const IDENTITY: { readonly [K in RecordKind]: (record: InventoryRecords[K]) => string } = IDENTITIES;

type Maps = { readonly [K in RecordKind]: Map<string, InventoryRecords[K]> };
type Lists = { readonly [K in RecordKind]: readonly InventoryRecords[K][] };

interface BuilderOptions {
  /** By which schema the records were taken. Absent: by the newest. */
  readonly schemaVersion?: number | undefined;
  readonly spool?: Spool | undefined;
  /** Absent: it is the whole. */
  readonly shard?: Shard | undefined;
}

/** Takes records in any order; `build` ends it and gives the inventory, frozen and in canonical order. */
export class InventoryBuilder {
  /** By which schema its records were taken. */
  readonly schemaVersion: number;
  readonly #takenAt: Instant;
  readonly #shard: Shard | undefined;
  readonly #records: Maps;
  readonly #points: RecoveryPointTableBuilder;
  readonly #tags = new Map<string, Tags>();
  readonly #restoreEvents: RestoreEvent[] = [];
  readonly #nativeRestores = new Map<string, RestoreJob>();

  /** @param options - `spool`: where recovery points go that do not all fit into memory; absent: they stay there */
  constructor(takenAt: Instant, { schemaVersion = INVENTORY_SCHEMA_VERSION, spool, shard }: BuilderOptions = {}) {
    this.schemaVersion = schemaVersion;
    this.#takenAt = takenAt;
    this.#shard = shard;
    this.#points = new RecoveryPointTableBuilder(spool);
    this.#records = mapKinds(() => new Map()) as Maps;
  }

  /** Adds a record. Of two that are the same thing, the same one stays whichever came first; populations are merged. */
  add<K extends RecordKind>(kind: K, record: InventoryRecords[K]): void {
    const key = IDENTITY[kind](record);
    const known = this.#records[kind].get(key);
    this.#records[kind].set(key, known === undefined ? record : (MERGE[kind] ?? lesser)(known, record));
  }

  addPoint(point: RecoveryPoint): void {
    this.#points.append(point);
  }

  /** Tags by ARN, for resources whose own API does not give them. */
  addTags(tags: ReadonlyMap<string, Tags>): void {
    for (const [arn, tagsOfArn] of tags) this.#tags.set(arn, tagsOfArn);
  }

  /** Events of CloudTrail about restores, of which those become jobs that AWS no longer lists. */
  addRestoreEvents(events: readonly RestoreEvent[]): void {
    this.#restoreEvents.push(...events);
  }

  /**
   * Restores that were made without AWS Backup. Of two records of one, each contributes what the other does not know.
   */
  addNativeRestores(restores: readonly RestoreJob[]): void {
    for (const restore of restores) {
      const known = this.#nativeRestores.get(restore.id);
      this.#nativeRestores.set(restore.id, known === undefined ? restore : joined(known, restore));
    }
  }

  build(): Inventory {
    const recoveryPoints = this.#points.build();
    this.#tagResources();
    this.#addRestoresOfEvents();
    this.#addNativeRestores(recoveryPoints);
    this.#addLiveHistories();
    return Object.freeze({
      ...(mapKinds((kind) => this.#sorted(kind)) as Lists),
      schemaVersion: this.schemaVersion,
      takenAt: this.#takenAt,
      ...(this.#shard && { shard: this.#shard }),
      recoveryPoints,
    });
  }

  #sorted<K extends RecordKind>(kind: K): readonly InventoryRecords[K][] {
    const entries = [...this.#records[kind]].sort(([a], [b]) => compare(a, b));
    return deepFreeze(entries.map(([, record]) => record));
  }

  /** The tagging API leaves out what never had a tag: where it was read whole, such a resource has none. */
  #tagResources(): void {
    for (const [arn, resource] of this.#records.resources) {
      if (resource.tags !== undefined) continue;
      const tags = this.#tags.get(arn) ?? (this.#tagsAreComplete(resource) ? {} : undefined);
      // No spread: V8 gives a copy that is added to a hidden class of its own.
      if (tags !== undefined) this.#records.resources.set(arn, Object.assign({}, resource, { tags }));
    }
  }

  /** The record of a job that AWS lists contains all that its events show. */
  #addRestoresOfEvents(): void {
    for (const job of restoresOfEvents(this.#restoreEvents)) {
      if (!this.#records.restoreJobs.has(job.id)) this.add('restoreJobs', job);
    }
  }

  /** A call that starts from anything is a restore only if it started from a backup of something that is known. */
  #addNativeRestores(points: RecoveryPointTable): void {
    const restoreJobs = [...this.#nativeRestores.values()];
    const [backupJobs, copyJobs] = [[...this.#records.backupJobs.values()], [...this.#records.copyJobs.values()]];
    for (const job of withSourceResources({ restoreJobs, recoveryPoints: points, backupJobs, copyJobs })) {
      if (job.sourceResourceArn !== undefined || isFromBackup(job)) this.add('restoreJobs', job);
    }
  }

  /** A complete population of jobs, or of events about them, holds all that AWS remembers. */
  #addLiveHistories(): void {
    const [from, to] = [this.#takenAt - JOB_HISTORY_DAYS * DAY, this.#takenAt];
    const fromEvents = this.#takenAt - EVENT_HISTORY_DAYS * DAY;
    for (const { status, kind, scope } of this.#records.populations.values()) {
      if (status === 'complete' && kind === 'restoreEvents') {
        this.add('jobHistories', { scope, kind: 'restoreJobs', from: fromEvents, to, origin: 'cloudtrail' });
      }
      const jobKind = JOB_KINDS.find((each) => each === kind);
      if (status !== 'complete' || jobKind === undefined) continue;
      this.add('jobHistories', { scope, kind: jobKind, from, to, origin: 'live' });
    }
  }

  #tagsAreComplete(resource: Resource): boolean {
    const key = populationIdentity('tags', resource, resource.type);
    return this.#records.populations.get(key)?.status === 'complete';
  }
}

/** The merging of two records of the same thing; without it, the lesser one by its text stays, whichever came first. */
const MERGE: { readonly [K in RecordKind]?: (a: InventoryRecords[K], b: InventoryRecords[K]) => InventoryRecords[K] } =
  {
    resources: joined,
    nativeBackups: mergeBackups,
    populations: mergePopulations,
    calls: (a, b) => ({ ...a, calls: a.calls + b.calls, retries: a.retries + b.retries }),
  };

/** Joins what two readings know of one thing: of facts that both know, those of the lesser one by its text stay. */
function joined<T extends object>(a: T, b: T): T {
  const first = lesser(a, b);
  return Object.assign({}, first === a ? b : a, first);
}

/**
 * Merges the reports of two readings about one backup, each field by itself, so that the order of readings does not
 * matter: a backup is off if either says so, of retentions the shorter one counts, and of windows the widest.
 */
function mergeBackups(a: NativeBackup, b: NativeBackup): NativeBackup {
  const { resourceArn, mechanism } = a;
  return {
    scope: mergeScopes(a, b),
    resourceArn,
    mechanism,
    enabled: a.enabled && b.enabled,
    ...defined({
      backupsArn: a.backupsArn,
      retentionDays: chosen(Math.min, a.retentionDays, b.retentionDays),
      earliestRestorableAt: chosen(Math.min, a.earliestRestorableAt, b.earliestRestorableAt),
      latestRestorableAt: chosen(Math.max, a.latestRestorableAt, b.latestRestorableAt),
      recoveryPointArn: chosen(lesser, a.recoveryPointArn, b.recoveryPointArn),
      recordedAt: chosen(Math.min, a.recordedAt, b.recordedAt),
      lock: chosen(weaker, a.lock, b.lock),
    }),
    ...(isNewestArchived(a, b) && { archived: true }),
    ...(neitherExpires(a, b) && { neverExpires: true }),
  };
}

function isNewestArchived(a: NativeBackup, b: NativeBackup): boolean {
  const newest = (b.latestRestorableAt ?? -Infinity) > (a.latestRestorableAt ?? -Infinity) ? b : a;
  return newest.archived === true;
}

function neitherExpires(a: NativeBackup, b: NativeBackup): boolean {
  if (a.retentionDays !== undefined || b.retentionDays !== undefined) return false;
  return a.neverExpires === true || b.neverExpires === true;
}

/** The lock that protects less: by its mode, or else by its time. */
function weaker(a: NativeLock, b: NativeLock): NativeLock {
  if (a.mode !== b.mode) return a.mode === 'governance' ? a : b;
  return a.days <= b.days ? a : b;
}

/** Where backups lie they are seen; from where they are sent they are only promised. */
function mergeScopes(a: NativeBackup, b: NativeBackup): Scope {
  const [provenA, provenB] = [a.latestRestorableAt !== undefined, b.latestRestorableAt !== undefined];
  if (provenA !== provenB) return provenA ? a.scope : b.scope;
  return lesser(a.scope, b.scope);
}

/** The one value that there is, or what is chosen of two. */
function chosen<T>(choose: (a: T, b: T) => T, a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return choose(a, b);
}

function lesser<T>(a: T, b: T): T {
  return compare(canonicalJson(a), canonicalJson(b)) <= 0 ? a : b;
}

/** A population that two readings fill is as complete as the less complete of them. */
function mergePopulations(a: Population, b: Population): Population {
  const { kind, scope } = a;
  const sums = {
    kind,
    scope,
    ...(a.of !== undefined && { of: a.of }),
    count: a.count + b.count,
    pages: a.pages + b.pages,
  };
  const [first, ...rest] = [...gapsOf(a), ...gapsOf(b)].sort((x, y) => compare(canonicalJson(x), canonicalJson(y)));
  if (first === undefined) return { ...sums, status: 'complete' };
  const unavailable = a.status === 'unavailable' && b.status === 'unavailable';
  return { ...sums, status: unavailable ? 'unavailable' : 'partial', gaps: [first, ...rest] };
}

function gapsOf(population: Population): readonly Gap[] {
  return population.status === 'complete' ? [] : population.gaps;
}

/** One value for each kind. Its callers say which type each kind's value has, as no signature can. */
function mapKinds(make: (kind: RecordKind) => unknown): object {
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, make(kind)]));
}
