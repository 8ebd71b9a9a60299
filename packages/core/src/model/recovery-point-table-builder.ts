import { compare } from './order.js';
import { RecoveryPointColumns } from './recovery-point-columns.js';
import type { RecoveryPointData } from './recovery-point-columns.js';
import { sortByResource } from './recovery-point-index.js';
import { RecoveryPointTable } from './recovery-point-table.js';
import type { PointRows } from './recovery-point-table.js';
import type { RecoveryPoint } from './recovery-point.js';
import { IN_MEMORY } from './spool.js';
import type { Spool } from './spool.js';

/** Points that are held before some of them go to the spool: some 20 MB. */
const MOST_OPEN = 1 << 18;
/** Measured by the bench: in columns, with ARNs of usual lengths. */
const BYTES_A_POINT = 80;

/** The points of resources whose ARNs begin alike: those that come now, and those that were put away. */
interface Group {
  columns: RecoveryPointColumns;
  readonly away: (() => RecoveryPointData)[];
}

/**
 * Takes recovery points as they come off the wire; `build` ends it. It keeps the points of resources whose ARNs begin
 * alike together, as these are also read together, and with a spool it holds a part of all points at a time.
 */
export class RecoveryPointTableBuilder {
  readonly #spool: Spool;
  readonly #mostOpen: number;
  readonly #groups = new Map<string, Group>();
  #last: { readonly beginning: string; readonly group: Group } | undefined;
  #open = 0;

  constructor(spool: Spool = IN_MEMORY, mostOpen = spool === IN_MEMORY ? Infinity : MOST_OPEN) {
    this.#spool = spool;
    this.#mostOpen = mostOpen;
  }

  append(point: RecoveryPoint): void {
    this.#groupOf(point.resourceArn).columns.append(point);
    if (++this.#open > this.#mostOpen) this.#putLargestAway();
  }

  build(): RecoveryPointTable {
    const rows = new Map<string, PointRows>();
    let hasInfected = false;
    this.#last = undefined;
    // What begins alike stands together in the order of the ARNs, too.
    for (const beginning of [...this.#groups.keys()].toSorted(compare)) {
      const columns = this.#taken(beginning);
      hasInfected ||= columns.hasInfected;
      const { starts, ends } = sortByResource(columns);
      const opener = this.#opener(columns);
      for (const number of columns.resources.sorted()) {
        const place = { ...opener, start: starts[number] ?? 0, end: ends[number] ?? 0 };
        rows.set(columns.resources.get(number) ?? '', place);
      }
    }
    return new RecoveryPointTable(rows, hasInfected);
  }

  #groupOf(arn: string): Group {
    // Points of one type are listed together: to compare the beginning is quicker than to look it up.
    if (this.#last !== undefined && arn.startsWith(this.#last.beginning)) return this.#last.group;
    const beginning = beginningOf(arn);
    let group = this.#groups.get(beginning);
    if (group === undefined) this.#groups.set(beginning, (group = { columns: new RecoveryPointColumns(), away: [] }));
    this.#last = beginning.endsWith(':') ? { beginning, group } : undefined;
    return group;
  }

  #putLargestAway(): void {
    const groups = [...this.#groups.values()];
    const largest = groups.reduce((a, b) => (b.columns.count > a.columns.count ? b : a));
    largest.away.push(this.#put(largest.columns));
    this.#open -= largest.columns.count;
    largest.columns = new RecoveryPointColumns();
  }

  /** All points of a group, which the builder holds no longer. */
  #taken(beginning: string): RecoveryPointColumns {
    const { columns = new RecoveryPointColumns(), away = [] } = this.#groups.get(beginning) ?? {};
    this.#groups.delete(beginning);
    for (const read of away) columns.appendRows(new RecoveryPointColumns(read()));
    return columns;
  }

  #opener(columns: RecoveryPointColumns): Opener {
    return this.#spool === IN_MEMORY ? openerOf(columns) : readerBy(this.#put(columns));
  }

  #put(columns: RecoveryPointColumns): () => RecoveryPointData {
    return this.#spool.put(columns.data, columns.count * BYTES_A_POINT);
  }
}

type Opener = Pick<PointRows, 'open' | 'isAway'>;

function openerOf(columns: RecoveryPointColumns): Opener {
  return { open: () => columns, isAway: false };
}

/** It holds no columns, wherefore it is a function of its own: functions of one scope hold what any of them uses. */
function readerBy(read: () => RecoveryPointData): Opener {
  return { open: () => new RecoveryPointColumns(read()), isAway: true };
}

/** A table of points given as values: for tests and for what was made by hand. */
export function recoveryPointTable(points: Iterable<RecoveryPoint>): RecoveryPointTable {
  const builder = new RecoveryPointTableBuilder();
  for (const point of points) builder.append(point);
  return builder.build();
}

/** The beginning of an ARN, up to the account: `arn:aws:rds:eu-west-1:111111111111:`. */
function beginningOf(arn: string): string {
  let end = -1;
  for (let colons = 0; colons < 5; colons++) {
    end = arn.indexOf(':', end + 1);
    if (end < 0) return arn;
  }
  return arn.slice(0, end + 1);
}
