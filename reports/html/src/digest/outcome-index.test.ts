import { describe, expect, it } from '@jest/globals';
import { failure, outcome, subject } from '@backproof/testing';
import { outcomeIndex } from './outcome-index.js';

const at = (name: string, id: string, more = {}) => ({
  subject: subject({ type: 'EBS', name, arn: `arn:aws:ec2:eu-west-1:111111111111:volume/${id}`, ...more }),
});
const outcomes = [
  failure(at('web', 'vol-11')),
  failure(at('vol-12', 'vol-12')),
  outcome('pass', at('web', 'vol-2', { region: 'eu-central-1' })),
  outcome('unknown', { ...at('web', 'vol-11'), ruleId: 'restore-test' }),
  outcome('unknown', { ...at('vol-12', 'vol-12'), ruleId: 'restore-test' }),
];

describe('the index of outcomes', () => {
  it('writes what differs from the line before', () => {
    expect([...outcomeIndex(outcomes, outcomes.length)]).toEqual([
      '>backup-coverage',
      '=open high unprotected EBS',
      '@111111111111 eu-west-1',
      "'web",
      '0,0,arn:aws:ec2:eu-west-1:111111111111:volume/vol-11',
      '0,1b,2',
      '=pass - unprotected EBS',
      '@111111111111 eu-central-1',
      "'web",
      '1,1a,2',
      '>restore-test',
      '=unknown high unprotected EBS',
      '2,~0',
      '2,~',
    ]);
  });

  it('leaves out first what needs no attention, and counts what it leaves out', () => {
    const lines = [...outcomeIndex(outcomes, outcomes.length, { outcomes: 4, characters: Infinity })];
    expect(lines.filter((line) => line.startsWith('='))).toHaveLength(2);
    expect(lines.at(-1)).toBe('!1');
    expect([...outcomeIndex(outcomes, outcomes.length, { outcomes: 9, characters: 10 })].at(-1)).toBe('!4');
  });

  it('never parts the halves of a character', () => {
    const named = (arn: string) => outcome('pass', { subject: subject({ arn, name: 'x' }) });
    const last = [...outcomeIndex([named('arn:🗄'), named('arn:🗃')], 2)].at(-1);
    expect(last).toBe('0,4,🗃');
  });
});
