import { constants } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { driveBrowser } from './devtools.js';
import type { DevtoolsCall } from './devtools.js';
import { UsageError } from './usage-error.js';

/** The time limit of printing. */
const PATIENCE_MS = 120_000;

const LOADED = `new Promise((resolve) => {
  if (document.readyState === 'complete') resolve();
  else addEventListener('load', () => resolve());
})`;

/** As the page's own style says, with an outline of its headings. */
const PAPER = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/**
 * Checks that the Chromium that a user names can be run; does not search for another.
 * @throws UsageError if it cannot be run
 */
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

/** Prints a page as PDF. The browser starts with an empty profile of its own and reaches no network. */
export async function printPdf(chromium: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-print-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html);
    const url = pathToFileURL(page).href;
    return await driveBrowser(chromium, argumentsFor(folder), PATIENCE_MS, printing(url));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function printing(url: string) {
  return async (call: DevtoolsCall): Promise<Buffer> => {
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const ofPage = (method: string, params: object) => call(method, params, String(sessionId));
    await ofPage('Page.navigate', { url });
    await ofPage('Runtime.evaluate', { expression: LOADED, awaitPromise: true });
    const { data } = await ofPage('Page.printToPDF', PAPER);
    return Buffer.from(String(data), 'base64');
  };
}

function argumentsFor(folder: string): readonly string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium refuses to start its sandbox as root, as in containers. The page is ours and runs nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
