import type { UnknownWord } from '@backproof/core';
import type { OneWord, Page } from './page.js';

/**
 * Finds the words of a member that this version does not know.
 *
 * @param what - the operation and the member: `ListRestoreJobs: Status`; of another service than AWS Backup with its name:
 * `kms:DescribeKey: KeyState`
 * @param items - each with its id, and its word if it has one
 */
export function unknownWordsOf(
  what: `${string}: ${string}`,
  items: readonly (readonly [id: string, word: string | undefined])[],
  known: readonly string[],
): readonly OneWord[] {
  const [name = '', field = ''] = what.split(': ');
  const operation = name.includes(':') ? name : `backup:${name}`;
  return items.flatMap(([item, word]) =>
    word === undefined || known.includes(word) ? [] : { operation, field, word, item },
  );
}

/** The words that this version does not know in the pages of a part. Each is named with the first of its items. */
export class UnknownWords {
  readonly #service: string;
  readonly #words = new Map<string, UnknownWord>();

  constructor(service: string) {
    this.#service = service;
  }

  addPage({ unknownWords = [], resources = [] }: Page): void {
    for (const word of unknownWords) this.#add(word);
    for (const { arn, state } of resources) {
      if (state?.is === 'unknown') this.#add({ operation: this.#service, field: 'state', word: state.word, item: arn });
    }
  }

  all(): readonly UnknownWord[] {
    return [...this.#words.values()];
  }

  #add(one: OneWord): void {
    const key = [one.operation, one.field, one.word].join('\n');
    const known = this.#words.get(key);
    this.#words.set(key, known === undefined ? { ...one, items: 1 } : { ...known, items: known.items + 1 });
  }
}
