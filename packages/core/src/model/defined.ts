type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same record without the fields that are undefined: an absent field and an undefined one are not the same here. */
export function defined<T extends object>(record: T): Defined<T> {
  const kept: Defined<T> = {};
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) kept[key] = value as Exclude<T[typeof key], undefined>;
  }
  return kept;
}
