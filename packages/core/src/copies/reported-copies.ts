import { DAY } from '../model/instant.js';
import { evidenceOfCopyJob } from '../rule/evidence-of.js';
import { keptMs } from '../semantics/lifecycle.js';
import type { Instant } from '../model/instant.js';
import type { CopyJob } from '../model/job.js';
import type { RecoveryPoints } from '../model/recovery-point.js';
import type { CopyContext } from './context.js';
import { isTooShort, oldestAllowed } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import type { Destination } from './destination.js';

/** A copy as its completed copy job describes it. */
interface Report {
  /** When the data was backed up; undefined where the first source was not seen. No copy is newer than its job. */
  readonly dataAt?: Instant;
  readonly keptMs?: number;
  readonly infected?: boolean;
  /** The job, and before it those that brought its source to where it was. */
  readonly jobs: readonly CopyJob[];
}

/** Copy jobs in these states have made no copy. @source API CopyJobState and CopyJobStatus */
const WITHOUT_COPY: ReadonlySet<string> = new Set([
  'CREATED',
  'RUNNING',
  'COMPLETING',
  'FAILING',
  'FAILED',
  'PARTIAL',
  'ABORTING',
  'ABORTED',
]);

/** The copies that completed copy jobs report, newest first. AWS forgets jobs after 30 days. */
export function* reportedCopies(context: CopyContext): Generator<Copy> {
  const { dossier, prepared } = context;
  for (const job of dossier.copyJobs) {
    if (WITHOUT_COPY.has(job.state)) continue;
    const destination = prepared.destinationOf(dossier.resource, job.destinationVaultArn, job.destinationVaultType);
    // Where the destination was scanned, a copy that may have been made would have been seen.
    if (destination === undefined || (destination.scanned && job.state !== 'COMPLETED')) continue;
    const settled = faultByJob(context, job, destination);
    const report = settled === undefined ? reportOf(job, dossier.recoveryPoints, dossier.copyJobs) : { jobs: [job] };
    yield {
      grade: 'reported',
      destination,
      dataAt: report.dataAt ?? job.createdAt,
      keptMs: report.keptMs,
      fault:
        settled ?? faultByReport(context, report) ?? (job.state === 'COMPLETED' ? undefined : 'copy-state-unknown'),
      evidence: () => report.jobs.map(evidenceOfCopyJob),
    };
  }
}

/** Returns what is wrong with the copy whatever its source was. Where the destination was scanned, the copy itself must be seen. */
function faultByJob(context: CopyContext, job: CopyJob, destination: Destination): CopyFault | undefined {
  if (destination.misplaced !== undefined) return destination.misplaced;
  if (destination.scanned || hasEnded(job, context.now)) return 'no-usable-copy';
  if (job.createdAt < oldestAllowed(context)) return 'stale';
  return context.options.proof === 'observed' ? 'not-observed' : undefined;
}

/** Its life began with the data, which is no younger than the job. */
function hasEnded({ createdAt, destinationLifecycle }: CopyJob, now: Instant): boolean {
  const days = destinationLifecycle?.deleteAfterDays;
  return days !== undefined && createdAt + days * DAY <= now;
}

function faultByReport(context: CopyContext, { dataAt, keptMs, infected = false }: Report): CopyFault | undefined {
  if (infected) return 'only-infected';
  if (dataAt === undefined || keptMs === undefined) return 'copy-unverified';
  if (dataAt + keptMs <= context.now) return 'no-usable-copy';
  if (dataAt < oldestAllowed(context)) return 'stale';
  return isTooShort(keptMs, context) ? 'retention-too-short' : undefined;
}

/**
 * A copy is of the moment of its source, and a copy of a continuous backup of the moment at which it was made. Where its
 * lifecycle does not say when it ends, it ends with its source. A source that is gone may have been a copy itself: then
 * the job that made it leads on. `others`: jobs that may have.
 * @source Developer Guide, recov-point-create-a-copy and point-in-time-recovery-copying
 */
function reportOf(job: CopyJob, points: RecoveryPoints, others: readonly CopyJob[]): Report {
  const { sourceRecoveryPointArn: arn, destinationLifecycle } = job;
  const days = destinationLifecycle?.deleteAfterDays;
  const row = arn === undefined ? undefined : rowOf(arn, points);
  const before = others.filter((each) => each !== job);
  const source = row === undefined ? reportOfGone(arn, points, before) : reportOfRow(job, row, points);
  return { ...source, jobs: [job, ...source.jobs], ...(days !== undefined && { keptMs: days * DAY }) };
}

function reportOfRow(job: CopyJob, row: number, points: RecoveryPoints): Report {
  return {
    dataAt: points.continuous(row) ? job.createdAt : points.createdAt(row),
    keptMs: keptMs(points, row),
    infected: points.infected(row),
    jobs: [],
  };
}

function reportOfGone(arn: string | undefined, points: RecoveryPoints, others: readonly CopyJob[]): Report {
  const maker = others.find(
    ({ state, destinationRecoveryPointArn: made }) => state === 'COMPLETED' && made !== undefined && made === arn,
  );
  return maker === undefined ? { jobs: [] } : reportOf(maker, points, others);
}

function rowOf(arn: string, points: RecoveryPoints): number | undefined {
  for (let row = points.count - 1; row >= 0; row--) {
    if (points.arn(row) === arn) return row;
  }
  return undefined;
}
