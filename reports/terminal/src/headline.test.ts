import type { Restorability } from '@backproof/core';
import { expect, it } from '@jest/globals';
import { headlineOf } from './headline.js';

const at = Date.parse('2026-11-22T05:00:00Z');
const kind = 'AWS Backup recovery points';

it.each<[Restorability, string]>([
  [{ isPartial: false }, 'Cannot be restored: no usable backup of it was found.'],
  [
    { isPartial: true },
    'Whether it can be restored is unknown: not all of its backups could be read, and no usable one was found.',
  ],
  [
    { newest: { at, kind }, isPartial: false },
    'Can be restored as of 2026-11-22 05:00 UTC from its AWS Backup recovery points.',
  ],
  [
    { newest: { at, kind, of: 'web' }, isPartial: true },
    'Can be restored as of 2026-11-22 05:00 UTC from the AWS Backup recovery points of web. There may be newer backups: not all of its backups could be read.',
  ],
  [
    { newest: { at, kind, volumes: { count: 2, restorable: 2 } }, isPartial: false },
    'Its 2 volumes can be restored, as of 2026-11-22 05:00 UTC. Its configuration has no backup.',
  ],
  [
    { newest: { at, kind, volumes: { count: 2, restorable: 1 } }, isPartial: false },
    'Only 1 of its 2 volumes can be restored, as of 2026-11-22 05:00 UTC. Its configuration has no backup.',
  ],
])('%j', (restorable, text) => {
  expect(headlineOf(restorable)).toBe(text);
});
