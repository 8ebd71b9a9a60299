import { extname } from 'node:path';
import { auditHtml, auditJson, controlsCsv, exceptionsCsv } from '@backproof/audit';
import type { Audit } from '@backproof/audit';
import { messageOf } from '../message-of.js';
import { writeAtomically, writePieces } from '../write-atomically.js';
import { checkChromium, printPdf } from './chromium.js';
import { knownWord } from './option-values.js';
import { UsageError } from './usage-error.js';
import { checkWritable, STDOUT } from './writable.js';

const FORMATS = ['html', 'json', 'csv', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** A file that is asked for. */
interface AuditFile {
  readonly path: string;
  readonly write: (audit: Audit, path: string) => Promise<void>;
}

interface FileFlags {
  readonly out: string;
  readonly format?: readonly string[];
  readonly chromium?: string;
}

/**
 * The files to write: one format has the given name; each of several has that name with its own extension.
 * They are checked before anything is read.
 *
 * @throws UsageError if a format is not known or a file cannot be written
 */
export async function requestedAuditFiles({ out, format, chromium }: FileFlags): Promise<readonly AuditFile[]> {
  const ending = extname(out).slice(1).toLowerCase();
  const formats = [...new Set(format?.map((word) => knownWord('format', word, FORMATS)) ?? [formatOf(out, ending)])];
  const stem = FORMATS.some((each) => each === ending) ? out.slice(0, -ending.length - 1) : out;
  const [only] = formats;
  const isOne = formats.length === 1 && only !== 'csv';
  if (out === STDOUT && (!isOne || only === 'pdf')) {
    throw new UsageError(`${formats.join(' and ')} cannot be written to standard output. Write --out FILE.`);
  }
  const files = formats.flatMap((each) => filesOf(each, isOne ? out : `${stem}.${each}`, stem, chromium));
  if (formats.includes('pdf')) await checkChromium(chromium);
  await checkWritable(files.map(({ path }) => path));
  return files;
}

function formatOf(out: string, ending: string): Format {
  if (out === STDOUT) return 'html';
  const format = FORMATS.find((each) => each === ending);
  if (format !== undefined) return format;
  throw new UsageError(`${out} has no known file extension. Write --out audit.html, or --format html.`);
}

function filesOf(format: Format, path: string, stem: string, chromium: string | undefined): readonly AuditFile[] {
  switch (format) {
    case 'html':
      return [{ path, write: text(auditHtml) }];
    case 'json':
      return [{ path, write: text(auditJson) }];
    case 'csv':
      return [
        { path: `${stem}.exceptions.csv`, write: text(exceptionsCsv) },
        { path: `${stem}.controls.csv`, write: text(controlsCsv) },
      ];
    case 'pdf':
      return [{ path, write: async (audit, to) => printPdf(chromium ?? '', [...auditHtml(audit)].join(''), to) }];
  }
}

function text(render: (audit: Audit) => Iterable<string>): AuditFile['write'] {
  return async (audit, path) => {
    if (path === STDOUT) for (const piece of render(audit)) process.stdout.write(piece);
    else await writePieces(path, render(audit));
  };
}

/** Writes the files, each whole or not at all. @returns how many could not be written; why is said */
export async function writeAuditFiles(audit: Audit, files: readonly AuditFile[]): Promise<number> {
  let failed = 0;
  for (const { path, write } of files) {
    try {
      if (path === STDOUT) await write(audit, STDOUT);
      else await writeAtomically(path, (temporary) => write(audit, temporary));
      if (path !== STDOUT) process.stderr.write(`wrote ${path}\n`);
    } catch (error) {
      process.stderr.write(`backproof: cannot write ${path}: ${messageOf(error)}\n`);
      failed += 1;
    }
  }
  return failed;
}
