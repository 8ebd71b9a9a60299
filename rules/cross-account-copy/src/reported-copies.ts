import { DAY, evidenceOfCopyJob, keptMs } from '@backproof/core';
import type { CopyJob, Instant, RecoveryPoints } from '@backproof/core';
import { isTooShort } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';

/** What a completed copy job tells of the copy. */
interface Report {
  /** Of when the data is, or undefined where its source was not seen. No copy is newer than its job. */
  readonly dataAt: Instant | undefined;
  readonly keptMs: number | undefined;
}

/** The copies that completed copy jobs report, newest first. AWS forgets jobs after 30 days. */
export function* reportedCopies(inquiry: Inquiry): Generator<Copy> {
  for (const job of inquiry.context.dossier.copyJobs) {
    if (job.state !== 'COMPLETED') continue;
    const destination = inquiry.destinationOf(job.destinationVaultArn, job.destinationVaultType);
    if (destination === undefined) continue;
    const settled = faultByJob(inquiry, job, destination);
    const report: Report = settled === undefined ? reportOf(job, inquiry.context.dossier.recoveryPoints) : NOTHING_TOLD;
    yield {
      grade: 'reported',
      destination,
      dataAt: report.dataAt ?? job.createdAt,
      keptMs: report.keptMs,
      fault: settled ?? faultByReport(inquiry, report),
      evidence: () => evidenceOfCopyJob(job),
    };
  }
}

const NOTHING_TOLD: Report = { dataAt: undefined, keptMs: undefined };

/** What is wrong with the copy whatever its source was. Where the destination was scanned, the copy itself must be seen. */
function faultByJob(inquiry: Inquiry, { createdAt }: CopyJob, destination: Destination): CopyFault | undefined {
  if (destination.misplaced !== undefined) return destination.misplaced;
  if (destination.scanned) return 'no-usable-copy';
  if (createdAt < inquiry.oldestAllowed) return 'stale';
  return inquiry.context.options.proof === 'observed' ? 'not-observed' : undefined;
}

function faultByReport(inquiry: Inquiry, { dataAt, keptMs }: Report): CopyFault | undefined {
  if (dataAt === undefined || keptMs === undefined) return 'copy-unverified';
  if (dataAt + keptMs <= inquiry.context.now) return 'no-usable-copy';
  if (dataAt < inquiry.oldestAllowed) return 'stale';
  return isTooShort(keptMs, inquiry) ? 'retention-too-short' : undefined;
}

/**
 * A copy is of the moment of its source, and a copy of a continuous backup of the moment at which it was made. Where its
 * lifecycle does not say when it ends, it ends with its source.
 * @source Developer Guide, recov-point-create-a-copy and point-in-time-recovery-copying
 */
function reportOf(job: CopyJob, points: RecoveryPoints): Report {
  const row = rowOf(job.sourceRecoveryPointArn, points);
  const days = job.destinationLifecycle?.deleteAfterDays;
  if (row === undefined) return { dataAt: undefined, keptMs: days === undefined ? undefined : days * DAY };
  return {
    dataAt: points.continuous(row) ? job.createdAt : points.createdAt(row),
    keptMs: days === undefined ? keptMs(points, row) : days * DAY,
  };
}

function rowOf(arn: string | undefined, points: RecoveryPoints): number | undefined {
  if (arn === undefined) return undefined;
  for (let row = points.count - 1; row >= 0; row--) {
    if (points.arn(row) === arn) return row;
  }
  return undefined;
}
