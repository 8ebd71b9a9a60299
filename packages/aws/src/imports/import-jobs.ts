import { gunzipSync } from 'node:zlib';
import { InventoryBuilder, restoresOfEvents } from '@backproof/core';
import type { Instant, Inventory } from '@backproof/core';
import { CsvError, parse } from 'csv-parse/sync';
import { reportedJob } from './audit-report.js';
import type { ImportedJob } from './audit-report.js';
import { ImportError } from './import-error.js';
import { itemOf, parsedObject } from './item.js';
import { restoreEventOf } from './restore-event.js';

/** The most bytes of a gzipped file when it is unpacked: AWS splits files long before. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The jobs in a file of AWS, as an inventory of the newest moment in it: a job report of AWS Backup Audit
 * Manager in CSV or JSON, a log file of CloudTrail or what `aws cloudtrail lookup-events` printed, gzipped or not. A
 * file does not prove that no other is missing, so the inventory has no time with a complete history.
 *
 * @param name what messages call the file
 * @param now no moment in the file may be later
 * @returns undefined if it contains no job
 * @throws ImportError if it is none of these, or one of its lines or items cannot be right
 */
export function importJobs(name: string, bytes: Uint8Array, now: Instant): Inventory | undefined {
  const text = textOf(name, bytes);
  const jobs = text.startsWith('{') ? jobsInJson(name, text, now) : jobsInCsv(name, text, now);
  const [first] = jobs;
  if (first === undefined) return undefined;
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

function jobsInCsv(name: string, text: string, now: Instant): readonly ImportedJob[] {
  const [header, ...rows] = linesOf(name, text);
  if (!header?.values.some((value) => /job[\W_]*id$/i.test(value))) throw unknownFile(name);
  return rows.map(({ line, values }) => {
    const fields = values.map((value, column) => [header.values[column] ?? '', value] as const);
    return reportedJob(itemOf(`${name}:${line}`, fields), now);
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
    parse(text, { skip_empty_lines: true, trim: true, on_record: take });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(`${name}: ${error.message}`, { cause: error });
  }
}

function jobsInJson(name: string, text: string, now: Instant): readonly ImportedJob[] {
  const document = new Map<string, unknown>(Object.entries(parsedObject(name, text)));
  const items: unknown = document.get('reportItems');
  if (Array.isArray(items)) {
    return items.map((item, index) =>
      reportedJob(itemOf(`${name}, reportItems[${index}]`, Object.entries(Object(item) as object)), now),
    );
  }
  const events = eventsIn(name, document).flatMap(([place, event]) => restoreEventOf(place, event, now) ?? []);
  return restoresOfEvents(events).map((job) => ({ kind: 'restoreJobs', job }) as const);
}

/** @source CloudTrail User Guide, log file examples: Records; API LookupEvents: Events, each with its record as text */
function eventsIn(
  name: string,
  document: ReadonlyMap<string, unknown>,
): readonly (readonly [place: string, event: object])[] {
  const records = document.get('Records');
  if (Array.isArray(records))
    return records.map((record, index) => [`${name}, Records[${index}]`, Object(record) as object]);
  const events = document.get('Events');
  if (!Array.isArray(events)) throw unknownFile(name);
  return events.map((event, index) => {
    const place = `${name}, Events[${index}]`;
    const { CloudTrailEvent: record } = Object(event) as { readonly CloudTrailEvent?: unknown };
    if (typeof record !== 'string') throw new ImportError(`${place}: it has no CloudTrailEvent`);
    return [place, parsedObject(place, record)];
  });
}

function unknownFile(name: string): ImportError {
  return new ImportError(
    `${name}: it is neither a job report of AWS Backup Audit Manager, in CSV or JSON, nor a log of CloudTrail`,
  );
}
