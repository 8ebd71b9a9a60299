import { describe, expect, it } from '@jest/globals';
import {
  copiesInPlace,
  failure,
  outcome,
  protection,
  restoreInBrief,
  run,
  subject,
  unprotected,
} from '@backproof/testing';
import { digestRun } from './run-digest.js';

const named = (name: string) => ({ subject: subject({ name }) });
const arnOf = (name: string): string => subject({ name }).arn;

describe('the digest of a run', () => {
  it('draws what is worst first, then what is unknown, then others; what has no point is counted', () => {
    const outcomes = [
      outcome('pass', named('fine')),
      outcome('unknown', named('untold')),
      failure({ ...named('bad'), severity: 'medium' }),
      failure({ ...named('worse'), severity: 'critical' }),
      failure({ ...named('blank'), severity: 'critical' }),
    ];
    const digest = digestRun(
      run({
        outcomes,
        protection: [
          unprotected({ arn: arnOf('blank') }),
          ...['bad', 'fine', 'untold', 'worse'].map((name) => protection({ arn: arnOf(name) })),
        ],
      }),
      10,
    ).protection;
    expect(digest.drawn.map(({ arn }) => arn)).toEqual(['worse', 'bad', 'untold', 'fine'].map(arnOf));
    expect([digest.resources, digest.blank]).toEqual([5, 1]);
  });

  it('sums up copies by where they come from and where they lie', () => {
    const { flows, sources } = digestRun(
      run({
        protection: [
          protection({ arn: arnOf('a'), copies: [copiesInPlace({ usable: 2, newest: '2026-11-20T00:00:00.000Z' })] }),
          protection({ arn: arnOf('b'), copies: [copiesInPlace({ usable: 3, newest: '2026-11-21T00:00:00.000Z' })] }),
          protection({ arn: arnOf('c') }),
        ],
      }),
      10,
    ).protection;
    expect(flows).toEqual([
      {
        ...copiesInPlace({ usable: 5, newest: '2026-11-21T00:00:00.000Z' }),
        from: '111111111111/eu-west-1',
        resources: 2,
      },
    ]);
    expect(sources).toEqual([{ from: '111111111111/eu-west-1', resources: 3, withoutCopy: 1 }]);
  });

  it('keeps the newest restores, however many there are, and counts all of them', () => {
    const restores = Array.from({ length: 50 }, (_, n) =>
      restoreInBrief({ id: `r${n}`, at: new Date(Date.UTC(2026, 0, 1 + ((n * 7) % 50))).toISOString() }),
    );
    const digest = digestRun(
      run({ protection: restores.map((each) => protection({ restores: [each] })) }),
      3,
    ).protection;
    expect(digest.restores.map(({ at }) => at.slice(0, 10))).toEqual(['2026-02-19', '2026-02-18', '2026-02-17']);
    expect(digest.restoreCount).toBe(50);
  });

  it('counts by resource type and rule', () => {
    const { matrix } = digestRun(
      run({ outcomes: [failure(), outcome('pass', named('x')), outcome('pass', named('y'))] }),
      10,
    );
    expect(matrix.get('RDS')?.get('backup-coverage')).toMatchObject({ pass: 2, open: 1, unknown: 0 });
  });
});
