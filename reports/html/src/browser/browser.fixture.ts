import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startChromium } from '@backproof/browser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that was opened, and what it did that a report must not do. */
interface OpenedPage {
  readonly page: Page;
  /** Requests but for the file itself, console messages, dialogs and errors, each in words. */
  readonly misdeeds: readonly string[];
}

/** One browser for all tests of a file. */
export interface TestBrowser {
  /** Opens a report as a file, in a context of its own. */
  readonly open: (html: string, options?: BrowserContextOptions) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** @throws Error if no Chromium was found */
export async function startBrowser(found: string | undefined): Promise<TestBrowser> {
  const browser = await startChromium(found);
  const folder = await mkdtemp(join(tmpdir(), 'backproof-html-'));
  let files = 0;
  return {
    open: async (html, options) => {
      const path = join(folder, `${files++}.html`);
      await writeFile(path, html);
      return openFile(browser, pathToFileURL(path).href, options);
    },
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openFile(browser: Browser, url: string, options?: BrowserContextOptions): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const misdeeds: string[] = [];
  page.on('console', (message) => misdeeds.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => misdeeds.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) misdeeds.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, misdeeds };
}
