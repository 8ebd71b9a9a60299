import { gunzipSync } from 'node:zlib';
import { InventoryBuilder, isFromBackup, restoresOfEvents } from '@backproof/core';
import type { Instant, Inventory, RestoreEvent, RestoreJob } from '@backproof/core';
import { CsvError, parse } from 'csv-parse/sync';
import { reportedJob } from './audit-report.js';
import type { ImportedJob } from './audit-report.js';
import { ImportError } from './import-error.js';
import { itemOf, parsedObject } from './item.js';
import { nativeRestoreOf } from './native-restore.js';
import { restoreEventOf } from './restore-event.js';
import { isBusEvent, restoreOfStateChange } from './state-change.js';

/** The most bytes of a gzipped file when it is unpacked: AWS splits files long before. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The jobs of a file, and what of it was not understood. */
export interface ImportedFile {
  /** Its jobs, as an inventory of the newest moment in it. Absent: it contains none. */
  readonly inventory?: Inventory;
  /** For each item that was not understood, the place and the reason: `report.csv:12: it has no restoreJobId`. */
  readonly notUnderstood: readonly string[];
}

/**
 * Reads the jobs in a file of AWS: a job report of AWS Backup Audit Manager in CSV or JSON, a log file of CloudTrail, what
 * `aws cloudtrail lookup-events` printed, or events of EventBridge, one a line, gzipped or not. A file does not prove that no other job is missing, so the
 * inventory has no time with a complete history.
 *
 * @param name what messages call the file
 * @param now no moment in the file may be later
 * @throws ImportError if it is none of these, or is damaged
 */
export function importJobs(name: string, bytes: Uint8Array, now: Instant): ImportedFile {
  const text = textOf(name, bytes);
  const items = itemsIn(name, text, now);
  const notUnderstood: string[] = [];
  const found = items.flatMap((read): readonly ImportedItem[] => {
    try {
      return [read() ?? []].flat();
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      notUnderstood.push(error.message);
      return [];
    }
  });
  const jobs = jobsOf(found);
  return { notUnderstood, ...(jobs.length > 0 && { inventory: inventoryOf(jobs) }) };
}

/** The proof in an item: a job, or an event that shows a part of one. */
type ImportedItem = ImportedJob | { readonly kind: 'restoreEvents'; readonly event: RestoreEvent };

/** Reads one item; undefined if it is about something else. It throws an ImportError if the item is not understood. */
type ReadItem = () => ImportedItem | undefined;

function jobsOf(items: readonly ImportedItem[]): readonly ImportedJob[] {
  const events = items.flatMap((item) => (item.kind === 'restoreEvents' ? [item.event] : []));
  const ofEvents = restoresOfEvents(events).map((job) => ({ kind: 'restoreJobs', job }) as const);
  return furthest([...items.flatMap((item) => (item.kind === 'restoreEvents' ? [] : [item])), ...ofEvents]);
}

/** The jobs; one that several events of EventBridge describe is there once, as it ended or else as it began. */
function furthest(jobs: readonly ImportedJob[]): readonly ImportedJob[] {
  const ended = new Set(
    jobs.flatMap(({ kind, job }) => (kind === 'restoreJobs' && isOfBus(job) && !isBeginning(job) ? job.id : [])),
  );
  const seen = new Set<string>();
  return jobs.filter(({ kind, job }) => {
    if (kind !== 'restoreJobs' || !isOfBus(job)) return true;
    if (seen.has(job.id) || (isBeginning(job) && ended.has(job.id))) return false;
    seen.add(job.id);
    return true;
  });
}

function isOfBus({ origin }: RestoreJob): boolean {
  return origin === 'eventbridge';
}

function isBeginning({ status }: RestoreJob): boolean {
  return status === 'STARTED';
}

function inventoryOf(jobs: readonly ImportedJob[]): Inventory {
  const moments = jobs.flatMap(({ job: { createdAt, completedAt = createdAt } }) => [createdAt, completedAt]);
  const builder = new InventoryBuilder(moments.reduce((newest, moment) => Math.max(newest, moment)));
  for (const { kind, job } of jobs) {
    if (kind === 'restoreJobs') builder.add(kind, job);
    else if (kind === 'copyJobs') builder.add(kind, job);
    else builder.add(kind, job);
  }
  return builder.build();
}

function textOf(name: string, bytes: Uint8Array): string {
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = isZipped ? gunzipSync(bytes, { maxOutputLength: MOST_BYTES }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain).trimStart();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ImportError(`${name}: it cannot be read as text: ${cause}`, { cause: error });
  }
}

function itemsIn(name: string, text: string, now: Instant): readonly ReadItem[] {
  if (!text.startsWith('{')) return itemsInCsv(name, text, now);
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [[index + 1, line] as const]));
  // A document that is printed over several lines has others than objects on them.
  if (lines.length === 1 || !lines.every(([, line]) => /^\s*\{.*\}\s*$/s.test(line)))
    return itemsInJson(name, text, now);
  return lines.map(
    ([number, line]) =>
      () =>
        itemOfBus(`${name}:${number}`, parsedObject(`${name}:${number}`, line), now),
  );
}

function itemOfBus(place: string, event: object, now: Instant): ImportedItem | undefined {
  if (!isBusEvent(event)) throw unknownFile(place);
  const job = restoreOfStateChange(place, event, now);
  return job && { kind: 'restoreJobs', job };
}

function itemsInCsv(name: string, text: string, now: Instant): readonly ReadItem[] {
  const [header, ...rows] = linesOf(name, text);
  if (!header?.values.some((value) => /job[\W_]*id$/i.test(value))) throw unknownFile(name);
  return rows.map(({ line, values }) => {
    const fields = values.map((value, column) => [header.values[column] ?? '', value] as const);
    const place = `${name}:${line}`;
    return () => {
      if (values.length === header.values.length) return reportedJob(itemOf(place, fields), now);
      throw new ImportError(`${place}: it has ${values.length} fields, and the header has ${header.values.length}`);
    };
  });
}

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

function linesOf(name: string, text: string): readonly Line[] {
  try {
    const lines: Line[] = [];
    const take = (values: string[], { lines: line }: { readonly lines: number }): null => {
      lines.push({ line, values });
      return null;
    };
    parse(text, { skip_empty_lines: true, trim: true, relax_column_count: true, on_record: take });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(`${name}: ${error.message}`, { cause: error });
  }
}

function itemsInJson(name: string, text: string, now: Instant): readonly ReadItem[] {
  const parsed = parsedObject(name, text);
  if (isBusEvent(parsed)) return [() => itemOfBus(name, parsed, now)];
  const document = new Map<string, unknown>(Object.entries(parsed));
  const items: unknown = document.get('reportItems');
  if (Array.isArray(items)) {
    return items.map((item, index) => {
      const place = `${name}, reportItems[${index}]`;
      return () => reportedJob(itemOf(place, Object.entries(Object(item) as object)), now);
    });
  }
  return recordsIn(name, document).map(
    ([place, record]) =>
      () =>
        itemInEvent(place, record(), now),
  );
}

/** A place in a file, and the record of CloudTrail there, which may have to be parsed first. */
type PlacedRecord = readonly [place: string, record: () => object];

/** @source CloudTrail User Guide, log file examples: Records; API LookupEvents: Events, each with its record as text */
function recordsIn(name: string, document: ReadonlyMap<string, unknown>): readonly PlacedRecord[] {
  const records = document.get('Records');
  if (Array.isArray(records)) {
    return records.map((record, index) => [`${name}, Records[${index}]`, () => Object(record) as object]);
  }
  const events = document.get('Events');
  if (!Array.isArray(events)) throw unknownFile(name);
  return events.map((event, index) => {
    const { CloudTrailEvent: record, EventId: id } = Object(event) as Readonly<Record<string, unknown>>;
    const place = withId(`${name}, Events[${index}]`, id);
    return [
      place,
      () => {
        if (typeof record !== 'string') throw new ImportError(`${place}: it has no CloudTrailEvent`);
        return parsedObject(place, record);
      },
    ];
  });
}

function itemInEvent(at: string, record: object, now: Instant): ImportedItem | undefined {
  const place = at.includes(', event ') ? at : withId(at, (record as Readonly<Record<string, unknown>>).eventID);
  const event = restoreEventOf(place, record, now);
  if (event !== undefined) return { kind: 'restoreEvents', event };
  const job = nativeRestoreOf(place, record, now);
  return job && (job.sourceResourceArn !== undefined || isFromBackup(job)) ? { kind: 'restoreJobs', job } : undefined;
}

/** The place of an event, with its id where that can be one. */
function withId(place: string, id: unknown): string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? `${place}, event ${id}` : place;
}

function unknownFile(name: string): ImportError {
  return new ImportError(
    `${name}: it is neither a job report of AWS Backup Audit Manager, in CSV or JSON, nor a log of CloudTrail, nor an event of EventBridge`,
  );
}
