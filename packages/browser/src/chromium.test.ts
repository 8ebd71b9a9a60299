import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findChromium, startChromium } from './chromium.js';
import { unpackedChromium } from './unpacked-chromium.js';

const locked = await unpackedChromium();

const { CHROMIUM_PATH, PATH } = process.env;
beforeEach(() => {
  delete process.env.CHROMIUM_PATH;
  process.env.PATH = dirname(process.execPath);
});
afterEach(() => {
  process.env.PATH = PATH;
  if (CHROMIUM_PATH !== undefined) process.env.CHROMIUM_PATH = CHROMIUM_PATH;
});

it('a Chromium that is named is taken, whatever else there is', async () => {
  process.env.CHROMIUM_PATH = join('/opt', 'my-chromium');
  expect(await findChromium('nothing')).toBe(join('/opt', 'my-chromium'));
});

it('without any, none is started', async () => {
  await expect(startChromium(undefined)).rejects.toThrow('there is no Chromium');
});

(locked === undefined ? describe.skip : describe)('where the one of the lockfile runs', () => {
  it('it is found with nothing named and nothing on the PATH', async () => {
    expect(await findChromium('nothing')).toBe(locked);
    process.env.CHROMIUM_PATH = '';
    expect(await findChromium('nothing')).toBe(locked);
  });

  it('its text is in the font that it came with', async () => {
    const browser = await startChromium(locked);
    try {
      const page = await browser.newPage();
      await page.setContent('<span>mmmm</span><span style="font-family: Open Sans">mmmm</span>');
      const [usual, own] = await page
        .locator('span')
        .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().width));
      expect(own).toBeGreaterThan(0);
      expect(usual).toBe(own);
    } finally {
      await browser.close();
    }
  });
});
