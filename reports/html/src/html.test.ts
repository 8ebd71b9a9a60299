import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  failure,
  HOSTILE_TEXTS,
  manyOutcomes,
  REPORTED_RUNS,
  run,
  subject,
  testReporter,
  waiver,
} from '@backproof/testing';
import type { ReportedRun } from '@backproof/core';
import { html } from './html.js';
import type { HtmlOptions } from './html.js';
import { htmlFaults } from './validation.fixture.js';

function textOf(reported: ReportedRun, options: Partial<HtmlOptions> = {}): string {
  return [...html.render(reported, options)].join('');
}

testReporter(html, { golden: join(import.meta.dirname, 'golden') });

describe('the file', () => {
  it.each(Object.entries({ ...REPORTED_RUNS, many: manyOutcomes(2_000) }))(
    'of the %s run is valid',
    async (_, reported) => {
      expect(await htmlFaults(textOf(reported))).toEqual([]);
    },
  );

  it('holds no character that does not show, but for new lines of its own style and script', () => {
    const text = textOf(REPORTED_RUNS.hostile);
    const body = text.slice(text.indexOf('<body>'), text.indexOf('<script>'));
    expect(body.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(text).toContain('invoice\\u{202e}gnp.exe');
    expect(text).not.toContain(HOSTILE_TEXTS.markup);
  });

  it('of 100,000 resources is smaller than 10 MB', () => {
    let bytes = 0;
    for (const piece of html.render(manyOutcomes(400_000))) bytes += Buffer.byteLength(piece);
    expect(bytes).toBeLessThan(10_000_000);
  });
});

describe('what is too much to write', () => {
  const outcomes = Array.from({ length: 30 }, (_, n) =>
    failure({ subject: subject({ name: `db-${String(n).padStart(2, '0')}` }) }),
  );
  const rare = failure({
    subject: subject({ name: 'rare' }),
    messageId: 'last-failed',
    message: 'Its last backup failed.',
  });

  it('is counted, and the rest is named where it is', () => {
    const text = textOf(run({ outcomes: [...outcomes, rare] }), { rows: 10 });
    expect(text).toContain('9 of 30 resources are shown here. The JSON report contains all of them.');
    expect(text).toContain('Its last backup failed.');
    expect(text).toContain('db-08');
    expect(text).not.toContain('db-09 is in no');
  });

  it('is not spoken of where nothing is left out', () => {
    expect(textOf(run({ outcomes }))).not.toContain('written here');
  });
});

describe('links', () => {
  it.each([
    ['https://tracker.example/RISK-7', true],
    ['RISK-7', false],
    ['javascript:alert(1)', false],
    ['https://tracker.example/\u202e', false],
    ['data:text/html,x', false],
  ])('%s is one: %s', (ticket, isLink) => {
    const text = textOf(run({ waivers: [waiver({ ticket })] }));
    expect(text.includes(`href="${ticket}"`)).toBe(isLink);
  });
});
