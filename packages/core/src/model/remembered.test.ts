import { describe, expect, it } from '@jest/globals';
import { remembered } from './remembered.js';

/** A function that tells which questions it was really asked. */
function asked(most?: number): {
  readonly questions: number[];
  readonly ask: (question: number) => number | undefined;
} {
  const questions: number[] = [];
  const answer = (question: number): number | undefined => {
    questions.push(question);
    return question === 0 ? undefined : question * 2;
  };
  return { questions, ask: remembered(answer, most) };
}

describe('remembered', () => {
  it('works out each answer once, one that is undefined too', () => {
    const { questions, ask } = asked();
    expect([1, 0, 1, 0, 2].map(ask)).toEqual([2, undefined, 2, undefined, 4]);
    expect(questions).toEqual([1, 0, 2]);
  });

  it('forgets when it knows the most it may', () => {
    const { questions, ask } = asked(2);
    expect([1, 2, 3, 1].map(ask)).toEqual([2, 4, 6, 2]);
    expect(questions).toEqual([1, 2, 3, 1]);
  });
});
