import { describe, expect, it } from '@jest/globals';
import { MissingFieldError, required } from './required.js';
import { translatedWith, type ItemError } from './translated.js';

interface Job {
  readonly JobId?: string;
  readonly State?: string;
}

/** What becomes of jobs, and of what cannot be read. */
function translate(jobs: readonly Job[], toState: (job: Job) => string) {
  const errors: ItemError[] = [];
  const states = translatedWith((error) => errors.push(error))(jobs, 'ListJobs: JobId', toState);
  return { states, errors: errors.map(({ name, operation, message }) => ({ name, operation, message })) };
}

describe('a list that is translated', () => {
  it('keeps its order, and lets one odd item stand aside', () => {
    const jobs = [{ JobId: 'a', State: 'NEW' }, { JobId: 'b' }, { JobId: 'c', State: 'OLD' }, {}];
    expect(translate(jobs, ({ State }) => required(State, 'ListJobs: State'))).toEqual({
      states: ['NEW', 'OLD'],
      errors: [
        { name: 'MissingFieldError', operation: 'ListJobs', message: 'AWS answered ListJobs without State (JobId b)' },
        {
          name: 'MissingFieldError',
          operation: 'ListJobs',
          message: 'AWS answered ListJobs without State (one of its items)',
        },
      ],
    });
  });

  it('names an item of which something is of another type than AWS promises', () => {
    const { errors } = translate([{ JobId: 'a' }], () => {
      throw new TypeError('x.map is not a function');
    });
    expect(errors).toEqual([
      {
        name: 'UnreadableItem',
        operation: 'ListJobs',
        message: 'AWS answered ListJobs with an item that cannot be read (JobId a): TypeError: x.map is not a function',
      },
    ]);
  });

  it.each([
    ['the resource that an item is about', ({ JobId }: Job) => JobId, 'a'],
    [
      'none where even that cannot be read',
      () => {
        throw new TypeError('JobId is a list');
      },
      undefined,
    ],
  ])('names %s', (_, about, expected) => {
    const seen: ItemError[] = [];
    const toState = ({ State }: Job) => required(State, 'ListJobs: State');
    translatedWith((error) => seen.push(error))([{ JobId: 'a' }], 'ListJobs: JobId', toState, about);
    expect(seen.map((error) => error.about)).toEqual([expected]);
  });

  it('keeps the request that answered', () => {
    const seen: ItemError[] = [];
    translatedWith((error) => seen.push(error))([{ JobId: 'a' }], 'ListJobs: JobId', () => {
      throw new MissingFieldError('ListJobs', 'State', 'request-1');
    });
    expect(seen[0]?.requestId).toBe('request-1');
  });
});
