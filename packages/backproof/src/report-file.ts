import { createHash } from 'node:crypto';
import type { ReportedRun, Reporter, Supplement } from '@backproof/core';
import { pieces, writeOutput } from './output-file.js';

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
  supplement?: Supplement,
): Promise<WrittenReport> {
  const hash = createHash('sha256');
  let bytes = 0;
  function* counted(): Generator<Buffer> {
    for (const piece of reporter.render(run, options, supplement)) {
      const chunk = Buffer.from(piece, 'utf8');
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await writeOutput(path, pieces(counted()));
  return { bytes, sha256: hash.digest('hex') };
}
