/** Puts the values of one member of a world together, in their order. */
type Join<Value> = (values: readonly Value[]) => Value;

/** For each member of what is kept in a world: how the values of several parts become one. */
type Joins<Contents> = { readonly [Member in keyof Contents]-?: Join<NonNullable<Contents[Member]>> };

/** Puts parts of a world together, member by member. What no part has is empty. */
export type JoinParts<Contents> = (parts: readonly Contents[]) => Partial<Contents>;

/** Makes that which puts the parts of one service together: a member without a way to join it is a compile error. */
export function joining<Contents extends object>(joins: Joins<Contents>): JoinParts<Contents> {
  return (parts) => {
    const joined: Partial<Contents> = {};
    for (const member in joins) {
      joined[member] = joins[member](parts.map((part) => part[member]).filter(isGiven));
    }
    return joined;
  };
}

function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null;
}

/** One list after the other. */
export function lists<Item>(values: readonly (readonly Item[])[]): readonly Item[] {
  return values.flat(1);
}

/** One record over the other. */
export function records<Value>(values: readonly Readonly<Record<string, Value>>[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(values.flatMap((record) => Object.entries(record)));
}

/** The lists of one name after each other. */
export function listsByName<Item>(
  values: readonly Readonly<Record<string, readonly Item[]>>[],
): Readonly<Record<string, readonly Item[]>> {
  const byName = new Map<string, Item[]>();
  for (const [name, items] of values.flatMap((record) => Object.entries(record))) {
    const known = byName.get(name);
    if (known) known.push(...items);
    else byName.set(name, [...items]);
  }
  return Object.fromEntries(byName);
}
