import { describe, expect, it } from '@jest/globals';
import { upgradeDocument } from './schema-version.js';
import type { SchemaChange } from './schema-version.js';

const versions = { oldest: 1, newest: 4 };

/** Schema 2 renamed a field, schema 3 only added one, and schema 4 turned a value into a list. */
const changes: readonly SchemaChange[] = [
  { schema: 2, upgrade: ({ from, ...rest }) => ({ ...rest, source: from }) },
  { schema: 4, upgrade: ({ source, ...rest }) => ({ ...rest, sources: [source] }) },
];

describe('a document of an earlier version', () => {
  it.each([
    [{ schemaVersion: 1, from: 'a' }],
    [{ schemaVersion: 2, source: 'a' }],
    [{ schemaVersion: 3, source: 'a' }],
    [{ schemaVersion: 4, sources: ['a'] }],
  ])('takes the steps that it lacks: %j', (document) => {
    expect(upgradeDocument(document, versions, changes)).toEqual({ schemaVersion: 4, sources: ['a'] });
  });

  it.each([
    [5, 'it was written by schema 5; this version reads 1 to 4. Update backproof.'],
    [0, 'it was written by schema 0; this version reads 1 to 4. Write it again.'],
    [1.5, 'it does not say by which schema it was written.'],
    ['1', 'it does not say by which schema it was written.'],
    [undefined, 'it does not say by which schema it was written.'],
  ])('is refused if it is of schema %p', (schemaVersion, message) => {
    expect(() => upgradeDocument({ schemaVersion }, versions, changes)).toThrow(message);
  });

  it('is told the one version that is read', () => {
    const only = { oldest: 1, newest: 1 };
    expect(() => upgradeDocument({ schemaVersion: 2 }, only, [])).toThrow(
      'it was written by schema 2; this version reads 1. Update backproof.',
    );
  });
});
