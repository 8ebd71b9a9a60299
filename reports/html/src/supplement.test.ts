import { findChromium } from '@backproof/browser';
import type { Fix, Supplement } from '@backproof/core';
import { failure, HOSTILE_TEXTS, run, subject } from '@backproof/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { startBrowser } from './browser/browser.fixture.js';
import type { TestBrowser } from './browser/browser.fixture.js';
import { layoutFaults } from './browser/layout-faults.fixture.js';
import { LOSSES, reportOf, RESOURCES } from './drill/drill.fixture.js';
import { html } from './html.js';
import { htmlFaults } from './validation.fixture.js';

const lock: Fix = {
  sentence: `Lock vault ${HOSTILE_TEXTS.markup}.`,
  warning: 'It cannot be lifted.',
  commands: [
    {
      operation: 'backup:PutBackupVaultLockConfiguration',
      region: 'eu-west-1',
      input: { BackupVaultName: HOSTILE_TEXTS.markup, MinRetentionDays: 30 },
    },
  ],
  terraform: { heading: 'resource "aws_backup_vault_lock_configuration" "a"', settings: { min_retention_days: 30 } },
};

const supplement: Supplement = { drill: () => reportOf(), fixesOf: () => [lock] };
const failures = Array.from({ length: 12 }, (_, n) => failure({ subject: subject({ name: `db-${String(n)}` }) }));
const reported = run({ outcomes: failures });
const written = [...html.render(reported, {}, supplement)].join('');
const plain = [...html.render(reported)].join('');

describe('the report of a run with its inventory', () => {
  it('is valid', async () => {
    expect(await htmlFaults(written)).toEqual([]);
  });

  it('has resources by losses, which its contents name; that of a saved run has not', () => {
    expect(written).toContain('href="#losses"');
    expect(written).toContain('How many resources come back after each loss');
    expect(written).toContain('carts-of-a-shop-with-a-long-name-that-goes-on');
    expect(plain).not.toContain('losses"');
  });

  it('has the fixes of the first failures of a group, which are alike', () => {
    expect(written.match(/How to fix it/g)).toHaveLength(10);
    expect(written).toMatch(/<code>aws backup put-backup-vault-lock-configuration --region eu-west-1 \\<\/code>/);
    expect(written).not.toContain('\\u{a}');
    expect(written).toContain('aws_backup_vault_lock_configuration');
    expect(written).not.toContain('CloudFormation</summary>');
    expect(written).toContain('Caution: It cannot be lifted.');
    expect(written).not.toContain(HOSTILE_TEXTS.markup);
    expect(plain).not.toContain('How to fix it');
  });

  it('names the document that has the resources which it leaves out', () => {
    const few: Supplement = { ...supplement, drill: () => reportOf(LOSSES, RESOURCES, 2) };
    expect([...html.render(reported, {}, few)].join('')).toContain(
      '2 of 3 resources are shown here. The JSON of backproof drill contains all of them.',
    );
  });

  it('says nothing of fixes where there are none', () => {
    const none: Supplement = { drill: () => undefined, fixesOf: () => [] };
    expect([...html.render(reported, {}, none)].join('')).toBe(plain);
  });
});

const chromium = await findChromium('the HTML report');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

describeInBrowser('in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(chromium);
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each([1280, 390])('is laid out well, and readable by all, %d pixels wide', async (width) => {
    const { page, misdeeds } = await browser.open(written, { viewport: { width, height: 900 } });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: readonly object[] }>('axe.run()');
    expect(violations).toEqual([]);
    expect(misdeeds).toEqual([]);
  });
});
