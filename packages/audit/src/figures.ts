import { compare, groupBy } from '@backproof/core';
import type { Audit, AuditException, TimeToCompliance, TrendEntry } from './audit.js';
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

/** How long exceptions lasted until they were remedied, rule by rule. */
export function timeToCompliance(exceptions: readonly AuditException[]): readonly TimeToCompliance[] {
  return [...groupBy(exceptions, ({ ruleId }) => ruleId)]
    .map(([ruleId, ofRule]): TimeToCompliance => {
      const remedied = ofRule.filter(({ closed }) => closed?.how === 'met');
      const sum = remedied.reduce((ms, { lastedMs }) => ms + lastedMs, 0);
      return {
        ruleId,
        closed: remedied.length,
        ...(remedied.length > 0 && { meanMs: sum / remedied.length }),
        open: ofRule.filter(({ closed }) => closed === undefined).length,
      };
    })
    .sort((a, b) => compare(a.ruleId, b.ruleId));
}

/** How the exceptions of a period stand to the time before it. */
export function changesOf(exceptions: readonly AuditException[], from: number): Audit['changes'] {
  const start = iso(from);
  const isOld = ({ opened }: AuditException): boolean => opened.at < start;
  return {
    new: exceptions.filter((exception) => !isOld(exception)).length,
    resolved: exceptions.filter(({ closed }) => closed !== undefined).length,
    persisting: exceptions.filter((exception) => isOld(exception) && exception.closed === undefined).length,
  };
}

/** What was unmet for some time without approval. */
export function isUnapproved({ dispositions }: AuditException): boolean {
  return dispositions.some(({ kind }) => kind !== 'waived');
}
