type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * The same record, in the same order, without the fields that are undefined: an absent field and an undefined one are
 * not the same here.
 */
export function defined<T extends object>(record: T): Defined<T>;
export function defined(record: Readonly<Record<string, unknown>>): object {
  const kept: Record<string, unknown> = {};
  for (const key in record) {
    if (record[key] !== undefined) kept[key] = record[key];
  }
  return kept;
}
