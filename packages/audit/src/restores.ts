import { compare, DAY, groupBy, JOB_HISTORY_DAYS, scopeKey, unionOfSpans } from '@backproof/core';
import { readJobs, readRows, TABLES } from '@backproof/ledger';
import type { JobHistoryRow, Ledger, RestoreJobRow } from '@backproof/ledger';
import type { AuditedScope, RestoreGap } from './audit.js';
import type { AuditedRestore } from './audited-restore.js';
import type { Period } from './period.js';
import { iso } from './run-ref.js';

/**
 * The restores that began in a period, oldest first. What was recorded of them until AWS forgets them is taken too: a
 * restore of the last day is known from a run of the next week.
 * @throws LedgerError if a part was changed or is missing
 */
export async function auditedRestores(ledger: Ledger, { from, until }: Period): Promise<readonly AuditedRestore[]> {
  const jobs = await readJobs(ledger, TABLES.restoreJobs, { since: day(from), before: knownUntil(until) });
  return jobs
    .filter(({ createdAt }) => from <= createdAt && createdAt < until)
    .sort((a, b) => a.createdAt - b.createdAt || compare(a.jobId, b.jobId))
    .map(auditedRestore);
}

function auditedRestore(job: RestoreJobRow): AuditedRestore {
  const { createdAt, completedAt, sourceResourceArn, recoveryPointArn, restoreTestingPlanArn } = job;
  return {
    jobId: job.jobId,
    accountId: job.account,
    region: job.region,
    kind: kindOf(job),
    ...(sourceResourceArn !== undefined && { resourceArn: sourceResourceArn }),
    ...(recoveryPointArn !== undefined && { recoveryPointArn }),
    ...(restoreTestingPlanArn !== undefined && { testingPlanArn: restoreTestingPlanArn }),
    status: job.status,
    ...(job.validationStatus !== undefined && { validationStatus: job.validationStatus }),
    startedAt: iso(createdAt),
    ...(completedAt !== undefined && { completedAt: iso(completedAt), tookMs: completedAt - createdAt }),
    ...(job.message !== undefined && { message: job.message }),
    origin: job.origin,
    recorded: { id: job.runId, at: iso(job.takenAt) },
  };
}

function kindOf({ nativeCall, restoreTestingPlanArn }: RestoreJobRow): AuditedRestore['kind'] {
  if (nativeCall !== undefined) return 'native';
  return restoreTestingPlanArn === undefined ? 'on-demand' : 'test';
}

/** The times within a period of which not all restores of a scope are known. */
export async function restoreGaps(
  ledger: Ledger,
  { from, until }: Period,
  scopes: readonly AuditedScope[],
): Promise<readonly RestoreGap[]> {
  const rows: JobHistoryRow[] = [];
  const range = { since: day(from), before: knownUntil(until) };
  for await (const row of readRows(ledger, TABLES.jobHistories, range)) {
    if (row.jobKind === 'restoreJobs') rows.push(row);
  }
  const known = groupBy(rows, ({ account, region }) => scopeKey({ accountId: account, region }));
  const places = [...groupBy(scopes, scopeKey)].sort(([a], [b]) => compare(a, b));
  return places.flatMap(([key, [scope]]): readonly RestoreGap[] => {
    if (scope === undefined) return [];
    const spans = unionOfSpans(
      (known.get(key) ?? []).map(({ knownFrom, knownTo }) => ({ from: knownFrom, to: knownTo })),
    );
    const edges = [
      { from, to: from },
      ...spans.filter((span) => span.to > from && span.from < until),
      { from: until, to: until },
    ];
    return edges.slice(1).flatMap((span, i) => {
      const end = edges[i]?.to ?? from;
      const { accountId, region } = scope;
      return span.from > end ? [{ accountId, region, from: iso(end), to: iso(span.from) }] : [];
    });
  });
}

function knownUntil(until: number): number {
  return until + JOB_HISTORY_DAYS * DAY;
}

function day(moment: number): string {
  return iso(moment).slice(0, 10);
}
