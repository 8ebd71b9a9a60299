import { afterEach, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { rbin } from './service.js';

const days = (RetentionPeriodValue: number, RetentionPeriodUnit = 'DAYS') => ({
  RetentionPeriodValue,
  RetentionPeriodUnit,
});

function listed(ResourceType: string, body: object, token?: string): void {
  const input = { ResourceType, MaxResults: 1000, ...(token !== undefined && { NextToken: token }) };
  nock('https://rbin.eu-west-1.amazonaws.com').post('/list-rules', input).reply(200, body);
}

afterEach(expectAllAsked);

it('the rules about snapshots and images are read through every page', async () => {
  const locked = { Identifier: 'a', RetentionPeriod: days(14), LockState: 'locked' };
  listed('EBS_SNAPSHOT', { Rules: [locked], NextToken: 'n' });
  listed('EBS_SNAPSHOT', { Rules: [{ ...locked, Identifier: 'b', LockState: 'pending_unlock' }] }, 'n');
  listed('EC2_IMAGE', { Rules: [{ Identifier: 'c', RetentionPeriod: days(7) }] });
  expect((await pagesOf(rbin)).flatMap(({ recycleBinRules = [] }) => recycleBinRules)).toEqual([
    { scope, id: 'a', keeps: 'EBS_SNAPSHOT', retentionDays: 14, locked: true },
    { scope, id: 'b', keeps: 'EBS_SNAPSHOT', retentionDays: 14, locked: false },
    { scope, id: 'c', keeps: 'EC2_IMAGE', retentionDays: 7, locked: false },
  ]);
});

it.each([
  ['a list', {}, 'AWS answered ListRules without Rules'],
  ['a retention', { Rules: [{ Identifier: 'a' }] }, 'AWS answered ListRules without RetentionPeriod'],
  ['a unit that is known', { Rules: [{ Identifier: 'a', RetentionPeriod: days(1, 'WEEKS') }] }, 'WEEKS'],
  [
    'a state that is known',
    { Rules: [{ Identifier: 'a', RetentionPeriod: days(1), LockState: 'melting' }] },
    'melting',
  ],
])('an answer without %s is not understood', async (_, body, message) => {
  listed('EBS_SNAPSHOT', body);
  await expect(pagesOf(rbin)).rejects.toThrow(message);
});
