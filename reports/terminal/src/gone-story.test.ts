import type { GoneStory } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { home as scope, restoreInBrief } from '@backproof/testing';
import { renderGoneStory } from './gone-story.js';

const arn = 'arn:aws:dynamodb:eu-west-1:111111111111:table/orders';
const main = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main';
const bunker = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker';
const counted = {
  ...{ points: 35, usable: 5, expired: 30, sizeBytes: 8 * 2 ** 30 },
  ...{ oldest: '2026-09-13T05:00:00.000Z', newest: '2026-10-31T05:00:00.000Z' },
};
const bare: GoneStory = {
  ...{ arn, absence: 'gone', vaults: [], nativeBackups: [], backupJobs: [], copyJobs: [], restores: [] },
  isPartial: false,
};

function textOf(story: Partial<GoneStory>): string {
  return [...renderGoneStory({ ...bare, ...story }, { color: false })].join('');
}

describe('what is left of a resource', () => {
  it('is told by vault, with its last jobs and restores', () => {
    const job = { resourceArn: arn, scope, state: 'COMPLETED', createdAt: Date.UTC(2026, 10, 1, 5) };
    expect(
      textOf({
        ...{ type: 'DynamoDB', home: scope, points: { ...counted, points: 37, usable: 7 } },
        vaults: [
          { vaultArn: main, ...counted },
          { vaultArn: bunker, ...counted, points: 2, usable: 2, expired: 0, sizeBytes: 0 },
        ],
        nativeBackups: [
          { scope, resourceArn: arn, mechanism: 'dynamodb-backups', enabled: true, latestRestorableAt: 0 },
        ],
        backupJobs: ['1', '2', '3', '4'].map((id) => ({ ...job, id })),
        copyJobs: [{ ...job, id: 'c', destinationVaultArn: bunker }],
        restores: [restoreInBrief()],
      }),
    ).toBe(`DynamoDB ${arn}
It no longer exists: the scan listed all resources of its type, and it is not one of them.
It can still be restored from the backups that are left.

Backups that are left
  37 recovery points, 7 usable, 30 expired, 8 GiB as AWS reports, created 2026-09-13 to 2026-10-31
  vault main (111111111111 eu-west-1): 35 recovery points, 5 usable, 30 expired, 8 GiB as AWS reports, created 2026-09-13 to 2026-10-31
  vault bunker (222222222222 eu-central-1): 2 recovery points, 2 usable, created 2026-09-13 to 2026-10-31; copies
  On-demand backups: on, latest restorable time 1970-01-01 00:00 UTC

Last backup jobs
  2026-11-01 05:00 UTC  backup job COMPLETED (1)
  2026-11-01 05:00 UTC  backup job COMPLETED (2)
  2026-11-01 05:00 UTC  backup job COMPLETED (3)

Last copy jobs
  2026-11-01 05:00 UTC  copy job COMPLETED, to ${bunker} (c)

Last restores
  2026-11-12 12:00 UTC  restore test COMPLETED, in 1 h, validation SUCCESSFUL, in 111111111111 eu-west-1
`);
  });

  it.each<[GoneStory['absence'], string]>([
    ['not-scanned', 'Its account and Region were not scanned, so whether it still exists is unknown.'],
    ['unread', 'Resources of its type could not be listed completely, so whether it still exists is unknown.'],
    ['not-judged', 'No rule judges resources of its type, so whether it still exists was not determined.'],
  ])('says no more than is known: %s', (absence, text) => {
    expect(textOf({ absence, isPartial: true })).toContain(
      `${arn}\n${text}\nSome recovery points or jobs could not be read: there may be more than is shown here.\n`,
    );
  });

  it('never writes a stranger’s text raw', () => {
    const evil = '\u001b[31m::x\n::y\u202e';
    const job = { scope, id: evil, resourceArn: evil, message: evil, state: 'FAILED', createdAt: 0 };
    const text = textOf({ arn: evil, type: evil, vaults: [{ vaultArn: evil, ...counted }], backupJobs: [job] });
    expect(['\u001b', '\u202e'].filter((raw) => text.includes(raw))).toEqual([]);
    expect(text.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
  });
});
