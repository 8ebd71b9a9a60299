import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import { HOSTILE_TEXTS, manyOutcomes, REPORTED_RUNS, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openmetrics } from './openmetrics.js';
import { sample } from './sample.js';

testReporter(openmetrics, { golden: join(import.meta.dirname, 'golden') });

const textOf = (of: ReportedRun): string => [...openmetrics.render(of)].join('');

/** A line of OpenMetrics text 1.0, as its grammar has it, with the values that are written here. */
const LINE =
  /^(# (TYPE|HELP) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="([^"\\\n]|\\["\\n])*"(,[a-z_]+="([^"\\\n]|\\["\\n])*")*\})? \d+(\.\d+)?|# EOF)$/u;

describe.each(Object.entries({ ...REPORTED_RUNS, many: manyOutcomes(500) }))('the %s run', (_, run) => {
  const lines = textOf(run).split('\n');

  it('is lines of the grammar, of which the last one is the end', () => {
    expect(lines.slice(0, -1).filter((line) => !LINE.test(line))).toEqual([]);
    expect(lines.slice(-2)).toEqual(['# EOF', '']);
    expect(lines.filter((line) => line === '# EOF')).toHaveLength(1);
  });

  it('counts every outcome once, and no labels twice', () => {
    const samples = lines.filter((line) => line.startsWith('backproof_outcomes{'));
    const total = samples.reduce((sum, line) => sum + Number(/ (\d+)$/.exec(line)?.[1]), 0);
    expect(total).toBe([...run.outcomes].length);
    expect(new Set(samples.map((line) => line.replace(/ \d+$/, ''))).size).toBe(samples.length);
  });
});

it('says how old the run is and which verdict the gate reached', () => {
  const text = textOf(REPORTED_RUNS.mixed);
  expect(text).toContain(`backproof_run_timestamp_seconds ${Date.parse(REPORTED_RUNS.mixed.now) / 1000}\n`);
  expect(text).toContain('backproof_gate{result="clean"} 0\n');
  expect(text).toContain('backproof_gate{result="incomplete"} 1\n');
});

it('only failures have a severity', () => {
  for (const line of textOf(REPORTED_RUNS.mixed)
    .split('\n')
    .filter((each) => each.startsWith('backproof_outcomes'))) {
    expect([line, line.includes('severity=')]).toEqual([line, /result="(open|waived|baseline)"/.test(line)]);
  }
});

it('a label is text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(HOSTILE_TEXTS))), (text) => {
      expect(sample('name', { label: text }, 1).slice(0, -1)).toMatch(LINE);
    }),
  );
});
