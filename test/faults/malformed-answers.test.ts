import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { collect, resolveScopes, SERVICES } from '@backproof/aws';
import type { ScopeAccess, Service } from '@backproof/aws';
import { POPULATION_KINDS } from '@backproof/core';
import type { Inventory, PopulationKind } from '@backproof/core';
import { evaluate, RULES } from 'backproof';
import { odditiesFor, pathsIn, treeOf, valueAt, withValue } from './malformed.js';
import type { Oddity, Path } from './malformed.js';
import { startFaultyAws } from './faulty-aws.js';
import type { FaultyAws, Misfortune, Recorded } from './faulty-aws.js';
import { withText } from './rewritten.js';
import { smallWorld } from './small-world.js';

/** Of how many values of an answer one is tried, unless all are. */
const ONE_OF = 3;

/** Each value of each answer gets all of its oddities; else each third value gets one of them. */
const ALL = process.env.BACKPROOF_FAULTS === 'all';

const world = smallWorld();
let aws: FaultyAws;
let scopes: readonly ScopeAccess[];
let recorded: readonly Recorded[];
let cleanPasses: ReadonlySet<string>;

beforeAll(async () => {
  aws = await startFaultyAws(world, (work) => work());
  const { url: endpointUrl, credentials } = aws;
  scopes = await resolveScopes({ endpointUrl, credentials, regions: world.regions });
  cleanPasses = passesOf(await read());
  expect(cleanPasses.size).toBeGreaterThan(5);
  recorded = (await aws.recorded()).filter(({ answer }) => answer.status < 300);
});
afterAll(() => aws.close());

function read(populations: Iterable<PopulationKind> = POPULATION_KINDS, services = SERVICES): Promise<Inventory> {
  return collect({ scopes, services, populations: new Set(populations), takenAt: world.now, limits: { paced: false } });
}

function passesOf(inventory: Inventory): ReadonlySet<string> {
  const { outcomes } = evaluate(inventory, { rules: RULES.map((rule) => ({ rule, options: {} })) });
  return new Set(outcomes.flatMap((each) => (each.status === 'pass' ? `${each.ruleId} ${each.subject.arn}` : [])));
}

/** All that an inventory holds but how it was read. */
function recordsOf({ populations: _populations, calls: _calls, ...records }: Inventory): string {
  return JSON.stringify(records, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value,
  );
}

function gapsOf({ populations }: Inventory): readonly string[] {
  return populations.flatMap((each) => (each.status === 'complete' ? [] : each.gaps.map(({ operation }) => operation)));
}

/** The services that read only what others have found. */
const ON_OTHERS = ['config', 'kms', 'tagging'];

function servicesFor(service: Service): readonly Service[] {
  return ON_OTHERS.includes(service.name) ? SERVICES : [service];
}

const CHEAPEST = new Map<string, PopulationKind>();

/** The operations that find the scopes and endpoints, and those of an aggregator. */
const BEFORE_A_SCAN = /^sts:|^organizations:|^ec2:DescribeRegions$|:DescribeEndpoints$|^config:(Get|Select)Aggregate/;
const operations = SERVICES.flatMap((service) =>
  Object.keys(service.operations).map((name) => ({ service, operation: `${service.name}:${name}` })),
).filter(({ operation }) => !BEFORE_A_SCAN.test(operation));

/** The values of the answers of an operation, each with something that it cannot be. */
function oddAnswersOf(operation: string): readonly { readonly path: Path; readonly oddity: Oddity }[] {
  const answers = recorded.filter((each) => each.operation === operation).map(({ answer }) => answer.body);
  const paths = new Map(
    answers.flatMap((body) => pathsIn(treeOf(body)).map((path) => [path.join('.'), path] as const)),
  );
  const odd = [...paths.values()].flatMap((path, index) => {
    if (!ALL && index % ONE_OF !== 0) return [];
    if (path.some((name) => /^xmlns|^#text$|^Response|^requestId$/i.test(name) && !name.endsWith('Response')))
      return [];
    const [body = ''] = answers.filter((each) => valueAt(treeOf(each), path) !== undefined);
    const oddities = odditiesFor(valueAt(treeOf(body), path), path, body.startsWith('<'));
    return oddities.filter((_oddity, at) => ALL || at === index % oddities.length).map((oddity) => ({ path, oddity }));
  });
  expect(odd.length).toBeGreaterThan(0);
  return odd;
}

/** The kind of which the reading asks for an operation with the fewest calls. */
async function cheapestKind(service: Service, operation: string): Promise<PopulationKind> {
  const kinds = new Set(service.readings.flatMap(({ yields }) => yields.map(({ kind }) => kind)));
  const known = CHEAPEST.get(operation);
  if (known !== undefined) return known;
  let fewest = Infinity;
  for (const kind of kinds) {
    const calls = (await read([kind], servicesFor(service))).calls;
    const count = calls.reduce((sum, each) => sum + each.calls, 0);
    if (count >= fewest || !calls.some((each) => each.operation === operation)) continue;
    fewest = count;
    CHEAPEST.set(operation, kind);
  }
  const found = CHEAPEST.get(operation);
  if (found === undefined) throw new Error(`no reading of the small world asks for ${operation}`);
  return found;
}

it.each(operations)('a value that $operation cannot answer is a gap of its item', async ({ service, operation }) => {
  aws.strike();
  const kinds = [await cheapestKind(service, operation)];
  const services = servicesFor(service);
  const clean = recordsOf(await read(kinds, services));
  let judged = 0;
  for (const { path, oddity } of oddAnswersOf(operation)) {
    aws.strike([operation], once(path, oddity));
    const inventory = await read(kinds, services);
    if (recordsOf(inventory) === clean) continue;
    const what = `${path.join('.')} is ${oddity.name}`;
    expect({ what, gaps: gapsOf(inventory) }).toEqual({ what, gaps: expect.arrayContaining([operation]) as unknown });
    if (!ALL && judged++ % 8 !== 0) continue;
    aws.strike([operation], once(path, oddity));
    const passes = [...passesOf(await read())];
    expect({ what, passes: passes.filter((pass) => !cleanPasses.has(pass)) }).toEqual({ what, passes: [] });
  }
});

/** Changes one value in the first answer that has it. */
function once(path: Path, { value }: Oddity): Misfortune {
  let isChanged = false;
  return ({ clean }) => {
    if (isChanged || valueAt(treeOf(clean.body), path) === undefined) return undefined;
    isChanged = true;
    return { kind: 'answer', answer: withText(clean, (body) => withValue(body, path, value)) };
  };
}
