import { isJsonObject } from './json-object.js';
import type { JsonObject } from './json-object.js';

/** An answer in JSON with one long list. */
export interface ListedJson {
  /** Its members; the list is empty here. */
  readonly rest: JsonObject;
  /** The items of the list, each parsed when it is asked for. */
  readonly items: Iterable<unknown>;
}

const BETWEEN = Buffer.from('},{');

/**
 * Reads an answer whose list has thousands of items, item by item, right out of its bytes: neither its text nor all items
 * are in memory at once, whose collection costs more than the parsing. Undefined: it has not the form in which AWS writes
 * such answers (objects without lists in a list, without spaces), so that it must be parsed as a whole.
 *
 * The bytes are cut wherever one object may end and the next begin. Where that was within a string, what comes before is
 * no JSON, and the next such place is tried: the beginning of a JSON object is never one itself.
 */
export function listedJson(answer: Uint8Array, member: string): ListedJson | undefined {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.length);
  const opening = `"${member}":[`;
  const start = bytes.indexOf(`${opening}{`) + opening.length;
  const end = bytes.indexOf(']', start);
  if (start < opening.length || end <= start || bytes.toString('utf8', end - 1, end) !== '}') return undefined;
  const rest = parsedJson(bytes.toString('utf8', 0, start) + bytes.toString('utf8', end));
  const list = isJsonObject(rest) ? rest[member] : undefined;
  // Where the member is not the answer's own, or the list ends elsewhere, what is left is no such answer.
  if (!isJsonObject(rest) || !Array.isArray(list) || list.length > 0) return undefined;
  return { rest, items: { [Symbol.iterator]: () => itemsIn(bytes, start, end, member) } };
}

function* itemsIn(bytes: Buffer, start: number, end: number, member: string): Generator {
  let count = 0;
  for (let from = start; from < end; count++) {
    let to = from;
    let item: unknown;
    do {
      const between = bytes.indexOf(BETWEEN, to);
      to = between < 0 || between >= end ? end : between + 1;
      item = parsedJson(bytes.toString('utf8', from, to));
    } while (item === undefined && to < end);
    // There is something else between two objects.
    if (item === undefined) return yield* itemsOfWhole(bytes.toString('utf8'), member, count);
    yield item;
    from = to + 1;
  }
}

/** The items from a number on. @throws SyntaxError if the answer is not JSON */
function itemsOfWhole(text: string, member: string, from: number): readonly unknown[] {
  const whole: unknown = JSON.parse(text);
  const list = isJsonObject(whole) ? whole[member] : undefined;
  return Array.isArray(list) ? list.slice(from) : [];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
