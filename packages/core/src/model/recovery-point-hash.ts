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
  const origins: string[] = [];
  let bytes = Buffer.alloc(0);
  let strings = new Map<string, number>();
  const numberOf = (text: string | undefined): number => {
    if (text === undefined) return NO_STRING;
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const write = (row: number, from: number): number => {
    let at = from;
    for (const name of INSTANTS) at = bytes.writeDoubleLE(columns.numbers[name].get(row), at);
    at = bytes.writeDoubleLE((columns.sizeBytes(row) ?? -1) + 1, at);
    at = bytes.writeUInt32LE(numberOf(columns.arn.prefix(row)), at);
    at = bytes.writeUInt32LE(numberOf(columns.status(row)), at);
    at = bytes.writeUInt32LE(
      numberOf((origins[columns.numbers.origin.get(row)] ??= canonicalJson(columns.originOf(row)))),
      at,
    );
    at = bytes.writeUInt32LE(numberOf(columns.parentArn(row)), at);
    at = bytes.writeUInt8(columns.flags(row), at);
    const length = columns.arn.copySuffix(row, bytes, at + 1);
    return bytes.writeUInt8(length, at) + length;
  };
  return (start, end) => {
    const longest = (end - start) * LONGEST_POINT;
    if (bytes.length < longest) bytes = Buffer.alloc(longest);
    strings = new Map();
    let at = 0;
    for (let row = start; row < end; row++) at = write(row, at);
    const names = canonicalJson([...strings.keys()]);
    return sha256Of(Buffer.concat([bytes.subarray(0, at), Buffer.from(names, 'utf8')]));
  };
}
