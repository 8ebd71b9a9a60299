import { describe, expect, it } from '@jest/globals';
import { descriptorOf, RESOURCE_TYPES, tableOf } from './resource.js';

const descriptors = RESOURCE_TYPES.map((type) => descriptorOf({ type }));

describe('the descriptors of the types', () => {
  it('have ARNs and at least one kind each, the last of which applies to all', () => {
    for (const { arns, variants } of descriptors) {
      expect(arns.length).toBeGreaterThan(0);
      expect(variants.map((variant) => !('applies' in variant))).toEqual(
        variants.map((_, i) => i === variants.length - 1),
      );
    }
  });

  it('name each kind once', () => {
    const names = descriptors.flatMap(({ variants }) => variants.map(({ name }) => name));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(['nativeBackups', 'replications', 'unsupported'] as const)('have one meaning for each key of %s', (part) => {
    const table: object = tableOf(part);
    for (const descriptor of descriptors) expect(table).toMatchObject(descriptor[part]);
  });

  it('name relations from which the other leads back, or that are among resources of one type', () => {
    const related = descriptors.flatMap(({ type, relations }) =>
      Object.values(relations).flatMap((types) => types.map((other) => [type, other] as const)),
    );
    const oneWay = related.filter(([type, other]) => !related.some(([a, b]) => a === other && b === type));
    expect(oneWay).toEqual([]);
  });
});
