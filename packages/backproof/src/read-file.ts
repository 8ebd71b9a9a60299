import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { messageOf } from './message-of.js';

const MIB = 2 ** 20;

/** The sizes in bytes of the largest files that are read: a longer one is not what it is taken for. */
export const MOST_BYTES = {
  /** A configuration, waivers or a source map: people write them. */
  written: 8 * MIB,
  /** A document of JSON, such as a run or a Terraform state. Longer texts do not fit into memory as one. */
  document: 500 * MIB,
  key: MIB,
} as const;

/** The longest line of an inventory, in characters. */
const LONGEST_LINE = 4 * MIB;

/** Bytes of text that a file may hold without a look at how small it is. */
const FREE_BYTES = 64 * MIB;

/** The most bytes of text for each byte of gzip. Inventories have 10 to 50 of them; what has more fills the memory. */
const MOST_RATIO = 250;

/** Reads a file. @throws Error if it is longer than `most` bytes; the file system's error if it cannot be read */
export async function readBytes(path: string, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > most) throw new Error(`it is larger than ${most / MIB} MiB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Reads a file as UTF-8. @throws Error as `readBytes` */
export async function readText(path: string, most: number): Promise<string> {
  return (await readBytes(path, most)).toString('utf8');
}

/**
 * Reads the lines of a gzipped file by a function, without holding more of them than it does.
 *
 * @throws Error if it is not gzip, damaged, or would fill the memory; and whatever the function throws
 */
export async function readZippedLines<Result>(
  path: string,
  read: (lines: AsyncIterable<string>) => Promise<Result>,
): Promise<Result> {
  const [file, plain] = [createReadStream(path), createGunzip()];
  // Where the file or its compression fails, its lines do: they have the error.
  pipeline(file, plain).catch(() => undefined);
  try {
    return await read(linesOf(plain, () => file.bytesRead));
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new Error(`it is not gzip, or damaged: ${messageOf(error)}`, { cause: error });
  } finally {
    plain.destroy();
  }
}

async function* linesOf(plain: AsyncIterable<Buffer>, bytesRead: () => number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let size = 0;
  let rest = '';
  for await (const piece of plain) {
    size += piece.length;
    if (size > FREE_BYTES && size > MOST_RATIO * bytesRead()) {
      throw new Error(`it unzips to more than ${MOST_RATIO} times its size`);
    }
    const lines = (rest + decoder.write(piece)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error(`it has a line of more than ${LONGEST_LINE} characters`);
    yield* lines;
  }
  rest += decoder.end();
  if (rest !== '') yield rest;
}

function isZlibError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('Z_');
}
