import { canonicalJson, sha256Of } from './canonical.js';
import { LONGEST_SUFFIX } from './columns.js';
import type { RecoveryPointColumns } from './recovery-point-columns.js';

/** The columns of numbers, in the order in which they are hashed. */
const INSTANTS = ['createdAt', 'completedAt', 'deleteAt', 'lastRestoredAt', 'moveToColdStorageAt'] as const;

/** Stands for a string that is absent. */
const NO_STRING = 2 ** 32 - 1;

/** The most that a point takes: instants and size, numbers of four strings, flags, and the length and bytes of its ARN's end. */
const LONGEST_POINT = 8 * (INSTANTS.length + 1) + 4 * 4 + 2 + LONGEST_SUFFIX;

/**
 * Hashes the points of one resource, which are the rows from `start` to before `end`, right out of their columns: the
 * bytes are fewer than those of their JSON. They follow from the values of the points alone. Of each point, in little
 * endian: instants and size as 64-bit floats (0: absent; a size is one more than it is), the numbers of its ARN's
 * beginning, status, origin and parent as 32-bit integers, flags, and the length and the bytes of its ARN's end. At the
 * end the strings that have these numbers, as canonical JSON, in the order in which the points first have them.
 */
export function pointHasher(columns: RecoveryPointColumns): (start: number, end: number) => string {
  const { arn, numbers } = columns;
  const instants = INSTANTS.map((name) => numbers[name]);
  const origins: string[] = [];
  let bytes = Buffer.alloc(0);
  let view = new DataView(bytes.buffer);
  let strings = new Map<string, number>();
  const numberOf = (text: string | undefined): number => {
    if (text === undefined) return NO_STRING;
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const prefix = likeTheLast(
    (row) => arn.prefixNumber(row),
    (row) => numberOf(arn.prefix(row)),
  );
  const status = likeTheLast(
    (row) => numbers.status.get(row),
    (row) => numberOf(columns.status(row)),
  );
  const origin = likeTheLast(
    (row) => numbers.origin.get(row),
    (row) => numberOf((origins[numbers.origin.get(row)] ??= canonicalJson(columns.originOf(row)))),
  );
  const write = (row: number, from: number): number => {
    let at = from;
    for (const column of instants) {
      setInstant(view, at, column.get(row));
      at += 8;
    }
    // The column has a size that is one more, too.
    view.setFloat64(at, numbers.size.get(row), true);
    view.setUint32(at + 8, prefix.of(row), true);
    view.setUint32(at + 12, status.of(row), true);
    view.setUint32(at + 16, origin.of(row), true);
    view.setUint32(at + 20, numberOf(columns.parentArn(row)), true);
    view.setUint8(at + 24, columns.flags(row));
    const length = arn.copySuffix(row, bytes, at + 26);
    view.setUint8(at + 25, length);
    return at + 26 + length;
  };
  return (start, end) => {
    const longest = (end - start) * LONGEST_POINT;
    if (bytes.length < longest) {
      bytes = Buffer.alloc(longest);
      view = new DataView(bytes.buffer, bytes.byteOffset);
    }
    strings = new Map();
    for (const each of [prefix, status, origin]) each.forget();
    let at = 0;
    for (let row = start; row < end; row++) at = write(row, at);
    const names = canonicalJson([...strings.keys()]);
    return sha256Of(Buffer.concat([bytes.subarray(0, at), Buffer.from(names, 'utf8')]));
  };
}

/** Points that stand together are alike: to compare numbers is quicker than to look up strings. */
function likeTheLast(keyOf: (row: number) => number, numberOf: (row: number) => number) {
  let [key, number] = [NaN, NaN];
  return {
    of: (row: number): number => {
      const known = keyOf(row);
      if (known !== key) [key, number] = [known, numberOf(row)];
      return number;
    },
    forget: (): void => {
      key = NaN;
    },
  };
}

/** A moment that is absent is always the same bytes: which ones a `NaN` has is left to the engine. */
function setInstant(view: DataView, at: number, instant: number): void {
  if (!Number.isNaN(instant)) {
    view.setFloat64(at, instant, true);
    return;
  }
  view.setUint32(at, 0, true);
  view.setUint32(at + 4, 0x7ff80000, true);
}
