import { expect, it } from '@jest/globals';
import { shardOption } from './shard-option.js';

it.each([
  ['2/8', {}, { index: 2, of: 8 }],
  ['auto', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '8' }, { index: 1, of: 8 }],
  ['auto', { CI_NODE_INDEX: '8', CI_NODE_TOTAL: '8' }, { index: 8, of: 8 }],
  ['auto/4', { JOB_COMPLETION_INDEX: '3' }, { index: 4, of: 4 }],
])('--shard %s', (text, environment, shard) => {
  expect(shardOption(text, environment)).toEqual(shard);
});

it.each([
  ['8', {}, '"8" is not a part of a scan'],
  ['0/8', {}, '"0/8" is not a part of a scan'],
  ['9/8', {}, '"9/8" is not a part of a scan'],
  ['2/8x', {}, '"2/8x" is not a part of a scan'],
  ['auto', {}, 'the environment does not say which part this is'],
  ['auto', { JOB_COMPLETION_INDEX: '3' }, 'the environment does not say which part this is'],
  ['auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '8' }, 'the environment does not say which part this is'],
])('--shard %s with %j is refused', (text, environment, message) => {
  expect(() => shardOption(text, environment)).toThrow(message);
});
