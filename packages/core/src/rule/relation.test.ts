import { describe, expect, it } from '@jest/globals';
import { relationsBy } from './relation.js';

describe('the relations that options choose', () => {
  it.each([
    ['inherit', 'inherit', ['cluster', 'host', 'parts', 'peer', 'source']],
    ['inherit', 'judge', ['cluster', 'host', 'peer', 'source']],
    ['judge', 'inherit', ['cluster', 'host', 'parts']],
    ['judge', 'judge', ['cluster', 'host']],
  ] as const)('followers: %s, parts: %s', (followers, parts, kinds) => {
    expect(Object.keys(relationsBy({ followers, parts })).sort()).toEqual(kinds);
  });
});
