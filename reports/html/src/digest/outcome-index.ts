import { tallyKindOf } from '@backproof/core';
import type { Outcome, TallyKind } from '@backproof/core';
import { visible } from '../markup.js';

/** The most characters of the index, so that a report stays below 10 MB. */
const MOST_CHARACTERS = 7_500_000;

/** The most outcomes of which all are indexed; of more, those that need no attention are left out. */
const MOST_OUTCOMES = 200_000;

/** The kinds of outcome that are left out first. */
const AT_REST: ReadonlySet<TallyKind> = new Set(['pass', 'notApplicable']);

/**
 * All outcomes in a line each, for the search of the page, in the order of the run; `searchScript` reads them. A line begins
 * with
 *
 * - `>` a rule, `@` an account and Region: of all lines that follow;
 * - `=` the kind, severity, message id and type of outcomes, which lines refer to by their number, from 0;
 * - `'` the name of the next resource, where its ARN does not end with it;
 * - a number, `,`, the number of characters that its ARN shares with the one before, `,` and the rest of its ARN; both numbers
 *   with 36 digits;
 * - a number, `,~` and the place of a resource among those written so far, from 0 and with 36 digits: another outcome of that
 *   resource. Nothing after `~` means the one that follows the resource of the line before;
 * - `!` the number of outcomes that have no line.
 *
 * @param count - how many outcomes there are
 */
export function* outcomeIndex(outcomes: Iterable<Outcome>, count: number, most = LIMITS): Generator<string> {
  const writer = new IndexWriter();
  let [characters, without] = [0, 0];
  for (const outcome of outcomes) {
    const isLeftOut = count > most.outcomes && AT_REST.has(tallyKindOf(outcome));
    if (isLeftOut || characters >= most.characters) {
      without += 1;
      continue;
    }
    for (const line of writer.linesOf(outcome)) {
      characters += line.length + 1;
      yield line;
    }
  }
  if (without > 0) yield `!${without}`;
}

const LIMITS = { outcomes: MOST_OUTCOMES, characters: MOST_CHARACTERS };

/** Writes outcomes by what differs from the one before. */
class IndexWriter {
  readonly #entries = new Map<string, number>();
  #rule = '';
  #place = '';
  #arn = '';
  /** The places of the resources that were written, by ARN. */
  readonly #written = new Map<string, number>();
  #last = -1;

  *linesOf(outcome: Outcome): Generator<string> {
    const { ruleId, severity, messageId, subject } = outcome;
    if (ruleId !== this.#rule) yield `>${visible((this.#rule = ruleId))}`;
    const kind = tallyKindOf(outcome);
    const entry = visible(`${kind} ${AT_REST.has(kind) ? '-' : severity} ${messageId} ${subject.type}`);
    const known = this.#entries.get(entry);
    const number = known ?? this.#entries.size;
    if (known === undefined) {
      this.#entries.set(entry, number);
      yield `=${entry}`;
    }

    const at = this.#written.get(subject.arn);
    if (at !== undefined) {
      yield `${number.toString(36)},~${at === this.#last + 1 ? '' : at.toString(36)}`;
      this.#last = at;
      return;
    }
    this.#last = this.#written.size;
    this.#written.set(subject.arn, this.#last);
    const place = visible(`${subject.accountId} ${subject.region}`);
    if (place !== this.#place) yield `@${(this.#place = place)}`;
    const [arn, name] = [visible(subject.arn), visible(subject.name)];
    if (name !== tailOf(arn)) yield `'${name}`;
    const shared = sharedLength(this.#arn, arn);
    this.#arn = arn;
    yield `${number.toString(36)},${shared.toString(36)},${arn.slice(shared)}`;
  }
}

/** The part of an ARN after its last `/` or `:`. */
function tailOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** The number of characters that two texts begin with alike; a pair that is one character stays together. */
function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return /[\udc00-\udfff]/.test(b.charAt(length)) ? length - 1 : length;
}
