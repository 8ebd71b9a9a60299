import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import type { CopyJob } from '../model/job.js';
import { home, NOW, point } from '../model/records.fixture.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import { withInfectedCopies } from './infected-copies.js';

const RESOURCE = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1';

const of = (arn: string, age: number, fields: Partial<RecoveryPoint> = {}): RecoveryPoint => ({
  ...point(),
  resourceArn: RESOURCE,
  arn,
  createdAt: NOW - age * DAY,
  ...fields,
});
const copied = (source: string, copy: string): CopyJob => ({
  scope: home,
  id: `${source} ${copy}`,
  resourceArn: RESOURCE,
  state: 'COMPLETED',
  createdAt: NOW,
  destinationVaultArn: 'arn:aws:backup:eu-west-1:222222222222:backup-vault:bunker',
  sourceRecoveryPointArn: source,
  destinationRecoveryPointArn: copy,
});
const withoutSource = ({ sourceRecoveryPointArn: _, ...job }: CopyJob): CopyJob => job;
const infected = { infected: true } as const;
const continuous = { continuous: true } as const;

describe('points that count as infected', () => {
  it.each<[string, readonly RecoveryPoint[], readonly CopyJob[], readonly string[]]>([
    ['none, where no scan found anything', [of('a', 1), of('copy', 1)], [copied('a', 'copy')], []],
    [
      'a copy, which has the creation date of its source',
      [of('a', 1, infected), of('copy', 1), of('b', 2)],
      [],
      ['a', 'copy'],
    ],
    ['the source of a copy that was scanned', [of('a', 1), of('copy', 1, infected)], [], ['a', 'copy']],
    ['a copy that a copy job names', [of('a', 2, infected), of('copy', 1)], [copied('a', 'copy')], ['a', 'copy']],
    [
      'a copy of a copy that is gone',
      [of('a', 2, infected), of('end', 1)],
      [copied('gone', 'end'), copied('a', 'gone')],
      ['a', 'end'],
    ],
    ['the source that a copy job names', [of('a', 2), of('copy', 1, infected)], [copied('a', 'copy')], ['a', 'copy']],
    [
      'a copy of a continuous point in which something was found',
      [of('a', 9, { ...infected, ...continuous }), of('copy', 1)],
      [copied('a', 'copy')],
      ['a', 'copy'],
    ],
    [
      'not a continuous point because of one copy',
      [of('a', 9, continuous), of('copy', 1, infected)],
      [copied('a', 'copy')],
      ['copy'],
    ],
    [
      'not a snapshot of the moment at which a continuous point was made',
      [of('a', 1, { ...infected, ...continuous }), of('b', 1)],
      [],
      ['a'],
    ],
    [
      'jobs that name no points relate none',
      [of('a', 1, infected), of('b', 2)],
      [withoutSource(copied('a', 'b'))],
      ['a'],
    ],
  ])('%s', (_, points, jobs, expected) => {
    const all = withInfectedCopies(recoveryPointTable(points).of(RESOURCE), jobs);
    const rows = Array.from({ length: all.count }, (__, row) => row).filter((row) => all.infected(row));
    expect(rows.map((row) => all.arn(row)).sort()).toEqual(expected);
  });

  it('stay so in the part of the points that a view shows', () => {
    const points = recoveryPointTable([of('a', 3, infected), of('b', 2), of('copy', 1)]).of(RESOURCE);
    const later = withInfectedCopies(points, [copied('a', 'copy')]).since(NOW - 2 * DAY);
    expect([later.infected(0), later.infected(1)]).toEqual([false, true]);
  });
});
