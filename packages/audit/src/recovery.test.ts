import { describe, expect, it } from '@jest/globals';
import { noTally } from '@backproof/core';
import type { AuditedRestore } from './audited-restore.js';
import type { AuditedPopulation, AuditedResource } from './population.js';
import { auditedRecovery } from './recovery.js';

const UNTIL = Date.parse('2026-10-01');

function restore(arn: string, startedAt: string, minutes: number, status = 'COMPLETED'): AuditedRestore {
  return {
    ...{
      jobId: startedAt,
      accountId: '1',
      region: 'r',
      kind: 'test',
      resourceArn: arn,
      status,
      startedAt,
      origin: 'live',
    },
    tookMs: minutes * 60_000,
    recorded: { id: 'run', at: startedAt },
  };
}

function population(resources: readonly Partial<AuditedResource>[]): AuditedPopulation {
  const total = {
    of: 'all',
    opening: 0,
    added: 0,
    removed: 0,
    closing: 0,
    judged: 0,
    excluded: 0,
    everListed: 0,
    exceptions: 0,
  };
  const run = { id: 'run', at: '2026-09-30T00:00:00.000Z' };
  const whole = resources.map((resource): AuditedResource => ({
    ...{ arn: 'a', name: 'a', type: 'RDS', accountId: '1', region: 'r', opening: 'judged', closing: 'judged' },
    ...{ first: run, last: run, judgedRuns: 1, excludedRuns: 0, movements: [], exceptions: 0, results: {} },
    ...resource,
  }));
  return { total, byType: [], byAccount: [], resources: whole, config: { counts: [], uncounted: [] } };
}

describe('restore times', () => {
  it('are by type and month: the median and the longest of what completed', () => {
    const { times } = auditedRecovery(
      [],
      population([{ arn: 'a' }, { arn: 'b', type: 'EFS' }]),
      [
        restore('a', '2026-07-31T23:59:00.000Z', 10),
        restore('a', '2026-08-01T00:00:00.000Z', 40),
        restore('a', '2026-08-02T00:00:00.000Z', 20),
        restore('a', '2026-08-03T00:00:00.000Z', 90, 'FAILED'),
        restore('b', '2026-08-03T00:00:00.000Z', 5),
        restore('gone', '2026-08-03T00:00:00.000Z', 7),
      ],
      UNTIL,
    );
    const minute = 60_000;
    expect(times).toEqual([
      { type: 'EFS', month: '2026-08', restores: 1, resources: 1, medianMs: 5 * minute, longestMs: 5 * minute },
      { type: 'RDS', month: '2026-07', restores: 1, resources: 1, medianMs: 10 * minute, longestMs: 10 * minute },
      { type: 'RDS', month: '2026-08', restores: 2, resources: 1, medianMs: 30 * minute, longestMs: 40 * minute },
      { type: 'unknown', month: '2026-08', restores: 1, resources: 1, medianMs: 7 * minute, longestMs: 7 * minute },
    ]);
  });
});

describe('the coverage by restores', () => {
  it('is of the judged resources of the closing run, and of a year', () => {
    const { coverage, yearFrom } = auditedRecovery(
      [],
      population([
        { lastRestored: '2025-10-01T00:00:00.000Z' },
        { lastRestored: '2025-09-30T23:59:59.999Z' },
        {},
        { closing: 'excluded', lastRestored: '2026-09-01T00:00:00.000Z' },
        { type: 'Backup vault' },
      ]),
      [],
      UNTIL,
    );
    expect(yearFrom).toBe('2025-10-01T00:00:00.000Z');
    expect(coverage).toEqual([{ type: 'RDS', judged: 3, withinYear: 1, earlier: 1, never: 1 }]);
  });
});

describe('recovery objectives', () => {
  it('are the results of their rule, of the runs that have it', () => {
    const tally = { ...noTally(), pass: 3, open: 1 };
    const run = (id: string, rules: readonly object[]) => ({ id, takenAt: UNTIL, header: { rules } }) as never;
    const runs = [run('without', []), run('with', [{ id: 'recovery-objectives', tally }])];
    const { objectives } = auditedRecovery(runs, population([]), [], UNTIL);
    expect(objectives).toEqual([{ id: 'with', at: '2026-10-01T00:00:00.000Z', tally }]);
  });
});
