import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import { HOSTILE_TEXTS, manyOutcomes, REPORTED_RUNS, run, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { marked } from 'marked';
import { markdown } from './markdown.js';
import type { MarkdownOptions } from './markdown.js';
import { plain } from './plain.js';

testReporter(markdown, { golden: join(import.meta.dirname, 'golden') });

function textOf(of: ReportedRun, options?: Partial<MarkdownOptions>): string {
  return [...markdown.render(of, options)].join('');
}

/** The names of the elements that Markdown becomes. */
function elementsOf(text: string): ReadonlySet<string> {
  const html = marked.parse(text, { async: false, gfm: true });
  return new Set([...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name]) => name ?? ''));
}

const { mixed, hostile } = REPORTED_RUNS;

describe('the summary', () => {
  it('says the result first', () => {
    expect(textOf(mixed)).toMatch(/^# ⚠️ Backproof: incomplete\n/);
    expect(textOf(REPORTED_RUNS.clean)).toMatch(/^# ✅ Backproof: gate passed\n/);
  });

  it('shows the worst violations first, and the waiver that has expired', () => {
    const severities = [...textOf(mixed).matchAll(/^\| (critical|high|medium|low) \|/gm)].map(
      ([, severity]) => severity,
    );
    expect(severities).toEqual(['critical', 'high', 'high', 'medium', 'low']);
    expect(textOf(mixed)).toContain('Waiver W-2 has expired.');
  });

  it('shows each waiver with its state', () => {
    const states = [...textOf(mixed).matchAll(/^\| (expired|stale|active) \| (W-\d)/gm)].map(([, state, id]) => [
      state,
      id,
    ]);
    expect(states).toEqual([
      ['expired', 'W-2'],
      ['stale', 'W-3'],
      ['active', 'W-1'],
    ]);
  });

  it('has no table of what there is none of', () => {
    expect(textOf(REPORTED_RUNS.clean)).not.toMatch(/## (Why|Open|Could|Waivers)/);
  });
});

describe('what does not fit', () => {
  it('is counted, where a table has more rows than it may', () => {
    const of = manyOutcomes(4_000);
    const open = Object.values(of.open).reduce((sum, count) => sum + count, 0);
    const text = textOf(of, { rows: 10 });
    expect(text).toContain(`## Open violations (${open})`);
    expect(text).toContain(
      `_${open - 10} more not shown: this report is limited to 10 rows a table and 1000000 bytes in all._`,
    );
  });

  it.each([4_096, 10_000, 65_536])('is counted, and the whole is within %d bytes', (maxBytes) => {
    for (const each of [mixed, hostile, manyOutcomes(4_000)]) {
      const text = textOf(each, { maxBytes, rows: 1_000 });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
      const shown = text.split('\n').filter((line) => /^\| (?!---)/.test(line)).length;
      const leftOut = [...text.matchAll(/^_(\d+) more/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
      const tables = [...text.matchAll(/^## .*\((\d+)\)$/gm)];
      expect(shown - tables.length + leftOut).toBe(tables.reduce((sum, [, total]) => sum + Number(total), 0));
    }
  });

  it('fits a step of a GitHub job however large the run is', () => {
    expect(Buffer.byteLength(textOf(manyOutcomes(50_000), { rows: 50_000 }))).toBeLessThan(1_024 * 1_024);
  });
});

describe('hostile text', () => {
  it('becomes no element but those of the tables', () => {
    expect([...elementsOf(textOf(hostile, { rows: 1_000 }))].sort()).toEqual(
      ['h1', 'h2', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr'].sort(),
    );
  });

  it.each(Object.keys(HOSTILE_TEXTS))('stays in its cell: %s', (kind) => {
    const text = HOSTILE_TEXTS[kind as keyof typeof HOSTILE_TEXTS];
    const html = marked.parse(`| a |\n| --- |\n| ${plain(text)} |\n`, { async: false, gfm: true });
    expect(html.match(/<[a-z][a-z0-9]*/g)).toEqual(['<table', '<thead', '<tr', '<th', '<tbody', '<tr', '<td']);
  });

  it('mentions nobody, even where references are looked for after the escapes are gone', () => {
    expect(plain('@everyone #1')).toBe('&#64;&#8203;everyone &#35;&#8203;1');
  });

  it('can still be read', () => {
    expect(plain(HOSTILE_TEXTS.plain)).toBe(HOSTILE_TEXTS.plain);
  });

  it('that is long ends in an ellipsis', () => {
    expect(plain(HOSTILE_TEXTS.long)).toMatch(/^x{299}…$/);
  });
});

it('a run of nothing is incomplete, and says why', () => {
  expect(textOf(run({ scopes: [] }))).toContain('| no account or Region was scanned |');
});
