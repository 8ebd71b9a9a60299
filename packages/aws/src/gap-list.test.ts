import { describe, expect, it } from '@jest/globals';
import { GapList } from './gap-list.js';

const gap = (message: string) => ({ operation: 'backup:ListBackupJobs', code: 'MissingFieldError', message });

describe('the gaps of a part', () => {
  it('tell a call that fails in the same way once', () => {
    const gaps = new GapList();
    gaps.addCall(gap('no access to plan a'));
    gaps.addCall(gap('no access to plan b'));
    expect(gaps.all()).toEqual([gap('no access to plan a')]);
  });

  it('tell of a call that fails in the same way for several resources which they are, in order', () => {
    const gaps = new GapList();
    for (const arn of ['arn:b', 'arn:a', 'arn:b']) gaps.addCall({ ...gap('denied'), resources: [arn] });
    expect(gaps.all()).toEqual([{ ...gap('denied'), resources: ['arn:a', 'arn:b'] }]);
  });

  it.each([
    ['before', [undefined, ['arn:a']]],
    ['after', [['arn:a'], undefined]],
  ])('may be about any resource where a call %s was', (_, about) => {
    const gaps = new GapList();
    for (const resources of about) gaps.addCall({ ...gap('denied'), ...(resources && { resources }) });
    expect(gaps.all()).toEqual([gap('denied')]);
  });

  it('tell each item once', () => {
    const gaps = new GapList();
    for (const message of ['job-1', 'job-2', 'job-1']) gaps.addItem(gap(message));
    expect(gaps.all()).toEqual([gap('job-1'), gap('job-2')]);
  });

  it('tell of many items the names of twenty, and how many more there are', () => {
    const gaps = new GapList();
    for (let n = 1; n <= 25; n++) gaps.addItem(gap(`job-${String(n)}`));
    expect(gaps.all()).toHaveLength(21);
    expect(gaps.all().at(-1)).toEqual(gap('Also affects 5 more items'));
  });

  it.each([
    ['the resources of all that are not named', 'arn:24', ['arn:21', 'arn:22', 'arn:23', 'arn:24', 'arn:25']],
    ['any resource, where one of them is', undefined, undefined],
  ])('are about %s', (_, of24, resources) => {
    const gaps = new GapList();
    for (let n = 1; n <= 25; n++) {
      const about = n === 24 ? of24 : `arn:${String(n)}`;
      gaps.addItem({ ...gap(`job-${String(n)}`), ...(about !== undefined && { resources: [about] }) });
    }
    expect(gaps.all().at(-1)?.resources).toEqual(resources);
  });
});
