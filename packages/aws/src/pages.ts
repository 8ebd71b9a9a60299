import type { Paging } from './called-service.js';

/** A page says that an earlier page follows it: without end, and with nothing new in it. */
export class RepeatedTokenError extends Error {
  override readonly name = 'RepeatedTokenError';
}

/** A listing goes on, page after page, and has nothing new. */
export class EndlessListingError extends Error {
  override readonly name = 'EndlessListing';
}

/** Pages in a row that may have no item: a filter leaves some empty, and the more the longer a listing is. */
const EMPTY_PAGES = 100;

/**
 * Gives all pages of a listing. A token that comes back is found however long the circle is, with the memory of one
 * token.
 *
 * @param ask - asks for one page, by these members of its input
 * @throws RepeatedTokenError if a page is followed by an earlier one
 * @throws EndlessListingError if its tokens are fresh and its pages are empty for too long, or have the same items again
 */
export async function* pagesBy<Output extends object>(
  { pageSize, limit, token, next }: Paging,
  ask: (input: Readonly<Record<string, unknown>>) => Promise<Output>,
): AsyncIterable<Output> {
  let following: unknown;
  let remembered: { readonly token: unknown; readonly item: string | symbol | undefined } | undefined;
  let [steps, stride] = [0, 1];
  let [filled, empty] = [0, 0];
  do {
    const size = limit === undefined ? {} : { [limit]: pageSize };
    const page = await ask({ ...size, ...(isToken(following) && { [token]: following }) });
    following = memberOf(page, next);
    if (isToken(following) && following === remembered?.token) {
      throw new RepeatedTokenError('The service answered a page with the token of an earlier page');
    }
    const item = firstItemIn(page);
    if (item !== undefined && item === remembered?.item) {
      throw new EndlessListingError('The service answered the items of an earlier page again, with a new token');
    }
    yield page;
    [filled, empty] = item === undefined ? [filled, empty + 1] : [filled + 1, 0];
    if (empty > EMPTY_PAGES + filled) {
      throw new EndlessListingError(`The service answered ${String(empty)} pages in a row without an item`);
    }
    if (++steps === stride) [remembered, steps, stride] = [{ token: following, item }, 0, stride * 2];
  } while (isToken(following));
}

/** The first item of a page, as what it can be recognized by; undefined if it has none. */
function firstItemIn(page: object): string | symbol | undefined {
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(page))) {
    const items: unknown = value;
    if (!isList(items)) continue;
    for (const first of items) return textOf(first);
  }
  return undefined;
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** An item that is malformed is one, but none that can be recognized. */
function textOf(item: unknown): string | symbol {
  try {
    return JSON.stringify(item);
  } catch {
    return Symbol('malformed');
  }
}

/** Reads this member alone: another one that is malformed is not asked for. */
function memberOf(page: object, name: string): unknown {
  const member: unknown = Reflect.get(page, name);
  return member;
}

/** Some services end a listing with an empty token. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
