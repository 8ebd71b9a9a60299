import { join } from 'node:path';
import { canonicalJson } from '@backproof/core';
import { REPORTED_RUNS, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { json } from './json.js';

testReporter(json, { golden: join(import.meta.dirname, 'golden') });

describe.each(Object.entries(REPORTED_RUNS))('the %s run', (_, run) => {
  const written = [...json.render(run)].join('');

  it('is written as it would be in one piece', () => {
    expect(written).toBe(`${canonicalJson(run)}\n`);
  });

  it('can be read back', () => {
    expect(JSON.parse(written)).toEqual(run);
  });
});
