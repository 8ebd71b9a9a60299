import { describe, expect, it } from '@jest/globals';
import { leftoverGroups, leftoverText, vaultText } from './leftover-words.js';
import type { Leftovers } from '../model/leftovers.js';

const none: Leftovers = { gone: [], expired: [], failing: [], keptTwice: [] };
const counted = {
  ...{ points: 35, usable: 5, expired: 30, sizeBytes: 280 * 2 ** 30 },
  ...{ oldest: '2026-09-13T05:00:00.000Z', newest: '2026-10-31T05:00:00.000Z' },
};
const gone = { arn: 'arn:volume', type: 'EBS', ...counted };
const one = { ...counted, points: 1, usable: 1, expired: 0, sizeBytes: 0, newest: counted.oldest };
const vaultArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main';
const failing = {
  ...{ resourceArn: 'arn:bucket', accountId: '1', region: 'eu-west-1', failures: 3 },
  ...{ last: '2026-11-22T05:00:00.000Z', state: 'FAILED' },
};

const textOf = (leftovers: Partial<Leftovers>): string =>
  leftoverGroups({ leftovers: { ...none, ...leftovers } })
    .map(({ title, items }) => [title, ...items].join('\n'))
    .join('\n');

describe('leftovers in words', () => {
  it('are none where nothing is left over, and where the run does not record them', () => {
    expect([leftoverGroups({ leftovers: none }), leftoverGroups({})]).toEqual([[], []]);
  });

  it('are said not to be looked for', () => {
    const [group] = leftoverGroups({ pointsCreatedAfter: '2026-11-20T05:00:00.000Z' });
    expect(group && leftoverText(group, 1)).toBe(
      'the scan did not look for leftovers: recovery points from before 2026-11-20 05:00 UTC were read only of resources that later ones do not decide',
    );
  });

  it.each<[string, Partial<Leftovers>, string]>([
    [
      'a resource that is gone',
      { gone: [gone] },
      '35 recovery points of 1 resource that is gone\nEBS arn:volume: 35 recovery points, 5 usable, 30 expired, 280 GiB as AWS reports, created 2026-09-13 to 2026-10-31',
    ],
    [
      'the largest first, and no size where AWS reports none',
      { gone: [{ ...one, arn: 'arn:table', type: 'DynamoDB' }, gone] },
      '36 recovery points of 2 resources that are gone\nEBS arn:volume: 35 recovery points, 5 usable, 30 expired, 280 GiB as AWS reports, created 2026-09-13 to 2026-10-31\nDynamoDB arn:table: 1 recovery point, 1 usable, created 2026-09-13',
    ],
    [
      'expired points by vault',
      { expired: [{ ...one, vaultArn, resources: 1 }] },
      '1 expired recovery point that was not deleted\nvault main (111111111111 eu-west-1): 1 expired recovery point of 1 resource, created 2026-09-13',
    ],
    [
      'jobs that fail, with what AWS says',
      { failing: [{ ...failing, message: 'Access denied' }] },
      'Failing backup jobs of 1 resource that no rule judged\narn:bucket (1 eu-west-1): 3 backup jobs failed, the last on 2026-11-22, FAILED: Access denied',
    ],
    [
      'jobs that fail without a reason',
      { failing: [{ ...failing, failures: 1 }] },
      'Failing backup jobs of 1 resource that no rule judged\narn:bucket (1 eu-west-1): 1 backup job failed, the last on 2026-11-22, FAILED: AWS gave no reason',
    ],
    [
      'instances that are kept twice',
      { keptTwice: [{ arn: 'arn:i', name: 'web', volumes: 2 }] },
      '1 instance whose volumes are also backed up separately\nweb (arn:i): 2 volumes',
    ],
  ])('%s', (_, leftovers, text) => {
    expect(textOf(leftovers)).toBe(text);
  });

  it('as one text, with the number of those that are not named', () => {
    const group = { kind: 'gone', label: 'gone', title: '3 are gone', items: ['a', 'b', 'c'] } as const;
    expect([leftoverText(group, 2), leftoverText(group, 3)]).toEqual([
      '3 are gone: a; b; and 1 more',
      '3 are gone: a; b; c',
    ]);
  });
});

it('a vault is named with its place, and what is not a vault by its ARN', () => {
  expect([vaultText(vaultArn), vaultText('arn:x')]).toEqual(['vault main (111111111111 eu-west-1)', 'arn:x']);
});
