import type { AggregatorRequest } from '@backproof/aws';
import type { ScanLimits } from '@backproof/aws';
import { DAY, EPHEMERAL_REASONS, RESOURCE_TYPES } from '@backproof/core';
import type { EphemeralReason, Instant, PackTypeName, ResourceType } from '@backproof/core';
import { SPOOL_MEMORY } from '../file-spool.js';
import { UsageError, unknownWord } from './usage-error.js';

/** `Environment=production`, or a key alone. */
export interface TagFilter {
  readonly key: string;
  readonly value?: string;
}

export function tagFilter(text: string): TagFilter {
  const cut = text.indexOf('=');
  if (cut === 0 || text === '') throw new UsageError(`tag "${text}" has no key. Write --tag Environment=production.`);
  return cut === -1 ? { key: text } : { key: text.slice(0, cut), value: text.slice(cut + 1) };
}

/** @param ofPacks - the names of the types of packs */
export function resourceType(text: string, ofPacks: readonly PackTypeName[]): ResourceType {
  return knownWord('resource type', text, [...RESOURCE_TYPES, ...ofPacks]);
}

export function ephemeralReason(text: string): EphemeralReason {
  return knownWord('reason', text, EPHEMERAL_REASONS);
}

/** An aggregator of AWS Config by its name, with its Region or without: `company@eu-west-1`. */
export function aggregator(text: string): AggregatorRequest {
  const [name = '', region] = text.split('@');
  if (!/^[\w-]+$/.test(name) || region === '') {
    throw new UsageError(`"${text}" is not a valid aggregator. Write --config-aggregator company@eu-west-1.`);
  }
  return region === undefined ? { name } : { name, region };
}

/** A moment that a flag names: ISO 8601 with its time zone. */
export function instant(text: string, flag = '--now'): Instant {
  const isIso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const moment = isIso ? Date.parse(text) : NaN;
  if (Number.isNaN(moment))
    throw new UsageError(`"${text}" is not a valid timestamp. Write ${flag} 2026-11-22T12:00:00Z.`);
  return moment;
}

/** The time that a scan may take, in milliseconds: `90s`, `15m`, `2h`. */
export function timeLimit(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,6})(s|m|h)$/.exec(text) ?? [];
  const ms = Number(count) * (TIME_UNITS.get(unit) ?? NaN);
  if (!(ms > 0 && ms < 2 ** 31)) throw new UsageError(`"${text}" is not a valid deadline. Write --deadline 15m.`);
  return ms;
}

/** A call that waits for its turn by `--max-rps` is not late: what ends a scan is its deadline. */
const TURN_MS = DAY;

/** The limits of a scan that `--max-rps` asks for: its requests a second, and the patience that these take. */
export function requestLimits({ maxRps }: { readonly maxRps?: string }): Partial<ScanLimits> {
  if (maxRps === undefined) return {};
  const rate = /^\d{1,4}$/.test(maxRps) ? Number(maxRps) : 0;
  if (rate < 1) throw new UsageError(`"${maxRps}" is not a number of requests a second. Write --max-rps 20.`);
  return { requestsPerSecond: rate, callMs: TURN_MS, stalledMs: TURN_MS };
}

/** The number of parts that `--parts` names. Undefined: not given. */
export function partCount({ parts }: { readonly parts?: string }): number | undefined {
  if (parts === undefined) return undefined;
  const number = /^\d{1,4}$/.test(parts) ? Number(parts) : 0;
  if (number < 1) throw new UsageError(`"${parts}" is not a number of parts. Write --parts 8.`);
  return number;
}

/** The memory that `--memory` names, in bytes: `64MiB`, `1GiB`. */
export function spoolMemory({ memory }: { readonly memory?: string }): number {
  if (memory === undefined) return SPOOL_MEMORY;
  const [, count = '', unit = ''] = /^(\d{1,6})(MiB|GiB)$/.exec(memory) ?? [];
  const bytes = Number(count) * (unit === 'GiB' ? 2 ** 30 : 2 ** 20);
  if (unit === '') throw new UsageError(`"${memory}" is not an amount of memory. Write --memory 256MiB.`);
  return bytes;
}

/** The number of threads that `--workers` names. Undefined: by the machine. */
export function workerCount({ workers }: { readonly workers?: string }): number | undefined {
  if (workers === undefined) return undefined;
  const count = /^\d{1,2}$/.test(workers) ? Number(workers) : 0;
  if (count < 1) throw new UsageError(`"${workers}" is not a number of threads. Write --workers 2.`);
  return count;
}

const TIME_UNITS: ReadonlyMap<string, number> = new Map([
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

export function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(number <= 65_535)) throw new UsageError(`"${text}" is not a valid port. Write --port 4566.`);
  return number;
}

/**
 * One of the known words, in whatever case it was written.
 * @throws UsageError if it is not one of them; it names the one that was probably meant
 */
export function knownWord<Word extends string>(what: string, text: string, all: readonly Word[]): Word {
  const word = all.find((one) => one.toLowerCase() === text.toLowerCase());
  if (word === undefined) throw unknownWord(what, text, all);
  return word;
}
