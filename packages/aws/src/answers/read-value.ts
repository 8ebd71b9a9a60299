import { isMoment } from './moments.js';
import { formOf, Malformed } from './wire.js';
import type { Wire } from './wire.js';
import type { Shape } from './shape.js';

/** Makes the error that is thrown when a malformed value is read. */
export type ToError = (malformed: Malformed) => Error;

/**
 * Makes a function that reads values by their shapes. What is malformed is no error until it is read: then its member of
 * the structure throws, and the values beside it stay good. A list or a map of plain values is malformed if one of
 * these is; only of a list that is a member of the answer itself, which AWS was asked for, each value stands alone. As in
 * the SDK, a member that is null is absent.
 */
export function valueReader(wire: Wire, toError: ToError) {
  return (shape: Shape, answer: unknown): unknown => read(shape, answer, 0);

  /** @param depth - 0: the answer; 1: its members */
  function read(shape: Shape, value: unknown, depth: number): unknown {
    switch (shape.kind) {
      case 'structure':
        return structureOf(shape, value);
      case 'list':
        return listOf(shape, value);
      case 'map':
        return mapOf(shape, value);
      case 'timestamp':
        return dateOf(wire.timestamp(value, shape), value);
      case 'string':
        return wire.string(value) ?? malformed(value, 'a string');
      case 'number':
        return wire.number(value) ?? malformed(value, 'a number');
      case 'boolean':
        return wire.boolean(value) ?? malformed(value, 'true or false');
      case 'other':
        return malformed(value, 'a value of a known type');
    }

    function structureOf({ members }: Extract<Shape, { kind: 'structure' }>, given: unknown): unknown {
      const fields = wire.structure(given);
      if (fields === undefined) return malformed(given, 'an object');
      const structure: Record<string, unknown> = {};
      for (const member of members()) {
        const name = wire.nameOf(member);
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (field !== undefined && field !== null)
          setMember(structure, member.name, read(member.shape(), field, depth + 1));
      }
      return structure;
    }

    function listOf(list: Extract<Shape, { kind: 'list' }>, given: unknown): unknown {
      const items = wire.items(given, list);
      if (items === undefined) return malformed(given, 'a list');
      const shapeOfItem = list.item();
      const values = items.map((item) => read(shapeOfItem, item, depth + 1));
      const isEachAlone = shapeOfItem.kind === 'structure' || depth === 1;
      if (isEachAlone) return values.map((item) => (isMalformed(item) ? unreadable(item) : item));
      return values.find(isMalformed) ?? values;
    }

    function mapOf(map: Extract<Shape, { kind: 'map' }>, given: unknown): unknown {
      const fields = wire.structure(given);
      if (fields === undefined) return malformed(given, 'an object');
      const entries = Object.entries(fields).map(([key, field]) => [key, read(map.value(), field, depth + 1)] as const);
      const [key, fault] = entries.find(([, field]) => isMalformed(field)) ?? [];
      return key !== undefined && isMalformed(fault) ? fault.within(key) : Object.fromEntries(entries);
    }
  }

  function setMember(structure: Record<string, unknown>, name: string, value: unknown): void {
    if (isMalformed(value)) Object.defineProperty(structure, name, throwing(value.within(name)));
    else structure[name] = value;
  }

  function throwing(fault: Malformed): PropertyDescriptor {
    return {
      enumerable: true,
      get: () => {
        throw toError(fault);
      },
    };
  }

  /** An item that is not what its list promises: it throws whatever of it is read. */
  function unreadable(fault: Malformed): object {
    const fail = (): never => {
      throw toError(fault.within('an item'));
    };
    return new Proxy({}, { get: fail, has: fail, ownKeys: fail });
  }
}

/** Returns the moment as a date, if AWS can mean it. */
function dateOf(moment: number | undefined, value: unknown): Date | Malformed {
  if (moment === undefined) return malformed(value, 'a date');
  return isMoment(moment) ? new Date(moment) : new Malformed('', 'a date out of range');
}

export function isMalformed(value: unknown): value is Malformed {
  return value instanceof Malformed;
}

function malformed(value: unknown, wanted: string): Malformed {
  return new Malformed('', `${formOf(value)} instead of ${wanted}`);
}
