import { compare } from '@backproof/core';
import { readTable, TABLES } from '@backproof/ledger';
import type { ExcludedResourceRow, Ledger, RowRange } from '@backproof/ledger';
import type { AuditedExclusion } from './audit.js';
import type { RecordedRun } from './recorded-run.js';
import { runRef } from './run-ref.js';

const FIELDS = [
  'runId',
  'resourceArn',
  'resourceType',
  'reason',
  'userReason',
] as const satisfies readonly (keyof ExcludedResourceRow)[];

interface Group {
  readonly exclusion: Pick<AuditedExclusion, 'reason' | 'userReason' | 'type'>;
  readonly arns: Set<string>;
  readonly runIds: Set<string>;
  inLastRun: number;
}

/** The resources that were not judged, by reason and type. @throws LedgerError if a part was changed or is missing */
export async function auditedExclusions(
  ledger: Ledger,
  runs: readonly RecordedRun[],
  range: RowRange,
): Promise<readonly AuditedExclusion[]> {
  const ids = new Set(runs.map(({ id }) => id));
  const lastId = runs.at(-1)?.id;
  const found = new Map<string, Group>();
  for await (const { count, columns } of readTable(ledger, TABLES.excludedResources, FIELDS, range)) {
    for (let row = 0; row < count; row++) {
      const runId = columns.runId[row] ?? '';
      if (!ids.has(runId)) continue;
      const reason = columns.reason[row] ?? '';
      const userReason = columns.userReason[row];
      const type = columns.resourceType[row] ?? '';
      const key = [reason, userReason ?? '', type].join('\n');
      let group = found.get(key);
      if (group === undefined) {
        const exclusion = { reason, ...(userReason !== undefined && { userReason }), type };
        found.set(key, (group = { exclusion, arns: new Set(), runIds: new Set(), inLastRun: 0 }));
      }
      group.arns.add(columns.resourceArn[row] ?? '');
      group.runIds.add(runId);
      if (runId === lastId) group.inLastRun += 1;
    }
  }
  return [...found].sort(([a], [b]) => compare(a, b)).flatMap(([, group]) => audited(group, runs));
}

function audited({ exclusion, arns, runIds, inLastRun }: Group, runs: readonly RecordedRun[]): AuditedExclusion[] {
  const its = runs.filter(({ id }) => runIds.has(id));
  const [first, last] = [its[0], its.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ ...exclusion, resources: arns.size, inLastRun, first: runRef(first), last: runRef(last) }];
}
