import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.js';

/** Browsers that Playwright finds by itself where they are usually installed. */
const CHANNELS = ['chrome', 'msedge'];

/**
 * Returns the path of a Chromium for tests: `CHROMIUM_PATH`, else the one of the lockfile, else Google Chrome or
 * Microsoft Edge. Where there is none, `undefined`, and a line on stderr says what is not tested.
 *
 * @param tested what the tests look at, for that line
 */
export async function findChromium(tested: string): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const path = (await unpackedChromium()) ?? (await installedChromium());
  if (path === undefined) {
    process.stderr.write(
      `not tested without a browser: ${tested}. Install Google Chrome or Microsoft Edge, or set CHROMIUM_PATH.\n`,
    );
  }
  return path;
}

/**
 * Starts the Chromium that was found. Its own sandbox cannot start as root, nor in most containers; the pages are ours.
 *
 * @throws Error if none was found: then the tests of pages are to be skipped
 */
export async function startChromium(found: string | undefined): Promise<Browser> {
  if (found === undefined) throw new Error('there is no Chromium');
  return chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
}

async function installedChromium(): Promise<string | undefined> {
  for (const channel of CHANNELS) {
    // Only a browser under automation tells its command line, and by it where it is.
    const args = ['--no-sandbox', '--enable-automation'];
    const browser = await chromium.launch({ channel, args }).catch(() => undefined);
    if (browser === undefined) continue;
    try {
      const session = await browser.newBrowserCDPSession();
      const { arguments: commandLine } = await session.send('Browser.getBrowserCommandLine');
      return commandLine[0];
    } finally {
      await browser.close();
    }
  }
  return undefined;
}
