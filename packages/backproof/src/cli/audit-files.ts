import { extname } from 'node:path';
import { AUDIT_TABLES, auditCsv, auditHtml, auditJson, auditXlsx, isOnRequest } from '@backproof/audit';
import type { Audit, AuditTable } from '@backproof/audit';
import { messageOf } from '../message-of.js';
import { pieces, writeOutput } from '../output-file.js';
import { checkChromium, printPdf } from './chromium.js';
import { knownWord } from './option-values.js';
import { note, warn } from './say.js';
import { UsageError } from './usage-error.js';
import { checkOutputs, STDOUT } from './writable.js';

const FORMATS = ['html', 'json', 'csv', 'xlsx', 'pdf'] as const;
type Format = (typeof FORMATS)[number];

/** A file that is asked for. */
interface AuditFile {
  readonly path: string;
  readonly render: (audit: Audit) => Iterable<string> | Promise<Iterable<Buffer>>;
}

interface FileFlags {
  readonly out: string;
  readonly format?: readonly string[];
  readonly chromium?: string;
  readonly sample?: string;
  readonly responses?: readonly string[];
}

/**
 * The files to write: one format has the given name; each of several has that name with its own extension.
 * They are checked before anything is read.
 *
 * @throws UsageError if a format is not known or a file cannot be written
 */
export async function requestedAuditFiles(flags: FileFlags): Promise<readonly AuditFile[]> {
  const { out, format, chromium } = flags;
  const ending = extname(out).slice(1).toLowerCase();
  const formats = [...new Set(format?.map((word) => knownWord('format', word, FORMATS)) ?? [formatOf(out, ending)])];
  const stem = FORMATS.some((each) => each === ending) ? out.slice(0, -ending.length - 1) : out;
  const [only] = formats;
  const isOne = formats.length === 1 && only !== 'csv';
  if (out === STDOUT && (!isOne || only === 'pdf' || only === 'xlsx')) {
    throw new UsageError(`${formats.join(' and ')} cannot be written to standard output. Write --out FILE.`);
  }
  const files = formats.flatMap((each) => filesOf(each, isOne ? out : `${stem}.${each}`, stem, flags));
  if (formats.includes('pdf')) await checkChromium(chromium);
  await checkOutputs({ outputs: files.map(({ path }) => path) });
  return files;
}

function formatOf(out: string, ending: string): Format {
  if (out === STDOUT) return 'html';
  const format = FORMATS.find((each) => each === ending);
  if (format !== undefined) return format;
  throw new UsageError(`${out} has no known file extension. Write --out audit.html, or --format html.`);
}

function filesOf(
  format: Format,
  path: string,
  stem: string,
  { chromium = '', responses, sample }: FileFlags,
): readonly AuditFile[] {
  const isAsked = ({ name }: AuditTable): boolean => (name === 'sample' ? sample : responses) !== undefined;
  switch (format) {
    case 'html':
      return [{ path, render: auditHtml }];
    case 'json':
      return [{ path, render: auditJson }];
    case 'csv':
      return AUDIT_TABLES.filter((table) => !isOnRequest(table) || isAsked(table)).map((table) => ({
        path: `${stem}.${table.name}.csv`,
        render: (audit) => auditCsv(audit, table),
      }));
    case 'xlsx':
      return [{ path, render: async (audit) => [await auditXlsx(audit)] }];
    case 'pdf':
      return [{ path, render: async (audit) => [await printPdf(chromium, [...auditHtml(audit)].join(''))] }];
  }
}

/** Writes the files, each whole or not at all. @returns how many could not be written; why is said */
export async function writeAuditFiles(audit: Audit, files: readonly AuditFile[]): Promise<number> {
  let failed = 0;
  for (const { path, render } of files) {
    try {
      const content = await render(audit);
      if (path === STDOUT) {
        for (const piece of content) process.stdout.write(piece);
        continue;
      }
      await writeOutput(path, pieces(content));
      note(`wrote ${path}`);
    } catch (error) {
      warn(`cannot write ${path}: ${messageOf(error)}`);
      failed += 1;
    }
  }
  return failed;
}
