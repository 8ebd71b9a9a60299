import { describe, expect, it } from '@jest/globals';
import { forEachItemWith } from './read-items.js';

function withName(name: string): Error {
  return Object.assign(new Error(name), { name });
}

async function answers(items: readonly number[], ask: (item: number) => Promise<number>, unreadable: unknown[] = []) {
  const forEachItem = forEachItemWith(3, (error) => unreadable.push(error), new AbortController().signal);
  const list: number[] = [];
  for await (const { item, answer } of forEachItem(items, ask)) list.push(item, answer);
  return list;
}

describe('forEachItem', () => {
  it("gives the answers in the items' order, however long they take", async () => {
    const ask = async (item: number) => {
      await new Promise((resolve) => setTimeout(resolve, 20 - item * 5));
      return item * 10;
    };
    expect(await answers([1, 2, 3, 4], ask)).toEqual([1, 10, 2, 20, 3, 30, 4, 40]);
  });

  it('asks no further ahead than it is allowed to', async () => {
    let asked = 0;
    const forEachItem = forEachItemWith(3, () => undefined, new AbortController().signal);
    const items = forEachItem([1, 2, 3, 4, 5], (item) => Promise.resolve(item + asked++))[Symbol.asyncIterator]();
    await items.next();
    expect(asked).toBe(3);
  });

  it.each(['ResourceNotFoundException', 'DBInstanceNotFoundFault', 'FileSystemNotFound'])(
    'leaves out what vanished, as %s tells',
    async (name) => {
      const unreadable: unknown[] = [];
      const ask = (item: number) => (item === 2 ? Promise.reject(withName(name)) : Promise.resolve(item));
      expect(await answers([1, 2, 3], ask, unreadable)).toEqual([1, 1, 3, 3]);
      expect(unreadable).toEqual([]);
    },
  );

  it('leaves out what cannot be read, and says so', async () => {
    const denied = withName('AccessDeniedException');
    const unreadable: unknown[] = [];
    expect(await answers([1], () => Promise.reject(denied), unreadable)).toEqual([]);
    expect(unreadable).toEqual([denied]);
  });

  it('leaves nothing that rejects unheard when a scan is given up, or its answers are', async () => {
    const unheard: unknown[] = [];
    const note = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', note);
    try {
      for (let abortAt = 0; abortAt < 50; abortAt++) {
        const controller = new AbortController();
        const forEachItem = forEachItemWith(
          5,
          () => {
            controller.signal.throwIfAborted();
          },
          controller.signal,
        );
        const ask = async (item: number) => {
          await new Promise((resolve) => setImmediate(resolve));
          if (item === abortAt % 10) controller.abort();
          throw withName('AbortError');
        };
        const read = async () => {
          for await (const { answer } of forEachItem([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], ask)) return answer;
          return undefined;
        };
        await expect(read()).rejects.toThrow();
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(unheard).toEqual([]);
  });
});
