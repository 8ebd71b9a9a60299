import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { BASELINE_SCHEMA, RUN_SCHEMA } from '../engine/generated/run-schemas.js';
import { formFault } from './form-fault.js';
import type { Definitions, FormSchema } from './form-schema.js';
import { RECORD_SCHEMAS, RECOVERY_POINT_SCHEMA } from './generated/record-schemas.js';

const SCHEMAS: readonly (readonly [name: string, schema: FormSchema])[] = [
  ...Object.entries(RECORD_SCHEMAS),
  ['recovery points', RECOVERY_POINT_SCHEMA],
  ['runs', RUN_SCHEMA],
  ['baselines', BASELINE_SCHEMA],
];

describe('what is admitted is what JSON Schema admits', () => {
  const oracle = new Ajv({ strict: true, discriminator: true });

  it.each(SCHEMAS)('of %s', (_, schema) => {
    const validate = oracle.compile(schema);
    const admitted = new Set<boolean>();
    fc.assert(
      fc.property(likely(schema), (value) => {
        const isAdmitted = validate(value);
        admitted.add(isAdmitted);
        expect(formFault(schema, value) === undefined).toBe(isAdmitted);
      }),
      { numRuns: 200 },
    );
    expect(admitted).toEqual(new Set([true, false]));
  });
});

/** Values of a schema, many of them with one part that is odd, missing or too much. */
function likely(root: FormSchema): fc.Arbitrary<unknown> {
  const definitions: Definitions = root.definitions ?? {};
  const odd = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom(-1, 1e300, '', '2026-01-01T00:00:00Z'));
  return partOf(root, 0);

  function partOf(schema: FormSchema, depth: number): fc.Arbitrary<unknown> {
    return fc.oneof({ weight: 60, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: odd });
  }

  function fitting(schema: FormSchema, depth: number): fc.Arbitrary<unknown> {
    const { $ref, type, items = {}, minItems = 0, minimum = -1e9, maximum = 1e15 } = schema;
    if ($ref !== undefined) return fitting(definitions[$ref.replace('#/definitions/', '')] ?? {}, depth);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => fitting(choice, depth)));
    if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
    if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
    if (type === 'string') return fc.string({ maxLength: 3 });
    if (type === 'boolean') return fc.boolean();
    if (type === 'array') return fc.array(partOf(items, depth + 1), { minLength: minItems, maxLength: minItems + 1 });
    return type === 'object' ? object(schema, depth) : odd;
  }

  function object(
    { properties = {}, required = [], additionalProperties: others }: FormSchema,
    depth: number,
  ): fc.Arbitrary<unknown> {
    const given = Object.entries(properties).filter(
      ([name, { not }]) => required.includes(name) || (depth < 4 && not === undefined),
    );
    const named = fc.record(Object.fromEntries(given.map(([name, each]) => [name, partOf(each, depth + 1)])), {
      requiredKeys: [...required],
    });
    const further = fc.dictionary(fc.string({ maxLength: 3 }), others ? partOf(others, depth + 1) : odd, {
      maxKeys: 1,
    });
    const changed = fc.tuple(named, further, fc.constantFrom(...required, '')).map(([all, more, missing]) => {
      const left = Object.entries(all).filter(([name]) => name !== missing);
      return { ...Object.fromEntries(left), ...more };
    });
    return fc.oneof({ weight: 60, arbitrary: named }, { weight: 1, arbitrary: changed });
  }
}
