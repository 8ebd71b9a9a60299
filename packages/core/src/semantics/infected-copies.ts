import type { CopyJob } from '../model/job.js';
import type { RecoveryPoints } from '../model/recovery-point.js';

/**
 * The points of a resource, of which those count as infected, too, that hold the same data as an infected one: AWS scans
 * no copies on a schedule, so most of them have no result of their own, and a copy holds what its source holds.
 *
 * Points hold the same data if one was copied from the other, directly or through others that may be gone, as copy jobs
 * say, or if they are of the same moment: a copy keeps the creation date of its source. A continuous point holds many
 * moments: its copies may hold what was found in it, but it is not infected as a whole because a copy is.
 *
 * @source Developer Guide, recov-point-create-a-copy (creation date) and malware-protection (no scheduled scans of copies)
 */
export function withInfectedCopies(points: RecoveryPoints, copyJobs: readonly CopyJob[]): RecoveryPoints {
  // A set takes what is added to it while it is gone through, each once.
  const infected = new Set<string>();
  for (let row = 0; row < points.count; row++) if (points.infected(row)) infected.add(points.arn(row));
  if (infected.size === 0) return points;
  const rowsOf = rowFinder(points);
  const copiesOf = copiesFinder(points, copyJobs);
  for (const arn of infected) {
    for (const row of rowsOf.byArn(arn)) for (const same of rowsOf.sameMoment(row)) infected.add(points.arn(same));
    for (const other of copiesOf(arn)) infected.add(other);
  }
  return points.withInfected([...infected].flatMap(rowsOf.byArn));
}

interface RowFinder {
  /** The rows of a point: two, where a second vault shows it. */
  readonly byArn: (arn: string) => readonly number[];
  readonly sameMoment: (row: number) => readonly number[];
}

function rowFinder(points: RecoveryPoints): RowFinder {
  const byArn = new Map<string, number[]>();
  for (let row = 0; row < points.count; row++) {
    const rows = byArn.get(points.arn(row)) ?? [];
    byArn.set(points.arn(row), rows);
    rows.push(row);
  }
  return {
    byArn: (arn) => byArn.get(arn) ?? [],
    sameMoment: (row) => {
      const rows: number[] = [];
      if (points.continuous(row)) return rows;
      const at = points.createdAt(row);
      // Rows run from old to new, so those of one moment are neighbors.
      for (let other = row - 1; other >= 0 && points.createdAt(other) === at; other--) rows.push(other);
      for (let other = row + 1; other < points.count && points.createdAt(other) === at; other++) rows.push(other);
      return rows.filter((other) => !points.continuous(other));
    },
  };
}

/** Finds what was copied from a point, and what it was copied from unless that is a continuous point. */
function copiesFinder(points: RecoveryPoints, copyJobs: readonly CopyJob[]): (arn: string) => readonly string[] {
  const continuous = new Set<string>();
  for (let row = 0; row < points.count; row++) if (points.continuous(row)) continuous.add(points.arn(row));
  const links = new Map<string, string[]>();
  const link = (from: string, to: string): void => void links.set(from, [...(links.get(from) ?? []), to]);
  for (const { sourceRecoveryPointArn: source, destinationRecoveryPointArn: copy } of copyJobs) {
    if (source === undefined || copy === undefined) continue;
    link(source, copy);
    if (!continuous.has(source)) link(copy, source);
  }
  return (arn) => links.get(arn) ?? [];
}
