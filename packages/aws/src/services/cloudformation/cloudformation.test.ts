import { afterEach, describe, expect, it } from '@jest/globals';
import { cloudformation } from './service.js';
import { queryOnce } from '../query.fixture.js';
import { expectAllAsked, pagesOf } from '../reading.fixture.js';

const arn = (name: string) => `arn:aws:cloudformation:eu-west-1:111111111111:stack/${name}/1`;
const stack = (name: string, more: object = {}) => ({
  member: {
    StackId: arn(name),
    StackName: name,
    CreationTime: '2026-01-02T03:04:05Z',
    StackStatus: 'CREATE_COMPLETE',
    ...more,
  },
});

function page(result: object, token?: string): void {
  const input = token === undefined ? {} : { NextToken: token };
  queryOnce('cloudformation', '2010-05-15', { operation: 'DescribeStacks', input, result });
}

const resources = async () => (await pagesOf(cloudformation)).flatMap((each) => each.resources ?? []);

afterEach(expectAllAsked);

describe('stacks of CloudFormation', () => {
  it('are read through every page, whose size CloudFormation decides', async () => {
    page({ Stacks: [stack('a')], NextToken: '1' });
    page({ Stacks: [], NextToken: '2' }, '1');
    page({ Stacks: [stack('b')] }, '2');
    expect((await resources()).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('are translated', async () => {
    page({ Stacks: [stack('a', { ParentId: arn('b'), Tags: [{ member: { Key: 'team', Value: 'shop' } }] })] });
    expect(await resources()).toEqual([
      {
        type: 'CloudFormation',
        arn: arn('a'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'a',
        tags: { team: 'shop' },
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'CREATE_COMPLETE' },
        parentArn: arn('b'),
      },
    ]);
  });

  it.each([
    ['UPDATE_ROLLBACK_FAILED', 'failed'],
    ['REVIEW_IN_PROGRESS', 'creating'],
    ['DELETE_IN_PROGRESS', 'deleting'],
    ['UPDATE_IN_PROGRESS', 'transient'],
    ['A_STATE_OF_TOMORROW', 'unknown'],
  ])('one that is %s is listed as %s', async (word, is) => {
    page({ Stacks: [stack('a', { StackStatus: word })] });
    expect(await resources()).toMatchObject([{ state: { is, word } }]);
  });

  it.each([
    ['Stacks', {}],
    ['StackId', { Stacks: [stack('a', { StackId: undefined })] }],
  ])('an answer without %s is an error', async (field, answer) => {
    page(answer);
    await expect(resources()).rejects.toThrow(`AWS answered DescribeStacks without ${field}`);
  });
});
