import type { Paging } from './service.js';

/** A page says that an earlier page follows it: without end, and with nothing new in it. */
export class RepeatedTokenError extends Error {
  override readonly name = 'RepeatedTokenError';
}

/**
 * Gives all pages of a listing. A token that comes back is found however long the circle is, with the memory of one
 * token.
 *
 * @param ask - asks for one page, by these members of its input
 * @throws RepeatedTokenError if a page is followed by an earlier one
 */
export async function* pagesBy<Output extends object>(
  { pageSize, limit, token, next }: Paging,
  ask: (input: Readonly<Record<string, unknown>>) => Promise<Output>,
): AsyncIterable<Output> {
  let following: unknown;
  let remembered: unknown;
  let [steps, stride] = [0, 1];
  do {
    const page = await ask({ [limit]: pageSize, ...(isToken(following) && { [token]: following }) });
    following = memberOf(page, next);
    if (isToken(following) && following === remembered) {
      throw new RepeatedTokenError('The service answered a page with the token of an earlier page');
    }
    yield page;
    if (++steps === stride) [remembered, steps, stride] = [following, 0, stride * 2];
  } while (isToken(following));
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
