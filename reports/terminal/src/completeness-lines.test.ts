import type { Completeness, CountComparison, Population } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { gap, run } from '@backproof/testing';
import { terminal } from './terminal.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const arn = 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1';
const volumes: CountComparison = {
  ...{ scope, configType: 'AWS::EC2::Volume', source: 'recorder', result: 'complete' },
  ...{ seen: 40, counted: 40, missing: 0, unseen: [] },
};
const missing = { ...volumes, counted: 41, missing: 1, unseen: [{ arn, recordedAt: 0 }] };

function textOf(completeness: Partial<Completeness>, populations: readonly Population[] = []): string {
  const none = { counts: [], uncounted: [], unknownTypes: [] };
  return [
    ...terminal.render(run({ completeness: { ...none, ...completeness }, populations }), {
      verbose: true,
      width: 1_000,
    }),
  ].join('');
}

describe('the report tells what others know', () => {
  it.each<[story: string, completeness: Partial<Completeness>, lines: string]>([
    ['that nothing is missing', { counts: [volumes] }, 'Compared with AWS Config: 111111111111 eu-west-1\n'],
    [
      'what was not seen',
      { counts: [{ ...missing, result: 'shortfall' }] },
      `Counted by AWS Config, not found by the scan
  111111111111 eu-west-1  AWS::EC2::Volume: 1 resource of 41
    ${arn}
Compared with AWS Config: 111111111111 eu-west-1
`,
    ],
    [
      'what may not have been seen, and why it is not sure',
      { counts: [{ ...volumes, result: 'doubtful', doubt: 'daily', missing: 3 }] },
      `Counted by AWS Config, possibly not found by the scan: its counts may be out of date or include other types
  111111111111 eu-west-1  AWS::EC2::Volume: 3 resources of 40, AWS Config records once a day there
`,
    ],
    [
      'where nobody else counted',
      {
        uncounted: [
          { ...scope, reason: 'not-recorded' },
          { ...scope, region: 'eu-north-1', reason: 'unread' },
          { ...scope, region: 'us-east-1', reason: 'not-recorded' },
        ],
      },
      `Not compared with AWS Config because it does not record there: 111111111111 eu-west-1, 111111111111 us-east-1
Not compared with AWS Config because it could not be read: 111111111111 eu-north-1
`,
    ],
    [
      'what nobody judged',
      {
        unknownTypes: [
          { resourceType: 'S3', count: 12 },
          { resourceType: 'Timestream', count: 1 },
        ],
      },
      'Backed up by AWS Backup, but no rule judges these types: 12 S3, 1 Timestream\n',
    ],
  ])('%s', (_story, completeness, lines) => {
    expect(textOf(completeness)).toContain(`\n${lines}`);
  });

  it('that it could not be asked, and that the run is whole all the same', () => {
    const gaps = [gap({ operation: 'config:GetDiscoveredResourceCounts' })] as const;
    const counts: Population = { kind: 'resourceCounts', scope, status: 'unavailable', gaps, count: 0, pages: 0 };
    const text = textOf({}, [counts]);
    expect(text).toContain(`
Not read; no verdict depends on it
  111111111111 eu-west-1  resourceCounts: unavailable
    config:GetDiscoveredResourceCounts: AccessDeniedException`);
    expect(text).toContain('\nGate passed. Nothing was judged.\n');
  });
});
