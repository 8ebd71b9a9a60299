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
  ) {
    const asked: { item: Item; answered: Promise<Answered<Answer>> }[] = [];
    for (const item of items) {
      asked.push({ item, answered: answerOf(() => ask(item)) });
      if (asked.length >= atOnce) yield* first();
    }
    while (asked.length > 0) yield* first();

    async function* first() {
      const next = asked.shift();
      const answered = await next?.answered;
      signal.throwIfAborted();
      if (next === undefined || answered === undefined) return;
      if ('answer' in answered) yield { item: next.item, answer: answered.answer };
      else if (!isVanished(answered.error)) unreadable(answered.error, about?.(next.item));
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
