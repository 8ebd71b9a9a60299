import type { Restorability, RestoreInBrief } from '@backproof/core';
import { dynamoDbTable } from '@backproof/testing';
import { expect, it } from '@jest/globals';
import { headlineOf } from './headline.js';

const at = Date.parse('2026-11-22T05:00:00Z');
const kind = 'AWS Backup recovery points';
const resource = dynamoDbTable();
const vaultArn = 'arn:aws:backup:eu-west-1:222222222222:backup-vault:bunker';
const ownVault = `arn:aws:backup:${resource.region}:${resource.accountId}:backup-vault:main`;
const none = 'no successful restore of it was seen, so how long one takes is unknown';

function headline(restorable: Restorability, restores: readonly Partial<RestoreInBrief>[] = []): string {
  const whole = restores.map((each): RestoreInBrief => ({
    ...{ id: 'r', at: '2026-11-20T05:00:00Z', kind: 'test', status: 'COMPLETED', ...resource, ...each },
  }));
  const protection = { arn: resource.arn, points: 1, usable: 1, calendar: '', copies: [], restores: whole };
  return headlineOf({ resource, restorable, protection });
}

it.each<[Restorability, string]>([
  [{ isPartial: false }, 'Cannot be restored: no usable backup of it was found.'],
  [
    { isPartial: true },
    'Whether it can be restored is unknown: not all of its backups could be read, and no usable one was found.',
  ],
  [
    { newest: { at, kind, vaultArn: ownVault }, isPartial: false },
    `Can be restored to 2026-11-22 05:00 UTC from vault main in 111111111111 eu-west-1; ${none}.`,
  ],
  [
    { newest: { at, kind, vaultArn, of: 'web' }, isPartial: true },
    `Can be restored to 2026-11-22 05:00 UTC from vault bunker in 222222222222 eu-west-1 (copy) (AWS Backup recovery points of web); ${none}. There may be newer backups: not all of its backups could be read.`,
  ],
  [
    { newest: { at, kind: 'point-in-time recovery' }, isPartial: false },
    `Can be restored to 2026-11-22 05:00 UTC from its point-in-time recovery; ${none}.`,
  ],
  [
    { newest: { at, kind, volumes: { count: 2, restorable: 2 } }, isPartial: false },
    `Its 2 volumes can be restored, as of 2026-11-22 05:00 UTC; ${none}. Its configuration has no backup.`,
  ],
  [
    { newest: { at, kind, volumes: { count: 2, restorable: 1 } }, isPartial: false },
    `Only 1 of its 2 volumes can be restored, as of 2026-11-22 05:00 UTC; ${none}. Its configuration has no backup.`,
  ],
])('%j', (restorable, text) => {
  expect(headline(restorable)).toBe(text);
});

it('says how long the newest successful restore took', () => {
  const newest: Restorability = { newest: { at, kind, vaultArn }, isPartial: false };
  const minutes = (of: number) => ({ durationMs: of * 60_000 });
  const restores = [
    { ...minutes(5), status: 'FAILED' },
    { ...minutes(6), validationStatus: 'FAILED' },
    { ...minutes(72), validationStatus: 'SUCCESSFUL' },
    minutes(90),
  ];
  expect(headline(newest, restores)).toBe(
    'Can be restored to 2026-11-22 05:00 UTC from vault bunker in 222222222222 eu-west-1 (copy); its last successful restore took 72 minutes.',
  );
  expect(headline(newest, restores.slice(0, 2))).toContain(none);
});
