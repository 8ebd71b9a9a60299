import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineReporter } from '@backproof/core';
import type { OptionSchema, ReportedRun, Reporter } from '@backproof/core';
import { reporterFailures } from '../test-run.fixture.js';
import { UPDATE_VARIABLE } from './golden-file.js';

let golden: string;
beforeAll(() => {
  golden = mkdtempSync(join(tmpdir(), 'backproof-golden-'));
  process.env[UPDATE_VARIABLE] = '1';
  reporterFailures(names, { golden }, WRITES);
  Reflect.deleteProperty(process.env, UPDATE_VARIABLE);
});
afterAll(() => {
  rmSync(golden, { recursive: true });
});

const WRITES = 'writes';
const AGAIN = 'writes the same bytes again';
const STREAMING = 'holds no more of 250000 outcomes than of 5000';
const ALL = '';

/** Writes the names of what was judged. */
const names = reporterOf(function* ({ outcomes }) {
  for (const { subject } of outcomes) yield `${subject.name}\n`;
});

describe('a reporter that is as it should be', () => {
  it('has a golden file of each run, and the hash of a large one', () => {
    expect(readdirSync(golden).sort()).toEqual([
      ...['50000-outcomes.sha256', 'clean.txt', 'empty.txt', 'hostile.txt', 'mixed.txt'],
    ]);
    expect(readFileSync(join(golden, 'clean.txt'), 'utf8')).toBe('orders\ntmp\n');
  });

  it('fails nowhere', () => {
    expect(reporterFailures(names, { golden }, ALL)).toEqual({});
  });

  it('may walk through the outcomes several times, and stop early', () => {
    const twice = reporterOf(function* ({ outcomes }) {
      for (const { subject } of outcomes) if (subject.name === 'ledger') break;
      for (const { subject } of outcomes) yield `${subject.name}\n`;
    });
    expect(reporterFailures(twice, { golden }, WRITES)).toEqual({});
  });
});

describe('a golden file', () => {
  it('that differs is told by the first line that does', () => {
    const other = mkdtempSync(join(tmpdir(), 'backproof-golden-'));
    writeFileSync(join(other, 'clean.txt'), 'orders\nold\n');
    expect(reporterFailures(names, { golden: other }, WRITES)).toMatchObject({
      'writes the clean run as its golden file says': [
        `${join(other, 'clean.txt')} differs at line 2:`,
        '  expected "old"',
        '  got      "tmp"',
        'If the new text is right, UPDATE_GOLDEN=1 writes it.',
      ].join('\n'),
      'writes the empty run as its golden file says': `${join(other, 'empty.txt')} is not there; with UPDATE_GOLDEN=1 the test writes it`,
    });
    rmSync(other, { recursive: true });
  });
});

describe('a reporter is caught that', () => {
  let calls = 0;
  const cases: readonly [fault: string, render: (run: ReportedRun) => Iterable<string>, test: string, why: string][] = [
    ['reads the clock', () => [new Date().toISOString()], AGAIN, 'the empty run is written in two ways'],
    ['reads the clock otherwise', () => [String(Date.now())], AGAIN, 'the mixed run is written in two ways'],
    ['throws dice', () => [String(Math.random())], AGAIN, 'the clean run is written in two ways'],
    ['remembers', () => [String(calls++)], AGAIN, 'the hostile run is written in two ways'],
    [
      'holds all outcomes',
      ({ outcomes }) => [...outcomes].map(({ subject }) => subject.name),
      STREAMING,
      'MiB more in memory; 8.0 MiB are allowed',
    ],
    [
      'holds all it writes',
      ({ outcomes }) => [Array.from(outcomes, ({ subject }) => subject.arn).join('\n')],
      STREAMING,
      'MiB more in memory; 8.0 MiB are allowed',
    ],
    [
      'changes the run',
      (run) => {
        Object.assign(run, { outcomes: [] });
        return [];
      },
      'writes the clean run',
      'Cannot assign to read only property',
    ],
  ];
  it.each(cases)('%s', (_, render, test, why) => {
    const [fault] = Object.values(reporterFailures(reporterOf(render), { golden }, test));
    expect(fault).toContain(why);
  });

  it('accepts any option', () => {
    const lax = reporterOf(() => [], {});
    const test = 'refuses an option that it does not have';
    expect(reporterFailures(lax, { golden }, test)[test]).toContain('additionalProperties');
  });

  it('declares defaults that its own schema refuses', () => {
    const odd = reporterOf(() => [], {
      type: 'object',
      additionalProperties: false,
      properties: { width: { type: 'number' } },
      required: ['width'],
    });
    const test = 'declares defaults that fit its schema';
    expect(reporterFailures(odd, { golden }, test)[test]).toContain("must have required property 'width'");
  });
});

function reporterOf(
  render: (run: ReportedRun) => Iterable<string>,
  schema: OptionSchema = { type: 'object', additionalProperties: false },
): Reporter {
  return defineReporter({
    id: 'demo',
    extension: '.txt',
    mediaType: 'text/plain',
    options: { schema, defaults: {} },
    render,
  });
}
