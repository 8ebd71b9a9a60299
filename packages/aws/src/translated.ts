import type { ReadingContext } from './reading.js';
import { AnswerError } from './required.js';

/** One item of a list cannot be translated; the others can. */
export class ItemError extends AnswerError {
  override readonly name: string;
  readonly item: string;
  /** The ARN of the only resource, or of the plan, that the item is about. Undefined: it may be about any. */
  readonly about: string | undefined;

  /**
   * @param cause - what its translation threw
   * @param item - `BackupJobId job-1`, or that it is one of many where it has no such member
   */
  constructor(cause: unknown, operation: string, item: string, about?: string) {
    const known = cause instanceof AnswerError;
    super(operation, `with an item that cannot be read (${item})`, known ? cause.requestId : undefined);
    this.item = item;
    this.about = about;
    this.name = known ? cause.name : 'UnreadableItem';
    this.message = known ? `${cause.message} (${item})` : `${this.message}: ${String(cause)}`;
  }
}

/**
 * Makes the `translated` of a reading.
 *
 * @param unreadable - receives each item that cannot be translated
 */
export function translatedWith(unreadable: (error: ItemError) => void): ReadingContext['translated'] {
  return function translated<Item, Answer>(
    items: Iterable<Item>,
    id: `${string}: ${string}`,
    translate: (item: Item) => Answer,
    about?: (item: Item) => string | undefined,
  ): readonly Answer[] {
    const answers: Answer[] = [];
    for (const item of items) {
      try {
        answers.push(translate(item));
      } catch (error) {
        const [operation = '', member = ''] = id.split(': ');
        unreadable(new ItemError(error, operation, nameOf(item, member), aboutOf(item, about)));
      }
    }
    return answers;
  };
}

/** An item of which this is not to be read, either, may be about any. */
function aboutOf<Item>(item: Item, about: ((item: Item) => string | undefined) | undefined): string | undefined {
  try {
    return about?.(item);
  } catch {
    return undefined;
  }
}

function nameOf(item: unknown, member: string): string {
  const value: unknown =
    typeof item === 'object' && item !== null ? Object.getOwnPropertyDescriptor(item, member)?.value : undefined;
  return typeof value === 'string' && value !== '' ? `${member} ${value}` : 'one of its items';
}
