import { describe, expect, it } from '@jest/globals';
import { isVanished, toGap } from './gap.js';

const operations = { ListBackupPlans: { iam: 'backup:ListBackupPlans' } };
const called = 'backup:ListBackupPlans';

function failure(name: string, message: string, httpStatusCode?: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

describe('a gap', () => {
  it.each([
    ['Unknown', 'UnknownError', 502, 'HTTP 502, not an answer of AWS'],
    ['UnknownError', 'UnknownError', 404, 'HTTP 404, not an answer of AWS'],
    ['Error', 'XML parse error', 200, 'HTTP 200, not an answer of AWS, XML parse error'],
    ['UnknownError', 'UnknownError', undefined, 'not an answer of AWS'],
    ['NotFound', 'UnknownError', 404, 'HTTP 404, not an answer of AWS'],
  ])('of an answer without a code (%s: %s, %s) says so', (name, message, status, said) => {
    expect(toGap(failure(name, message, status), called, operations)).toMatchObject({
      code: 'UnreadableAnswer',
      message: said,
    });
  });

  it('of a denied call names the IAM action that it needs', () => {
    expect(toGap(failure('AccessDeniedException', 'denied', 403), called, operations)).toEqual({
      ...{ operation: called, code: 'AccessDeniedException', message: 'denied' },
      ...{ iamAction: 'backup:ListBackupPlans', httpStatus: 403 },
    });
  });
});

it.each([
  ['NoSuchBucket', true],
  ['FileSystemNotFound', true],
  ['ResourceNotFoundException', true],
  ['NotFound', false],
])('%s says that an item is gone: %s', (name, expected) => {
  expect(isVanished(failure(name, 'gone', 404))).toBe(expected);
});
