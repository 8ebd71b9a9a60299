import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReportedRun, Reporter } from '@backproof/core';
import { writeAtomically } from './write-atomically.js';

/** A report that was written. */
export interface WrittenReport {
  readonly bytes: number;
  readonly sha256: string;
}

/** Renders a run into a file: all of it or, if that fails, nothing. */
export async function saveReport(
  path: string,
  reporter: Reporter,
  run: ReportedRun,
  options?: object,
): Promise<WrittenReport> {
  const hash = createHash('sha256');
  let bytes = 0;
  function* counted(): Generator<Buffer> {
    for (const piece of reporter.render(run, options)) {
      const chunk = Buffer.from(piece, 'utf8');
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await writeAtomically(path, (temporary) => pipeline(Readable.from(counted()), createWriteStream(temporary)));
  return { bytes, sha256: hash.digest('hex') };
}
