import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { NormalizedSchema } from '@smithy/core/schema';
import { demo } from '../estates/index.js';
import type { Operation } from '../service/operation.js';
import { ServiceError } from '../wire/service-error.js';
import type { WorldScope } from '../world/world.js';
import { SERVICES } from './services.js';

type Declaration = (typeof SERVICES)[number];

const membersOf = ({ join }: Declaration): readonly string[] => Object.keys(join?.([]) ?? {});

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(folders.map(({ name }) => name))('the service in the folder %s is served, and has a test', async (name) => {
  const declared = (await import(`./${name}/${name}.js`)) as Readonly<Record<string, Declaration>>;
  for (const declaration of Object.values(declared)) expect(SERVICES).toContain(declaration);
  expect(Object.keys(declared)).toHaveLength(1);
  expect(readdirSync(`${import.meta.dirname}/${name}`)).toContain(`${name}.test.ts`);
});

it('no two services have one name, or keep the same part of a world', () => {
  const names = SERVICES.map(({ signingName }) => signingName);
  const members = ['accountId', 'region', 'tags', 'faults', ...SERVICES.flatMap(membersOf)];
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(members).size).toBe(members.length);
});

const scopes = demo.world.scopes.map((scope) => ({ scope, texts: textsByName(scope) }));

it.each(SERVICES)('some operation of $signingName reads each part of the world that it keeps', async (declaration) => {
  const { operations } = await declaration.load();
  const read = new Set<string>();
  for (const { scope, texts } of scopes) {
    const watchedScope = watched(scope, read);
    for (const operation of operations as readonly Operation<WorldScope>[]) call(operation, watchedScope, texts);
  }
  expect(membersOf(declaration).filter((member) => !read.has(member))).toEqual([]);
});

/** A scope that keeps a record of which of its members were read. */
function watched(scope: WorldScope, read: Set<string>): WorldScope {
  const get = (target: WorldScope, member: keyof WorldScope): unknown => {
    read.add(member);
    return target[member];
  };
  return new Proxy(scope, { get });
}

/** Calls an operation with an input that is likely to find something: of each text, the first of that name in the scope. */
function call({ schema, answer }: Operation<WorldScope>, scope: WorldScope, texts: ReadonlyMap<string, string>): void {
  const members = [...NormalizedSchema.of(schema[4]).structIterator()].filter(([, member]) => member.isStringSchema());
  const input = Object.fromEntries(members.flatMap(([name]) => (texts.has(name) ? [[name, texts.get(name)]] : [])));
  const world = { ...demo.world, scopes: [scope] };
  try {
    answer(input as never, {
      world,
      scope,
      host: '127.0.0.1',
      accessKeyId: '',
      time: world.now,
      resourcesIn: () => [],
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** The first text of each name in a value. */
function textsByName(value: object, texts = new Map<string, string>()): ReadonlyMap<string, string> {
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (typeof member === 'string' && !texts.has(name)) texts.set(name, member);
    if (typeof member === 'object' && member !== null) textsByName(member, texts);
  }
  return texts;
}
