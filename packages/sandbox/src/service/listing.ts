import type { StaticOperationSchema } from '@smithy/types';
import type { ServiceError } from '../wire/service-error.js';
import type { Place } from '../world/place.js';
import type { Call, Operation } from './operation.js';
import { offsetOf, pageToken } from './page-token.js';

/** The paging of a service: the names of its members, and the requests that it refuses. */
export interface Paging<InputMember extends string, OutputMember extends string> {
  /** The input members that name the page's size, where a caller may, and its token; the output's next token. */
  readonly size?: InputMember;
  readonly token: InputMember;
  readonly next: OutputMember;
  /** The output member that says whether there are more pages, where one does. */
  readonly more?: OutputMember;
  readonly least: number;
  readonly most: number;
  /** The page size when none is asked for, if it is not the largest. */
  readonly usual?: number;
  /** More than the largest page: refused, or answered with the largest. */
  readonly excess: 'refused' | 'capped';
  /** The next token of the last page, where it is not left out. */
  readonly end?: string;
  readonly badSize: (size: number) => ServiceError;
  readonly badToken: () => ServiceError;
}

/** A listing operation: what it lists, what of it a caller may select, and how it is paged. */
export interface Listing<Contents, Input, Output, Item> {
  readonly items: (call: Call<Contents>, input: Input) => readonly Item[];
  /** For each filter of the input: whether an item is wanted. */
  readonly where?: Filters<Input, Item>;
  /** The output member that carries the page. */
  readonly page: keyof Output & string;
  readonly paging: Paging<keyof Input & string, keyof Output & string>;
  /** An item as the answer shows it, where that depends on more of the input than what it selects. */
  readonly shown?: (item: Item, input: Input) => Item;
  /** The page as the answer carries it, if that is not the list of its items. */
  readonly collected?: (items: readonly Item[]) => object;
  /** The output besides the page. */
  readonly also?: (input: Input, call: Call<Contents>) => Partial<Output>;
}

/**
 * For some members of an input: given what it asks for, whether an item is that.
 *
 * @throws ServiceError if AWS would refuse to be asked for it, whatever there is
 */
type Filters<Input, Item> = {
  readonly [Member in keyof Input]?: (wanted: NonNullable<Input[Member]>) => (item: Item) => boolean;
};

/** Makes the operation of a listing. What a call selects is worked out once a world; a page is a slice of it. */
export function listing<Contents, Input extends object, Output extends object, Item>(
  schema: StaticOperationSchema,
  declaration: Listing<Contents, Input, Output, Item>,
): Operation<Contents> {
  const { paging, page, shown = (item: Item) => item, collected = (items: readonly Item[]) => items } = declaration;
  const selections = new WeakMap<object, Map<string, readonly Item[]>>();

  return {
    schema,
    answer: (input: Input, call) => {
      const size = pageSize(paging, paging.size && input[paging.size]);
      const name = listingName(schema[2], input, paging, call.scope);
      const known = selections.get(call.world) ?? new Map<string, readonly Item[]>();
      selections.set(call.world, known);
      const selected = known.get(name) ?? select(declaration, input, call);
      known.set(name, selected);

      const offset = pageOffset(paging, input[paging.token], name);
      const end = offset + size;
      const hasMore = end < selected.length;
      const next = hasMore ? pageToken(name, end) : paging.end;
      const more = paging.more === undefined ? {} : { [paging.more]: hasMore };
      const items = selected.slice(offset, end).map((item) => shown(item, input));
      return { ...declaration.also?.(input, call), ...more, [page]: collected(items), [paging.next]: next };
    },
  };
}

function select<Contents, Input extends object, Output, Item>(
  { items, where }: Listing<Contents, Input, Output, Item>,
  input: Input,
  call: Call<Contents>,
): readonly Item[] {
  const wishes = where ? wishesOf(where, input) : [];
  const all = items(call, input);
  return wishes.length === 0 ? all : all.filter((item) => wishes.every((isWanted) => isWanted(item)));
}

function wishesOf<Input, Item>(where: Filters<Input, Item>, input: Input): ((item: Item) => boolean)[] {
  const wishes: ((item: Item) => boolean)[] = [];
  for (const member in where) {
    const wish = wishOf(where[member], input[member]);
    if (wish) wishes.push(wish);
  }
  return wishes;
}

function wishOf<Input, Item, Member extends keyof Input>(
  isWanted: Filters<Input, Item>[Member],
  wanted: Input[Member],
): ((item: Item) => boolean) | undefined {
  return isWanted && wanted != null ? isWanted(wanted) : undefined;
}

/** All that makes one listing another: the operation, the scope, and the input without its page. */
function listingName(operation: string, input: object, paging: Paging<string, string>, scope: Place): string {
  const selection = Object.entries(input).filter(([name]) => name !== paging.size && name !== paging.token);
  return JSON.stringify([operation, scope.accountId, scope.region, selection]);
}

function pageSize(paging: Paging<string, string>, asked: unknown): number {
  if (typeof asked !== 'number') return paging.usual ?? paging.most;
  if (asked < paging.least || (asked > paging.most && paging.excess === 'refused')) throw paging.badSize(asked);
  return Math.min(asked, paging.most);
}

function pageOffset(paging: Paging<string, string>, token: unknown, name: string): number {
  if (typeof token !== 'string' || token === '') return 0;
  const offset = offsetOf(token, name);
  if (offset === undefined) throw paging.badToken();
  return offset;
}
