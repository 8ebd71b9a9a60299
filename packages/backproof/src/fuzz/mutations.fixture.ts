import fc from 'fast-check';

/** Values that readers of JSON do not expect, wherever they come. */
const STRANGE: readonly unknown[] = [
  ...[null, true, '', 0, -1, 1.5, 1e308, 9e15, -9e15, 2 ** 53],
  ...[
    'x'.repeat(5000),
    '\u001b[31m\u202e\n::error::',
    '__proto__',
    '2026-02-31',
    'arn:',
    'arn:aws:ec2:::',
    '*',
    '\ud800',
  ],
  ...[[], {}, [null], [[]], { a: 1 }, { __proto__: null, toString: 1 }, Array.from({ length: 300 }, (_, n) => n)],
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1,"toJSON":1}'),
  JSON.parse('['.repeat(500) + ']'.repeat(500)),
];

/** One change of a document: where, by numbers that lead into whatever is there, and what. */
export interface Mutation {
  readonly steps: readonly number[];
  readonly change: 'remove' | 'rename' | 'repeat' | 'swap' | 'replace' | 'add';
  readonly value: unknown;
}

export const mutations: fc.Arbitrary<Mutation> = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
  change: fc.constantFrom('remove', 'rename', 'repeat', 'swap', 'replace', 'replace', 'add'),
  value: fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue({ maxDepth: 2 })),
});

/** A copy of a document with a change somewhere in it. */
export function mutated(document: unknown, { steps: [step = 0, ...others], change, value }: Mutation): unknown {
  if (typeof document !== 'object' || document === null) return value;
  const entries: Entries = Object.entries(document);
  if (entries.length === 0) return value;
  const at = step % entries.length;
  const [key, part]: readonly [string, unknown] = entries[at] ?? ['', undefined];
  const isLast = others.length === 0 || typeof part !== 'object' || part === null;
  const changed = isLast
    ? changedEntries(entries, at, change, value)
    : entries.with(at, [key, mutated(part, { steps: others, change, value })]);
  return Array.isArray(document) ? changed.map(([, each]) => each) : Object.fromEntries(changed);
}

type Entries = readonly (readonly [string, unknown])[];

function changedEntries(entries: Entries, at: number, change: Mutation['change'], value: unknown): Entries {
  const [key = '', part] = entries[at] ?? [];
  const [, next] = entries[(at + 1) % entries.length] ?? [];
  switch (change) {
    case 'remove':
      return entries.toSpliced(at, 1);
    case 'rename':
      return entries.with(at, [`${key}s`, part]);
    case 'repeat':
      return [...entries, [`${key}2`, part]];
    case 'swap':
      return entries.with(at, [key, next]);
    case 'replace':
      return entries.with(at, [key, value]);
    case 'add':
      return [...entries, ['added', value]];
  }
}

/** One change of bytes: a bit, a cut, a piece that is repeated or put in. */
export interface Damage {
  readonly at: number;
  readonly length: number;
  readonly kind: 'flip' | 'cut' | 'remove' | 'repeat' | 'insert';
  readonly bytes: Uint8Array;
}

export const damages: fc.Arbitrary<Damage> = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 64 }),
  kind: fc.constantFrom('flip', 'cut', 'remove', 'repeat', 'insert'),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }),
});

/** A copy of bytes with a change somewhere in them. */
export function damaged(whole: Uint8Array, { at, length, kind, bytes }: Damage): Uint8Array {
  const place = at % whole.length;
  const [before, piece, after] = [
    whole.subarray(0, place),
    whole.subarray(place, place + length),
    whole.subarray(place + length),
  ];
  switch (kind) {
    case 'flip': {
      const [first = 0, ...others] = piece;
      return Buffer.concat([before, Uint8Array.of(first ^ (1 << (length % 8)), ...others), after]);
    }
    case 'cut':
      return before;
    case 'remove':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, piece, piece, after]);
    case 'insert':
      return Buffer.concat([before, bytes, piece, after]);
  }
}
