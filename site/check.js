import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { findChromium, startChromium } from '@backproof/browser';
import { PAGES } from './contents.js';

const DIST = join(import.meta.dirname, 'dist');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** The page of errors, and the one that leads to the first page. */
const ASIDE = ['404.html', 'index.html'];

/** Looks at the site as it was built, and says what is wrong with it. */
async function check() {
  const files = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith('.html'));
  const missing = PAGES.map(addressOf).filter((name) => !files.includes(name));
  const faults = [...missing.map((name) => `${name} is missing`), ...brokenLinks(files)];
  const chromium = await findChromium('the site');
  if (chromium !== undefined) faults.push(...(await faultsInBrowser(chromium, files)));
  return { faults, pages: files.length };
}

function addressOf(page) {
  return page.replace(/\.md$/, '.html');
}

/** The internal links that lead to no page, or to a place in it that does not exist. */
function brokenLinks(files) {
  const texts = new Map(files.map((name) => [name, readFileSync(join(DIST, name), 'utf8')]));
  const ids = new Map(
    [...texts].map(([name, text]) => [name, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  return [...texts].flatMap(([name, text]) =>
    [...text.matchAll(/<a [^>]*href="([^"]+)"/g)].flatMap(([, href = '']) => {
      if (/^\w+:/.test(href)) return [];
      const { pathname, hash } = new URL(href.replaceAll('&amp;', '&'), `http://site/${name}`);
      const path = decodeURIComponent(pathname.slice(1));
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!texts.has(target))
        return existsSync(join(DIST, target)) ? [] : [`${name} links to ${href}, which is no page`];
      const id = decodeURIComponent(hash.slice(1));
      return id === '' || ids.get(target)?.has(id) ? [] : [`${name} links to ${href}, a place that does not exist`];
    }),
  );
}

/** Opens each page, searches, and switches to the dark scheme. */
async function faultsInBrowser(chromium, files) {
  const faults = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    return response
      .setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      .end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await startChromium(chromium);
  try {
    const page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', ({ message }) => faults.push(`${page.url()}: ${message}`));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
        faults.push(`${page.url()} requests ${request.url()}`);
    });
    for (const name of files.filter((each) => !ASIDE.includes(each))) {
      await page.goto(`${origin}/${name}`, { waitUntil: 'load' });
      if ((await page.locator('h1').count()) !== 1) faults.push(`${name} has not one heading of the first level`);
    }
    await page.goto(`${origin}/docs/ledger.html`);
    await page.getByRole('button', { name: 'Search' }).first().click();
    await page.locator('.VPLocalSearchBox input').fill('air-gapped');
    await page.locator('.VPLocalSearchBox .result').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('Escape');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    if (background === 'rgb(255, 255, 255)') faults.push('the dark scheme is white');
  } finally {
    await browser.close();
    server.close();
  }
  return faults;
}

const { faults, pages } = await check();
for (const fault of faults) console.error(fault);
console.log(`${pages} pages, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
