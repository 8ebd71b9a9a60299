import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { UsageError } from './usage-error.js';

const run = promisify(execFile);

/** The time limit of printing. */
const PATIENCE_MS = 120_000;

/** Checks that the Chromium that a user names can be run; does not search for another. @throws UsageError */
export async function checkChromium(path: string | undefined): Promise<void> {
  if (path === undefined || path === '') {
    throw new UsageError('a PDF needs an installed Chromium. Name it: --chromium /usr/bin/chromium, or CHROMIUM_PATH.');
  }
  await access(path, constants.X_OK).catch(() => {
    throw new UsageError(
      `cannot print the PDF: ${path} is not a program. Name a Chromium: --chromium /usr/bin/chromium.`,
    );
  });
}

/** Prints a page into a file. The browser starts with an empty profile of its own and reaches no network. */
export async function printPdf(chromium: string, html: string, path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-print-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html);
    await run(chromium, [...argumentsFor(folder), `--print-to-pdf=${resolve(path)}`, pathToFileURL(page).href], {
      timeout: PATIENCE_MS,
    });
    await access(path);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function argumentsFor(folder: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium refuses to start its sandbox as root, as in containers. The page is ours and runs nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
