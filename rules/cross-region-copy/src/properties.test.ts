import { outcomeOf } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyGiven, anyOptions, anyUnread } from './random-estates.fixture.js';
import { crossRegionCopy } from './rule.js';

describe('resources of any estate', () => {
  it('are judged as before or not at all where less may be read', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, anyUnread, (given, options, unread) => {
        const before = outcomeOf(crossRegionCopy, { given, options });
        const after = outcomeOf(crossRegionCopy, { given: { ...given, unread }, options });
        expect([before.status, 'unknown']).toContain(after.status);
      }),
      { numRuns: 400 },
    );
  });

  it('never pass without the proof of a copy in another Region', () => {
    fc.assert(
      fc.property(anyGiven, anyOptions, (given, options) => {
        const { recoveryPoints = [], copyJobs = [], nativeBackups = [], resource } = given;
        const isThere = (arn: string | undefined): boolean => arn !== undefined && !arn.includes(resource.region);
        const nothingThere: typeof given = {
          ...given,
          plans: [],
          recoveryPoints: recoveryPoints.filter(({ vaultArn }) => !isThere(vaultArn)),
          copyJobs: copyJobs.filter(({ destinationVaultArn }) => !isThere(destinationVaultArn)),
          nativeBackups: nativeBackups.filter(({ backupsArn }) => !isThere(backupsArn)),
        };
        expect(outcomeOf(crossRegionCopy, { given: nothingThere, options }).status).not.toBe('pass');
      }),
      { numRuns: 200 },
    );
  });

  it('are judged in many ways', () => {
    const sample = fc.sample(fc.tuple(anyGiven, anyOptions), { numRuns: 900, seed: 2 });
    const said = new Set(sample.map(([given, options]) => outcomeOf(crossRegionCopy, { given, options }).messageId));
    const usual = [
      ...['copied', 'copy-reported', 'copy-configured', 'awaiting-first-copy', 'backups-replicated'],
      ...['no-copy-action', 'same-region', 'wrong-region', 'never-copied', 'stale', 'retention-too-short'],
      ...['replication-stale', 'replication-elsewhere', 'replication-unread'],
      ...['copy-failing', 'no-usable-copy', 'copy-unverified', 'aws-cannot-copy', 'capability-unknown'],
    ];
    expect(usual.filter((id) => !said.has(id))).toEqual([]);
  });
});
