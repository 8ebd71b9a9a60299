import { readFile, writeFile } from 'node:fs/promises';
import { SERVICES } from '@backproof/aws';
import type { Run } from '@backproof/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scan } from 'backproof';
import { format } from 'prettier';
import { FAULTS } from './faults.js';
import type { Fault } from './faults.js';
import { startFaultyAws } from './faulty-aws.js';
import type { FaultyAws } from './faulty-aws.js';
import { gapsOf, wrongs } from './oracles.js';
import { reliabilityPage } from './reliability.js';
import type { Tried } from './reliability.js';
import { smallWorld } from './small-world.js';
import { startVirtualTime } from './virtual-time.js';
import type { VirtualTime } from './virtual-time.js';

/** Every fault is tried on every operation, not each on some of them. */
const ALL = process.env.BACKPROOF_FAULTS === 'all';

/** Of how many operations a fault is tried on one, unless on all. */
const ONE_OF = 48;

/** An hour by the virtual clock: no scan of one scope may take as long, whatever one operation does. */
const LONGEST_MS = 3_600_000;

/** Operations that a scan of one scope does not call: they find the scopes, ask an aggregator, or read for an audit. */
const NOT_OF_A_SCOPE = /^sts:|^ec2:DescribeRegions$|^config:(?:Get|Select)Aggregate|^backup:ListFrameworks$/;

const operations = SERVICES.flatMap(({ name, operations: all }) => Object.keys(all).map((each) => `${name}:${each}`))
  .filter((operation) => !NOT_OF_A_SCOPE.test(operation))
  .sort();

const world = smallWorld();
let time: VirtualTime;
let during: VirtualTime['during'] = (work) => work();
let aws: FaultyAws;
let clean: Run;
const tried: Tried[] = [];

beforeAll(async () => {
  aws = await startFaultyAws(world, (work) => during(work));
  // What is imported for the first time takes its time, and is none of those things that a clock may leap over.
  clean = await scanned();
  time = startVirtualTime();
  during = time.during;
});
afterAll(async () => {
  await aws.close();
  time.end();
});

async function scanned(): Promise<Run> {
  const { url: endpointUrl, credentials } = aws;
  const { run } = await scan({ endpointUrl, credentials, regions: world.regions, now: world.now });
  return run;
}

it('a scan without a fault asks for every operation that is declared, and reads everything', () => {
  expect([...new Set(aws.asked())].filter((operation) => !NOT_OF_A_SCOPE.test(operation)).sort()).toEqual(operations);
  expect(clean.populations.filter(({ status }) => status !== 'complete')).toEqual([]);
});

describe.each(FAULTS)('an operation that $title', (fault) => {
  const offset = FAULTS.indexOf(fault);
  const chosen = operations.filter((_, index) => ALL || (index + offset) % ONE_OF === 0);

  it(fault.heals ? 'changes nothing' : 'is a gap, and makes nothing pass or fail', async () => {
    const wrong: Record<string, readonly string[]> = {};
    let [struck, longestMs] = [0, 0];
    const codes = new Set<string>();
    for (const operation of chosen) {
      const found = await scanWith(operation, fault);
      if (found === undefined) continue;
      struck += 1;
      longestMs = Math.max(longestMs, found.tookMs);
      for (const { code } of gapsOf(found.run)) codes.add(code);
      if (found.wrongs.length > 0) wrong[operation] = found.wrongs;
    }
    expect(wrong).toEqual({});
    tried.push({ fault, operations: struck, codes, longestMs });
  });
});

it('docs/reliability.md tells of every fault', async () => {
  const page = new URL('../../docs/reliability.md', import.meta.url);
  if (ALL && process.env.UPDATE_GOLDEN !== undefined) {
    await writeFile(page, await format(reliabilityPage(tried), { parser: 'markdown', printWidth: 120 }));
  }
  const text = await readFile(page, 'utf8');
  expect(FAULTS.filter(({ title }) => !text.includes(`| ${title} `))).toEqual([]);
});

/** Scans while one operation has a fault. Undefined: for no answer of the operation it is one. */
async function scanWith(operation: string, fault: Fault) {
  let strikes = 0;
  aws.strike([operation], (asked) => {
    const happening = fault.misfortune(asked);
    if (happening !== undefined) strikes += 1;
    return happening;
  });
  const from = time.passed();
  const run = await scanned();
  const tookMs = time.passed() - from;
  time.forget();
  if (strikes === 0) return undefined;
  const late = tookMs > LONGEST_MS ? [`it took ${String(tookMs / 1000)} s`] : [];
  return { run, tookMs, wrongs: [...late, ...wrongs(clean, run, operation, fault)] };
}
