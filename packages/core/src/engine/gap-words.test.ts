import { describe, expect, it } from '@jest/globals';
import { causeOf, grantOf, wayOutOf } from './gap-words.js';

const iamAction = 'backup:ListBackupJobs';
const denied = (because: string) => {
  const message = `User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ${iamAction} ${because}`;
  return { code: 'AccessDeniedException', message, iamAction };
};

describe('a denial', () => {
  it.each([
    [
      'without a grant is answered with one',
      denied('because no identity-based policy allows the action'),
      [iamAction, `Grant ${iamAction}.`, `no permission for ${iamAction}`],
    ],
    [
      'by a service control policy cannot be granted away',
      denied('with an explicit deny in a service control policy'),
      [
        undefined,
        'No grant overrides the explicit deny: change the service control policy, or do not scan this account and Region.',
        'explicit deny of the service control policy',
      ],
    ],
    [
      'by an explicit deny of a policy of its own cannot either',
      denied('with an explicit deny in an identity-based policy'),
      [
        undefined,
        'No grant overrides the explicit deny: change the identity-based policy, or do not scan this account and Region.',
        'explicit deny of the identity-based policy',
      ],
    ],
    [
      'by an explicit deny of which AWS names no policy',
      denied('with an explicit deny'),
      [
        undefined,
        'No grant overrides the explicit deny: change the policy that denies it, or do not scan this account and Region.',
        'explicit deny',
      ],
    ],
    [
      'by what a service control policy does not allow is fixed there',
      denied('because no service control policy allows the action'),
      [
        undefined,
        'No other grant helps: allow it in the service control policy, or do not scan this account and Region.',
        'not allowed by the service control policy',
      ],
    ],
  ])('%s', (_, gap, said) => {
    expect([grantOf(gap), wayOutOf(gap), causeOf(gap)]).toEqual(said);
  });
});

it('credentials that AWS does not accept are no missing permission', () => {
  const gap = { code: 'AuthFailure', message: 'AWS was not able to validate the provided access credentials' };
  expect([grantOf(gap), wayOutOf(gap), causeOf(gap)]).toEqual([
    undefined,
    'AWS did not accept the credentials: check that they are valid, that the clock is right and that the Region is enabled.',
    'AuthFailure',
  ]);
});

it('the HTTP status is the cause where no code says more', () => {
  const gap = { code: 'UnreadableAnswer', message: 'HTTP 502, not an answer of AWS', httpStatus: 502 };
  expect([causeOf(gap), causeOf({ ...gap, code: 'InternalServerException' })]).toEqual([
    'HTTP 502',
    'InternalServerException',
  ]);
});

it('of other errors no way out is known', () => {
  const gap = { code: 'ThrottlingException', message: 'Rate exceeded' };
  expect([grantOf(gap), wayOutOf(gap), causeOf(gap)]).toEqual([undefined, undefined, 'ThrottlingException']);
});
