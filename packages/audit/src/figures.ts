import { compare, groupBy } from '@backproof/core';
import type { Audit, AuditException, RemediedByRun, TimeToCompliance, TrendEntry } from './audit.js';
import type { RecordedRun } from './recorded-run.js';
import { iso, runRef } from './run-ref.js';

/** Each run in numbers: by rule, how much of what it tested passed. */
export function trendOf(runs: readonly RecordedRun[]): readonly TrendEntry[] {
  return runs.map((run) => ({
    ...runRef(run),
    rules: Object.fromEntries(
      run.header.rules.map(({ id, tally }) => {
        const { pass: passed, open, waived, baseline, unknown } = tally;
        return [id, { passed, tested: passed + open + waived + baseline + unknown }];
      }),
    ),
  }));
}

/** The time to compliance of each rule. */
export function timeToCompliance(exceptions: readonly AuditException[]): readonly TimeToCompliance[] {
  return [...groupBy(exceptions, ({ ruleId }) => ruleId)]
    .map(([ruleId, ofRule]): TimeToCompliance => {
      const remedied = ofRule.filter(({ closed }) => closed?.how === 'met');
      return {
        ruleId,
        closed: remedied.length,
        ...(remedied.length > 0 && { meanMs: meanMs(remedied) }),
        open: ofRule.filter(({ closed }) => closed === undefined).length,
        trend: remediedByRun(remedied),
      };
    })
    .sort((a, b) => compare(a.ruleId, b.ruleId));
}

function remediedByRun(remedied: readonly AuditException[]): readonly RemediedByRun[] {
  return [...groupBy(remedied, ({ closed }) => closed?.id ?? '')]
    .map(([id, together]) => ({
      id,
      at: together[0]?.closed?.at ?? '',
      closed: together.length,
      meanMs: meanMs(together),
    }))
    .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
}

function meanMs(exceptions: readonly AuditException[]): number {
  return exceptions.reduce((sum, { lastedMs }) => sum + lastedMs, 0) / exceptions.length;
}

/** The changes of exceptions since the period before. */
export function changesOf(exceptions: readonly AuditException[], from: number): Audit['changes'] {
  const start = iso(from);
  const isOld = ({ opened }: AuditException): boolean => opened.at < start;
  return {
    new: exceptions.filter((exception) => !isOld(exception)).length,
    resolved: exceptions.filter(({ closed }) => closed !== undefined).length,
    persisting: exceptions.filter((exception) => isOld(exception) && exception.closed === undefined).length,
  };
}

/** Returns whether an exception was not approved for all of its time. */
export function isUnapproved({ dispositions }: AuditException): boolean {
  return dispositions.some(({ kind }) => kind !== 'waived');
}
