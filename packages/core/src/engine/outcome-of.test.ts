import { describe, expect, it } from '@jest/globals';
import { instance } from '../model/records.fixture.js';
import type { ResourceState } from '../model/resource.js';
import type { Verdict } from '../rule/verdict.js';
import { outcomeOf } from './outcome-of.js';
import { constantRule } from './rules.fixture.js';

const rule = constantRule('fail');

function messageOf(state: ResourceState | undefined, status: Verdict['status'] = 'fail') {
  const verdict: Verdict = { status, messageId: 'told', data: {}, evidence: [] };
  return outcomeOf(rule, 'high', instance(), { verdict, gaps: [] }, state).message;
}

describe('a message', () => {
  it.each<[string, ResourceState, string]>([
    ['has failed, in a word that says so', { is: 'failed', word: 'FAILED' }, ' Its state is FAILED.'],
    ['has failed, in another word', { is: 'failed', word: 'error' }, ' Its state is error (failed).'],
    [
      'is in a state that is not known',
      { is: 'unknown', word: 'NEW' },
      ' Its state is "NEW", which this version does not know.',
    ],
    ['is stopped, which rules judge', { is: 'stopped', word: 'stopped' }, ''],
  ])('says of a resource that it %s', (_story, state, ending) => {
    expect(messageOf(state)).toBe(`${messageOf(undefined)}${ending}`);
  });

  it('says nothing of the state where the rule does not apply', () => {
    expect(messageOf({ is: 'failed', word: 'error' }, 'notApplicable')).toBe(messageOf(undefined));
  });
});
