import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY, schemaFaults } from '@backproof/core';
import { saveInventory } from 'backproof';
import type { Audit, Run, ScanResult } from 'backproof';
import { findChromium, startChromium } from '@backproof/browser';
import { backproof } from './support/cli.js';
import type { CommandResult } from './support/cli.js';
import { configAt, recordAfterwards, recordQuarter, SCANS, seenExceptions } from './support/quarter.js';

/** For people to look at; git ignores it. */
const ARTIFACTS = join(import.meta.dirname, 'artifacts');
const CHROMIUM = await findChromium('the page and the PDF of the audit of a quarter');
const itInBrowser = CHROMIUM === undefined ? it.skip : it;

let folder: string;
let ledger: string;
let audited: CommandResult;
let audit: Audit;
let scans: readonly ScanResult[];

const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-audit-'));
  await mkdir(ARTIFACTS, { recursive: true });
  ledger = inFolder('ledger');
  scans = await recordQuarter(ledger);
  await recordAfterwards(ledger);
  const printed = CHROMIUM === undefined ? [] : ['--chromium', CHROMIUM];
  const format = CHROMIUM === undefined ? 'html,json,csv,xlsx' : 'html,json,csv,xlsx,pdf';
  const sampled = ['--sample', '25', '--seed', 'lottery'];
  audited = await auditOf(ledger, '--format', format, '--out', inFolder('audit'), ...printed, ...sampled);
  audit = await readAudit('audit.json');
});
afterAll(() => rm(folder, { recursive: true }));

function auditOf(of: string, ...args: readonly string[]): Promise<CommandResult> {
  return backproof(['audit', '--quarter', '2026-Q3', '--ledger', of, '--framework', 'soc2,iso27001', ...args]);
}

async function readAudit(name: string): Promise<Audit> {
  return JSON.parse(await readFile(inFolder(name), 'utf8')) as Audit;
}

describe('the audit of a quarter', () => {
  it('tells the story: which exceptions were open, from when to when', () => {
    const found = audit.exceptions.map(({ ruleId: rule, arn: resourceArn, name: resourceName, opened, closed }) => ({
      rule,
      resourceArn,
      resourceName,
      opened: Date.parse(opened.at),
      ...(closed && { closed: Date.parse(closed.at) }),
    }));
    expect(found).toHaveLength(15);
    expect(found).toEqual(expect.arrayContaining([...seenExceptions]));
  });

  it('tells how each ended, and on what evidence', () => {
    const unlike = audit.exceptions.filter(({ closed }) => closed !== undefined && closed.how !== 'met');
    expect(unlike).toEqual([]);
    const open = audit.exceptions.filter(({ state }) => state !== 'closed');
    expect(open.map(({ ruleId, name }) => `${ruleId} ${name}`)).toEqual(['restore-test archive']);
    for (const { finding, closed } of audit.exceptions) {
      expect(finding?.message).not.toBe('');
      if (closed) expect(closed.finding?.evidence.length).toBeGreaterThan(0);
    }
  });

  it('tells which controls failed', () => {
    const statuses = audit.frameworks.flatMap(({ controls }) =>
      controls.map(({ id, status, atEnd }) => `${id} ${status} ${String(atEnd)}`),
    );
    expect(statuses).toEqual(
      [
        'soc2/CC7.4 notAssessed notAssessed',
        'soc2/CC7.5 fail fail',
        'soc2/A1.2 fail pass',
        'soc2/A1.3 fail fail',
        'soc2/PI1.5 notAssessed notAssessed',
        'soc2/C1.2 notAssessed notAssessed',
      ].concat(statuses.slice(6)),
    );
    expect(statuses).toContain('iso27001-2022/A.8.13 fail fail');
  });

  it('tells what the weeks cover: with the event history of CloudTrail, all is known', () => {
    expect(audit.coverage).toMatchObject({ longestMs: 7 * DAY, gaps: [] });
    expect(audit.runs).toHaveLength(13);
    expect(audit.conclusion.result).toBe('violations');
    expect(audited.status).toBe(1);
    expect(audited.stdout).toMatch(/^VIOLATIONS: audit of 2026-Q3: 13 runs, 15 exceptions\n/);
  });

  it('has the population: each resource of the story, and when it came and went', () => {
    const { total, resources } = audit.population;
    expect(total.opening + total.added - total.removed).toBe(total.closing);
    const moved = resources.flatMap(({ name, movements }) =>
      movements.map(({ kind, seen }) => `${name} ${kind} ${seen.at.slice(5, 10)}`),
    );
    expect(moved).toEqual(['campaign added 07-19', 'campaign gone 08-23', 'kiosk-db added 08-09']);
  });

  it('has the waiver that expired, and the time of the exception that it approved', () => {
    expect(audit.waivers).toMatchObject([{ id: 'wiki-without-backup', expiredInPeriod: true, removed: false }]);
    const wiki = audit.exceptions.find(({ ruleId, name }) => ruleId === 'backup-coverage' && name === 'wiki');
    expect(wiki?.dispositions).toMatchObject([
      { kind: 'waived', last: { at: '2026-08-09T12:00:00.000Z' } },
      { kind: 'open', first: { at: '2026-08-16T12:00:00.000Z' } },
    ]);
  });

  it('has the restores of the quarter that AWS has forgotten since', () => {
    expect(audit.restores.map(({ startedAt }) => startedAt.slice(5, 10))).toEqual(
      expect.arrayContaining(['07-10', '08-10', '09-10', '09-17', '09-24']),
    );
    expect(audit.restoreGaps).toEqual([]);
  });

  it('fits its published schema', async () => {
    const schema = JSON.parse(
      await readFile(join(import.meta.dirname, '../packages/backproof/schema/audit.schema.json'), 'utf8'),
    ) as object;
    expect(schemaFaults(schema, audit)).toEqual([]);
  });

  it('is written as a workbook, which is a ZIP file', async () => {
    expect((await readFile(inFolder('audit.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  });

  it('is written as files that hold the same', async () => {
    const [html, exceptions, controls] = await Promise.all(
      ['audit.html', 'audit.exceptions.csv', 'audit.controls.csv'].map((name) => readFile(inFolder(name), 'utf8')),
    );
    expect(exceptions?.match(/restore-test,/g)?.length).toBeGreaterThanOrEqual(4);
    expect(controls).toContain('iso27001-2022/A.8.13');
    for (const { name, opened } of audit.exceptions) {
      expect(html).toContain(name);
      expect(html).toContain(opened.id.slice(0, 12));
    }
  });

  itInBrowser('is written as a PDF, which is left in test/artifacts', async () => {
    expect((await readFile(inFolder('audit.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    await cp(inFolder('audit.pdf'), join(ARTIFACTS, 'audit.pdf'));
  });

  itInBrowser.each([
    ['desk', 1280],
    ['phone', 390],
  ])('fits a %s; a picture of it is left in test/artifacts', async (name, width) => {
    const browser = await startChromium(CHROMIUM);
    try {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(pathToFileURL(inFolder('audit.html')).href);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.getByRole('heading', { name: 'Backup audit 2026-Q3' }).isVisible()).toBe(true);
      await page.screenshot({ path: join(ARTIFACTS, `audit-${name}.png`), fullPage: true });
    } finally {
      await browser.close();
    }
  });

  it('is the same again, byte for byte', async () => {
    await auditOf(ledger, '--out', inFolder('again.json'), '--sample', '25', '--seed', 'lottery');
    expect(await readFile(inFolder('again.json'))).toEqual(await readFile(inFolder('audit.json')));
  });
});

it('lets another perform each verdict again, from the inventory that it names and the ledger', async () => {
  const { exceptions, sample } = audit;
  const items = sample?.items ?? [];
  expect(items.map(({ name }) => name).toSorted()).toEqual(
    audit.population.resources.map(({ name }) => name).toSorted(),
  );
  const named = new Set([...exceptions.map(({ lastSeen }) => lastSeen.id), ...items.map(({ run }) => run.id)]);
  const concerned = audit.runs.filter(({ id }) => named.has(id));
  expect(concerned.length).toBeGreaterThan(3);
  for (const { id, at, judgedAt, inventorySha256 } of concerned) {
    const again = await evaluatedAgain(Date.parse(at), judgedAt);
    expect(again).toMatchObject({ id, inventory: { sha256: inventorySha256 } });
    for (const { ruleId, arn, finding } of exceptions.filter(({ lastSeen }) => lastSeen.id === id)) {
      const outcome = again.outcomes.find((each) => each.ruleId === ruleId && each.subject.arn === arn);
      expect(outcome).toMatchObject({ status: 'fail', message: finding?.message, evidence: finding?.evidence });
    }
    for (const { arn, results } of items.filter(({ run }) => run.id === id)) {
      const outcomes = again.outcomes.filter(({ subject }) => subject.arn === arn);
      expect(results).toMatchObject(
        outcomes.map(({ ruleId, status, message, evidence }) => ({ ruleId, status, message, evidence })),
      );
    }
  }
});

/** What the command says of the inventory that was taken at a moment, with what an auditor was given. */
async function evaluatedAgain(takenAt: number, judgedAt: string): Promise<Run> {
  const scanned = scans[SCANS.indexOf(takenAt)];
  if (scanned === undefined) throw new Error(`there is no scan at ${takenAt}`);
  const desk = await mkdtemp(inFolder('desk-'));
  await saveInventory(join(desk, 'inventory.ndjson.gz'), scanned.inventory);
  const { config, waivers } = configAt(takenAt);
  await writeFile(join(desk, 'backproof.config.json'), config);
  await writeFile(join(desk, 'waivers.json'), waivers);
  const args = ['inventory.ndjson.gz', '--ledger', ledger, '--now', judgedAt, '--json', 'run.json'];
  expect((await backproof(['evaluate', ...args], {}, desk)).stderr).toBe('');
  return JSON.parse(await readFile(join(desk, 'run.json'), 'utf8')) as Run;
}

describe('a ledger that was tampered with', () => {
  it.each([
    ['the outcomes of the quarter', 'kind=outcomes'],
    ['a manifest', '_manifests'],
  ])('%s: the page says so at the top', async (_, part) => {
    const changed = inFolder(`changed-${part}`);
    await cp(ledger, changed, { recursive: true });
    const files = (await readdir(changed, { recursive: true })).filter(
      (name) => name.startsWith(part) && /\.(parquet|json)$/.test(name),
    );
    const file = join(changed, files.at(-1) ?? '');
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const { status, stdout } = await auditOf(changed, '--out', inFolder('changed.html'));
    expect(status).toBe(3);
    expect(stdout).toContain('the ledger is not intact: ');
    const html = await readFile(inFolder('changed.html'), 'utf8');
    expect(html.indexOf('Ledger not intact')).toBeGreaterThan(0);
    expect(html.indexOf('Ledger not intact')).toBeLessThan(html.indexOf('Incomplete</p>'));
  });
});

it('needs no browser but for a PDF, and then one that is named, however near another is', async () => {
  const env = { PATH: dirname(CHROMIUM ?? process.execPath) };
  const { status, stderr } = await backproof(
    ['audit', '--quarter', '2026-Q3', '--ledger', ledger, '--out', inFolder('none.pdf')],
    env,
  );
  expect(status).toBe(2);
  expect(stderr).toContain('--chromium /usr/bin/chromium');
});
