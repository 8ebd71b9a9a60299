import { describe, expect, it } from '@jest/globals';
import { ServiceError } from '../wire/service-error.js';
import { after, before, is, matches } from './filters.js';

const day = (date: number): Date => new Date(Date.UTC(2026, 10, date));

it('is: the member equals what is asked for', () => {
  const ofState = is<{ State: string }, 'State'>('State');
  expect([ofState('FAILED')({ State: 'FAILED' }), ofState('COMPLETED')({ State: 'FAILED' })]).toEqual([true, false]);
});

it.each([
  { story: 'earlier', at: day(1), isAfter: false, isBefore: true },
  { story: 'at that very moment', at: day(2), isAfter: false, isBefore: false },
  { story: 'later', at: day(3), isAfter: true, isBefore: false },
  { story: 'without a time', at: undefined, isAfter: false, isBefore: false },
])('after and before: $story', ({ at, isAfter, isBefore }) => {
  const item = { at };
  expect([after<typeof item>('at')(day(2))(item), before<typeof item>('at')(day(2))(item)]).toEqual([
    isAfter,
    isBefore,
  ]);
});

describe('matches', () => {
  const isWanted = matches<{ id: string; state?: string }>(
    { id: ({ id }) => [id], state: ({ state }) => [state] },
    (name) => new ServiceError('InvalidFilter', name),
  );

  it.each([
    ['no filter', [], true],
    ['one of the values', [{ Name: 'id', Values: ['b', 'a'] }], true],
    ['none of the values', [{ Name: 'id', Values: ['b'] }], false],
    [
      'one filter of two',
      [
        { Name: 'id', Values: ['a'] },
        { Name: 'state', Values: ['gone'] },
      ],
      false,
    ],
    ['something that the item does not have', [{ Name: 'state', Values: ['undefined'] }], false],
  ])('%s', (_story, filters, wanted) => {
    expect(isWanted(filters)({ id: 'a' })).toBe(wanted);
  });

  it.each(['colour', 'toString'])('refuses the name %s, which is not known, whatever there is to filter', (Name) => {
    expect(() => isWanted([{ Name, Values: [] }])).toThrow(Name);
  });
});
