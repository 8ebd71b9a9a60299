import { InventoryBuilder } from './inventory-builder.js';
import type { Inventory } from './inventory.js';
import { gapsOf } from './population.js';
import type { Population } from './population.js';
import { RECORD_KINDS } from './record-kind.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import type { Spool } from './spool.js';

/** By the ARNs of vaults: the resources whose recovery points in it are to be read, or `all` of its recovery points. */
export type FurtherPoints = ReadonlyMap<string, 'all' | readonly string[]>;

/**
 * An inventory of which only recovery points from some moment on were read, with more of them.
 *
 * @param more - the inventory of the second reading, which has them
 */
export function withFurtherPoints(first: Inventory, more: Inventory, further: FurtherPoints, spool?: Spool): Inventory {
  const builder = new InventoryBuilder(first.takenAt, { schemaVersion: first.schemaVersion, spool });
  const found = new Map<string, number>();
  for (const point of first.recoveryPoints) builder.addPoint(point);
  const since = new Map(first.populations.map(({ of, createdAfter = -Infinity }) => [of, createdAfter]));
  for (const point of more.recoveryPoints) {
    builder.addPoint(point);
    const isOlder = point.createdAt <= (since.get(point.vaultArn) ?? -Infinity);
    if (isOlder) found.set(point.vaultArn, (found.get(point.vaultArn) ?? 0) + 1);
  }
  const readings = new Map(more.populations.filter(isOfPoints).map((population) => [population.of, population]));
  const ofBoth = (population: Population): Population => {
    const { of = '' } = population;
    const [wanted, second] = [further.get(of), readings.get(of)];
    if (!isOfPoints(population) || wanted === undefined || second === undefined) return population;
    return readFurther(population, second, wanted, found.get(of) ?? 0);
  };
  const add = <K extends RecordKind>(kind: K, records: readonly InventoryRecords[K][]): void => {
    for (const record of records) builder.add(kind, record);
  };
  for (const kind of RECORD_KINDS) if (kind !== 'populations') add(kind, first[kind]);
  add('populations', first.populations.map(ofBoth));
  add('calls', more.calls);
  return builder.build();
}

function isOfPoints({ kind }: Population): boolean {
  return kind === 'recoveryPoints';
}

/** The points of a vault after both readings. What the second could not read is missing; it does not count as read. */
function readFurther(
  first: Population,
  second: Population,
  wanted: 'all' | readonly string[],
  older: number,
): Population {
  const { kind, scope, of, createdAfter, unknownWords = [] } = first;
  const words = [
    ...new Map([...unknownWords, ...(second.unknownWords ?? [])].map((word) => [word.item, word])).values(),
  ];
  const read = {
    ...{ kind, scope, count: first.count + older, pages: first.pages + second.pages },
    ...(of !== undefined && { of }),
    ...(words.length > 0 && { unknownWords: words }),
  };
  const ofSecond = gapsOf(second);
  const [gap, ...gaps] = [...gapsOf(first), ...ofSecond];
  const failed = new Set(ofSecond.flatMap(({ resources = [] }) => resources));
  const isWhole = ofSecond.every(({ resources }) => resources !== undefined);
  const readInFull = wanted === 'all' || !isWhole ? [] : wanted.filter((arn) => !failed.has(arn));
  const limits =
    wanted === 'all' && isWhole
      ? {}
      : { ...(createdAfter !== undefined && { createdAfter }), ...(readInFull.length > 0 && { readInFull }) };
  if (gap === undefined) return { ...read, ...limits, status: 'complete' };
  return { ...read, ...limits, status: 'partial', gaps: [gap, ...gaps] };
}
