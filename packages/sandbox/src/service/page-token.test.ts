import { expect, it } from '@jest/globals';
import { offsetOf, pageToken } from './page-token.js';

it('a token leads back to its offset', () => {
  expect(offsetOf(pageToken('jobs', 1000), 'jobs')).toBe(1000);
});

it.each([
  ['of another listing', pageToken('vaults', 1000)],
  ['with another offset put in', Buffer.from('2000.abc').toString('base64url')],
  ['that is no token', 'zzz'],
  ['that is empty', ''],
])('a token %s leads nowhere', (_story, token) => {
  expect(offsetOf(token, 'jobs')).toBeUndefined();
});
