import { expect, it } from '@jest/globals';
import { schemaFaults } from './schema-faults.js';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    name: { type: 'string' },
    'a/b~c': { type: 'boolean' },
    colour: { enum: ['red', 'green', 'blue'] },
    unknown: {
      description: 'fail, allow or a list of rule ids',
      anyOf: [{ enum: ['fail', 'allow'] }, { type: 'array', items: { type: 'string' } }],
    },
  },
};

it.each([
  [{ name: 'x', unknown: ['a'] }, []],
  [{}, [{ path: [], message: "must have required property 'name'" }]],
  [{ name: 1 }, [{ path: ['name'], message: 'must be string' }]],
  [{ name: 'x', 'a/b~c': 1 }, [{ path: ['a/b~c'], message: 'must be boolean' }]],
  [
    { name: 'x', color: 1 },
    [
      {
        path: ['color'],
        message: 'is not known',
        unknown: { kind: 'field', word: 'color', known: ['name', 'a/b~c', 'colour', 'unknown'] },
      },
    ],
  ],
  [
    { name: 'x', colour: 'gren' },
    [
      {
        path: ['colour'],
        message: 'must be red, green or blue',
        unknown: { kind: 'value', word: 'gren', known: ['red', 'green', 'blue'] },
      },
    ],
  ],
  [{ name: 'x', unknown: 3 }, [{ path: ['unknown'], message: 'must be fail, allow or a list of rule ids' }]],
])('of %j tells every fault, where and what', (value, faults) => {
  expect(schemaFaults(schema, value)).toEqual(faults);
});
