import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Spool } from '@backproof/core';

/** The memory that a command uses for recovery points and outcomes, in bytes, before it writes them to a file. */
export const SPOOL_MEMORY = 64 * 2 ** 20;

/** A spool that ends. */
export interface FileSpool extends Spool {
  /** Removes the file. What was put into it cannot be read any more. */
  readonly close: () => void;
}

/**
 * A spool that keeps values in memory while they fit, and then writes them to one file in the folder for temporary files,
 * which only this user may read. Where it cannot write, values stay in memory: a full disk is no
 * reason to lose a scan.
 *
 * @param memory - so many bytes of values are kept, roughly
 */
export function fileSpool(memory = SPOOL_MEMORY): FileSpool {
  let held = 0;
  let file: TemporaryFile | undefined;
  return {
    put: <Value>(value: Value, bytes: number): (() => Value) => {
      held += bytes;
      if (held <= memory) return () => value;
      try {
        file ??= openTemporary();
        // What was written is of this type.
        return valueReader(file.append(serialize(value))) as () => Value;
      } catch {
        return () => value;
      }
    },
    close: () => file?.close(),
  };
}

/** It holds no value, wherefore it is a function of its own. */
function valueReader(read: () => Buffer): () => unknown {
  return (): unknown => deserialize(read());
}

/** Gives what `use` gives, which may use a spool until then. */
export async function withSpool<Result>(memory: number, use: (spool: Spool) => Promise<Result>): Promise<Result> {
  const spool = fileSpool(memory);
  try {
    return await use(spool);
  } finally {
    spool.close();
  }
}

interface TemporaryFile {
  /** Appends bytes; the function reads them. */
  readonly append: (bytes: Buffer) => () => Buffer;
  readonly close: () => void;
}

function openTemporary(): TemporaryFile {
  const path = join(tmpdir(), `backproof-${randomUUID()}.spool`);
  const file = openSync(path, 'wx+', 0o600);
  const removed = removeOpen(path);
  let end = 0;
  return {
    append: (bytes) => {
      const start = end;
      for (let written = 0; written < bytes.length;) {
        written += writeSync(file, bytes, written, bytes.length - written, start + written);
      }
      end += bytes.length;
      return readerOf(file, start, bytes.length);
    },
    close: () => {
      closeSync(file);
      if (!removed) rmSync(path, { force: true });
    },
  };
}

/** It holds no bytes, wherefore it is a function of its own. */
function readerOf(file: number, start: number, length: number): () => Buffer {
  return () => {
    const bytes = Buffer.allocUnsafeSlow(length);
    readAll(file, bytes, start);
    return bytes;
  };
}

/** Where a file may be removed while it is open, not even a killed process leaves it behind. */
function removeOpen(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error if the file is shorter */
function readAll(file: number, into: Buffer, start: number): void {
  for (let read = 0; read < into.length;) {
    const bytes = readSync(file, into, read, into.length - read, start + read);
    if (bytes === 0) throw new Error('a temporary file was cut off while it was in use');
    read += bytes;
  }
}
