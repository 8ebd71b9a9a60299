import { isRecord } from '../is-record.js';

/** A value that is known only once a change is applied, and why: `Ref: BackupTag`. */
export class Unresolved {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/** The first value within another one that is not known, with its place in it: `Rules[0].TargetBackupVaultName: Ref: Vault`. */
export function firstUnresolved(value: unknown, place = ''): string | undefined {
  if (value instanceof Unresolved) return place === '' ? value.why : `${place}: ${value.why}`;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return firstOf(items.map((item, index) => [item, `${place}[${String(index)}]`]));
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return firstOf(Object.entries(value).map(([key, item]) => [item, place === '' ? key : `${place}.${key}`]));
}

function firstOf(items: readonly (readonly [unknown, string])[]): string | undefined {
  for (const [item, place] of items) {
    const found = firstUnresolved(item, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fields of a value that is one block; none if it is something else. */
export function block(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) && !(value instanceof Unresolved) ? value : {};
}
