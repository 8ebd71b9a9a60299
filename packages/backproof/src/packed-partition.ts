import { deserialize, serialize } from 'node:v8';
import type { Piece, SettledPartition, Spool, StoredPartition } from '@backproof/core';

/** The contribution of a partition, its largest lists as bytes: the thread that receives it only puts these away. */
export interface PackedPartition extends Omit<StoredPartition, 'byRule' | 'protection'> {
  readonly byRule: readonly PackedResources[];
  readonly protection: PackedPiece<StoredPartition['protection']>;
}

interface PackedResources extends Omit<StoredPartition['byRule'][number], 'outcomes'> {
  readonly outcomes: PackedPiece<StoredPartition['byRule'][number]['outcomes']>;
}

type PackedPiece<P> = (P extends Piece<infer Item> ? Packed<Item> : never) | undefined;

interface Packed<Item> {
  readonly first: Item;
  readonly last: Item;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Packs what a partition gave, in the thread that judged it. The buffers are those of its bytes, to be transferred. */
export function packPartition(part: SettledPartition): {
  readonly packed: PackedPartition;
  readonly buffers: readonly ArrayBuffer[];
} {
  const buffers: ArrayBuffer[] = [];
  const pack = <Item>(items: readonly Item[]): Packed<Item> | undefined => {
    const [first, last] = [items[0], items.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const bytes = new Uint8Array(serialize(items));
    buffers.push(bytes.buffer);
    return { first, last, bytes };
  };
  const byRule = part.byRule.map((rule) => ({ ...rule, outcomes: pack(rule.outcomes) }));
  return { packed: { ...part, byRule, protection: pack(part.protection) }, buffers };
}

/** Puts away what a partition gave, in the thread that merges. */
export function storePacked(part: PackedPartition, spool: Spool): StoredPartition {
  const byRule = part.byRule.map((rule) => ({ ...rule, outcomes: stored(rule.outcomes, spool) }));
  return { ...part, byRule, protection: stored(part.protection, spool) };
}

function stored<Item>(packed: Packed<Item> | undefined, spool: Spool): Piece<Item> | undefined {
  if (packed === undefined) return undefined;
  const { first, last, bytes } = packed;
  const read = spool.put(bytes, bytes.length);
  // What was packed is of this type.
  return { first, last, read: () => deserialize(read()) as readonly Item[] };
}
