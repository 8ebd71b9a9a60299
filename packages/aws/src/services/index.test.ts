import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POPULATION_KINDS, RESOURCE_TYPES } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { kindsBefore } from '../reading-part.js';
import { SERVICES } from './index.js';

const ROOT = join(import.meta.dirname, '..');
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[a-z0-9/-]+\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

const declarations = sources.flatMap(({ file, text }) => {
  const [, folder] = /^services\/([a-z0-9-]+)\/service\.ts$/.exec(file) ?? [];
  const [, name] = /name: '([^']+)'/.exec(text) ?? [];
  const [, sdkPackage] = /await import\('(@aws-sdk\/client-[^']+|@backproof\/clients)'\)/.exec(text) ?? [];
  return folder === undefined || name === undefined || sdkPackage === undefined ? [] : [{ folder, name, sdkPackage }];
});

it('every folder declares a service, and every declared service is registered', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(declarations.map(({ folder }) => folder).sort()).toEqual(folders.map(({ name }) => name).sort());
  expect(SERVICES.map(({ name }) => name).sort()).toEqual(declarations.map(({ name }) => name).sort());
});

it('everything that an inventory has, and every type of resource, is read from some service', () => {
  const yields = SERVICES.flatMap(({ readings }) => readings.flatMap((reading) => reading.yields));
  expect(POPULATION_KINDS.filter((kind) => !yields.some((each) => each.kind === kind))).toEqual([]);
  const listed = yields.flatMap(({ kind, of }) => (kind === 'resources' ? of : []));
  expect(RESOURCE_TYPES.filter((type) => !listed.includes(type))).toEqual([]);
});

/** The IAM actions that are not called like their operation. @source Service Authorization Reference */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  ListBuckets: 'ListAllMyBuckets',
};

/** The operations that the SDK calls for others. */
const CALLED_BY_SDK: Readonly<Record<string, readonly string[]>> = { timestream: ['DescribeEndpoints'] };

describe.each(declarations)('the service $name', ({ folder, name, sdkPackage }) => {
  const service = SERVICES.find((each) => each.name === name);
  const operations = Object.entries(service?.operations ?? {});
  // Our own clients are in one package, each of those of the SDK has one of its own.
  const isShared = sdkPackage === '@backproof/clients';

  it('declares the operations that are called, and no others', async () => {
    const sdk = Object.keys(await sdkOf(sdkPackage));
    const called = sources
      .filter(({ text }) => text.includes(`'${sdkPackage}'`))
      .filter(({ file }) => !isShared || file.startsWith(`services/${folder}/`))
      .flatMap(({ text }) => [...text.matchAll(/\bpages\((\w+)Command\b|\bnew (\w+)Command\(/g)])
      .map(([, paged, single]) => paged ?? single ?? '')
      .concat(CALLED_BY_SDK[name] ?? [])
      .filter((operation) => sdk.includes(`${operation}Command`));
    expect(operations.map(([operation]) => operation).sort()).toEqual([...new Set(called)].sort());
  });

  it('has every operation in the readings that call it, but those before a scan', () => {
    const others = SERVICES.flatMap(({ readings }) => readings.flatMap(({ calls = [] }) => calls));
    const called = (service?.readings ?? []).flatMap(
      ({ calls }) => calls ?? operations.map(([operation]) => operation),
    );
    const known = new Set([
      ...called,
      ...others.flatMap((each) => (each.startsWith(`${name}:`) ? each.slice(name.length + 1) : [])),
    ]);
    const without = operations.map(([operation]) => operation).filter((operation) => !known.has(operation));
    expect(without).toEqual(
      { ec2: ['DescribeRegions'], sts: ['GetCallerIdentity'] }[name] ?? (service?.forOrganization ? without : []),
    );
    expect(
      called.filter((each) => !each.includes(':') && !operations.some(([operation]) => operation === each)),
    ).toEqual([]);
  });

  it('only reads', () => {
    for (const [operation, { iam }] of operations) {
      expect(operation).toMatch(/^(Describe|List|Get|BatchGet|Select|Lookup)/);
      expect(iam.split(':')[1]).toBe(OTHER_NAMES[operation] ?? operation);
    }
  });

  it.each(operations)('%s is paged as its API pages it', async (operation, { paging }) => {
    const schema = (await sdkOf(sdkPackage))[`${operation}$`];
    const [inputs, outputs] = [membersOf(schema, 4), membersOf(schema, 5)];
    expect(paging !== undefined).toBe(inputs.some(isToken));
    if (paging === undefined) return;
    expect(inputs).toEqual(expect.arrayContaining([paging.limit ?? paging.token, paging.token]));
    expect(outputs).toContain(paging.next);
    expect([paging.token, paging.next].filter((member) => !isToken(member))).toEqual([]);
  });

  it('is known to be missing in a Region by the settings of AWS Backup, if it is offered in some Regions only', () => {
    if (service?.someRegions !== true) return;
    for (const { yields, follows } of service.readings) {
      if (yields.some(({ kind }) => kind === 'resources')) expect(follows).toContain('regionSettings');
    }
  });

  it('never waits for itself', () => {
    for (const reading of service?.readings ?? []) {
      const before = kindsBefore(reading);
      expect(reading.yields.filter(({ kind }) => before.some((earlier) => earlier === kind))).toEqual([]);
    }
  });
});

async function sdkOf(name: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(name)) as Readonly<Record<string, unknown>>;
}

/** The members of an operation's input or output, as the SDK's schemas describe them. */
function membersOf(operation: unknown, place: 4 | 5): readonly string[] {
  const given: unknown = Array.isArray(operation) ? operation[place] : undefined;
  const structure: unknown = typeof given === 'function' ? (given as () => unknown)() : given;
  const members: unknown = Array.isArray(structure) ? structure[4] : undefined;
  return Array.isArray(members) ? members.map(String) : [];
}

function isToken(member: string): boolean {
  return /^(next|continuation|pagination)token$|^(next)?marker$|^(exclusivestart|lastevaluated)/i.test(member);
}
