import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, DAY, sha256Of } from '@backproof/core';
import type { Instant, Shard } from '@backproof/core';
import { pieces, writeOutput } from '../output-file.js';
import { messageOf } from '../message-of.js';
import { VERSION } from '../version.js';
import { UsageError } from './usage-error.js';

/** A scan whose parts are read one after the other into a folder, which outlives a process that is broken off. */
export interface BegunScan {
  /** The moment of all parts. */
  readonly takenAt: Instant;
  /** When its first part was asked for, by the clock. */
  readonly begunAt: Instant;
  readonly parts: number;
}

/** A request for such a scan. */
export interface ScanRequest {
  /** Undefined: that of the scan that was begun; of a new one, now. */
  readonly takenAt: Instant | undefined;
  /** Undefined: that of the scan that was begun; of a new one, 8. */
  readonly parts: number | undefined;
  /** Everything that decides what is read. */
  readonly asked: object;
  readonly now: Instant;
}

const PARTS = 8;

/** Parts that are read so long after the first would contradict it. */
const LONGEST = DAY;

/**
 * Begins a scan in a folder, which may not exist, or finds the one that was begun there.
 *
 * @throws UsageError if that is another one, was begun too long ago, or the folder cannot be used
 */
export async function beginScan(folder: string, { takenAt, parts, asked, now }: ScanRequest): Promise<BegunScan> {
  const path = join(folder, 'scan.json');
  const question = sha256Of(canonicalJson({ ...asked, version: VERSION }));
  const begun = await readBegun(path);
  if (begun === undefined) {
    const scan = { takenAt: takenAt ?? now, begunAt: now, parts: parts ?? PARTS };
    await mkdir(folder, { recursive: true })
      .then(() => writeOutput(path, pieces([`${JSON.stringify({ ...scan, question })}\n`])))
      .catch((error: unknown) => {
        throw new UsageError(`cannot write ${path}: ${messageOf(error)}.`, { cause: error });
      });
    return scan;
  }
  const isSame = (takenAt ?? begun.takenAt) === begun.takenAt && (parts ?? begun.parts) === begun.parts;
  if (begun.question !== question || !isSame) {
    throw new UsageError(
      `${folder} holds another scan. Go on with the same flags, configuration and version, or name an empty folder.`,
    );
  }
  if (now - begun.begunAt > LONGEST) {
    const moment = new Date(begun.begunAt).toISOString();
    throw new UsageError(
      `the scan in ${folder} was begun at ${moment}, more than a day ago. Begin one in an empty folder.`,
    );
  }
  return begun;
}

/** The file of a part. */
export function fileOfPart(folder: string, { index, of }: Shard): string {
  const digits = String(of).length;
  return join(folder, `part-${String(index).padStart(digits, '0')}-of-${String(of)}.ndjson.gz`);
}

/** The parts that were not read yet. A file is whole as soon as it is there. */
export async function missingParts(folder: string, { parts }: BegunScan): Promise<readonly Shard[]> {
  const all = Array.from({ length: parts }, (_, place) => ({ index: place + 1, of: parts }));
  const found = await Promise.all(all.map((part) => stat(fileOfPart(folder, part)).catch(() => undefined)));
  return all.filter((_, place) => found[place] === undefined);
}

/** @throws UsageError if the file is there and is none */
async function readBegun(path: string): Promise<(BegunScan & { readonly question: string }) | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`cannot read ${path}: ${messageOf(error)}.`, { cause: error });
  });
  if (text === undefined) return undefined;
  const begun = parsed(text);
  if (begun === undefined) throw new UsageError(`${path} is damaged. Begin the scan again in an empty folder.`);
  return begun;
}

function parsed(text: string): (BegunScan & { readonly question: string }) | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const absent = { takenAt: undefined, begunAt: undefined, parts: undefined, question: undefined };
    const { takenAt, begunAt, parts, question } = { ...absent, ...value };
    const numbers = [takenAt, begunAt, parts].map(Number);
    if (typeof question !== 'string' || !numbers.every((number) => Number.isSafeInteger(number) && number >= 1)) {
      return undefined;
    }
    return { takenAt: Number(takenAt), begunAt: Number(begunAt), parts: Number(parts), question };
  } catch {
    return undefined;
  }
}
