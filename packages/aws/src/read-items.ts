import type { ReadingContext } from './reading.js';
import { isVanished } from './gap.js';

type Answered<Answer> = { readonly answer: Answer } | { readonly error: unknown };

/**
 * Makes the `forEachItem` of a reading.
 *
 * @param atOnce - the number of items that are requested at the same time, and the most answers that wait
 * @param unreadable - receives the error of an item that cannot be read, and the resources that the item is about
 */
export function forEachItemWith(
  atOnce: number,
  unreadable: (error: unknown, resources?: readonly string[]) => void,
  signal: AbortSignal,
): ReadingContext['forEachItem'] {
  return async function* forEachItem<Item, Answer>(
    items: readonly Item[],
    ask: (item: Item) => Promise<Answer>,
    about?: (item: Item) => readonly string[],
    ifVanished?: (item: Item) => Answer,
  ) {
    const vanished: { item: Item; error: unknown }[] = [];
    const asked: { item: Item; answered: Promise<Answered<Answer>> }[] = [];
    for (const item of items) {
      asked.push({ item, answered: answerOf(() => ask(item)) });
      if (asked.length >= atOnce) yield* first();
    }
    while (asked.length > 0) yield* first();
    if (vanished.length === items.length) {
      for (const { item, error } of vanished) unreadable(error, about?.(item));
    }

    async function* first() {
      const next = asked.shift();
      const answered = await next?.answered;
      signal.throwIfAborted();
      if (next === undefined || answered === undefined) return;
      const { item } = next;
      if ('answer' in answered) {
        yield { item, answer: answered.answer };
      } else if (!isVanished(answered.error)) {
        unreadable(answered.error, about?.(item));
      } else {
        vanished.push({ item, error: answered.error });
        if (ifVanished !== undefined) yield { item, answer: ifVanished(item) };
      }
    }
  };
}

/** Never rejects: whoever asked may have given up by the time that the answer is there. */
async function answerOf<Answer>(ask: () => Promise<Answer>): Promise<Answered<Answer>> {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { error };
  }
}
