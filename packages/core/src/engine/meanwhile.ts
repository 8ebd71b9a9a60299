import type { Instant } from '../model/instant.js';
import type { BackupJob, CopyJob } from '../model/job.js';
import type { Resource } from '../model/resource.js';
import type { Rule } from '../rule/rule.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import type { EngineMessageId } from './engine-messages.js';
import type { Gatherers } from './evidence-gatherers.js';
import type { Judgement } from './judge.js';

/** A subject that may be younger than the scan. */
interface Subject {
  readonly name: string;
  readonly createdAt?: Instant;
}

/**
 * The kinds of evidence that a moment makes. What can be restored goes on by itself, also while it is read.
 */
const MADE: ReadonlySet<Evidence['kind']> = new Set(['recoveryPoint', 'backupJob', 'copyJob', 'restoreJob']);

/**
 * A fail that may rest on two moments is unknown: the subject, or what the fail rests on, is younger than the start of
 * the scan, so what was read before it says nothing of it. The next scan sees it whole.
 *
 * @param startedAt - when the scan started
 * @param arrivedAt - when something came that the evidence does not contain yet, if something did
 */
export function unlessMeanwhile(
  judgement: Judgement,
  { name, createdAt }: Subject,
  startedAt: Instant,
  arrivedAt: () => Instant | undefined,
): Judgement {
  const { verdict } = judgement;
  if (verdict.status !== 'fail') return judgement;
  if (createdAt !== undefined && createdAt > startedAt) return unknown(judgement, 'created-meanwhile', name, createdAt);
  const at = youngest(verdict, startedAt) ?? arrivedAt();
  return at === undefined ? judgement : unknown(judgement, 'changed-meanwhile', name, at);
}

function unknown({ verdict, gaps }: Judgement, messageId: EngineMessageId, name: string, at: Instant): Judgement {
  const { evidence } = verdict;
  return { verdict: { status: 'unknown', messageId, data: { name, at: new Date(at) }, evidence }, gaps };
}

function youngest({ evidence }: Verdict, startedAt: Instant): Instant | undefined {
  return evidence
    .flatMap(({ kind, at }) => (MADE.has(kind) && at !== undefined ? at.getTime() : []))
    .find((at) => at > startedAt);
}

/**
 * When a backup or a copy was completed whose recovery point is not among those that were read: its vault may have been
 * read before. Only where the rule needs the points.
 */
export function arrivalOf(
  { needs }: Pick<Rule, 'needs'>,
  resource: Resource,
  { backupJobs, copyJobs, recoveryPoints }: Pick<Gatherers, 'backupJobs' | 'copyJobs' | 'recoveryPoints'>,
  startedAt: Instant,
): Instant | undefined {
  if (needs.recoveryPoints === undefined) return undefined;
  const arrived = [...backupJobs(resource), ...copyJobs(resource)].filter(
    ({ state, completedAt }) => state === 'COMPLETED' && completedAt !== undefined && completedAt > startedAt,
  );
  if (arrived.length === 0) return undefined;
  const listed = new Set([...recoveryPoints(resource)].map(({ arn }) => arn));
  return arrived.find((job) => !listed.has(pointOf(job)))?.completedAt;
}

function pointOf(job: BackupJob | CopyJob): string {
  return ('destinationVaultArn' in job ? job.destinationRecoveryPointArn : job.recoveryPointArn) ?? '';
}
