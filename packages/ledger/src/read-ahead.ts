/** The number of files that are read ahead: most are small, and opening one takes longer than reading it. */
const AHEAD = 8;

/** Reads items in their order, ahead of the current one. An error is thrown in its turn. */
export async function* readAhead<Item, Answer>(
  items: Iterable<Item>,
  read: (item: Item) => Promise<Answer>,
): AsyncGenerator<{ readonly item: Item; readonly answer: Answer }> {
  const reading: { readonly item: Item; readonly answer: Promise<Answer> }[] = [];
  for (const item of items) {
    const answer = read(item);
    // Whoever takes it hears of its error; it may fail before, or never be taken.
    answer.catch(() => undefined);
    reading.push({ item, answer });
    if (reading.length > AHEAD) yield* first();
  }
  while (reading.length > 0) yield* first();

  async function* first() {
    const next = reading.shift();
    if (next !== undefined) yield { item: next.item, answer: await next.answer };
  }
}
