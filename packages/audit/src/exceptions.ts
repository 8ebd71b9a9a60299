import { canonicalJson } from '@backproof/core';
import type { Ledger } from '@backproof/ledger';
import type { AuditedDisposition, AuditedFinding, AuditException } from './audit.js';
import { readFindings } from './read-outcomes.js';
import type { Finding } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';
import { runRef } from './run-ref.js';
import type { ExceptionSpan } from './tracks.js';

/**
 * Exceptions as an audit tells of them, with what was last said of them and what closed them.
 * @param runs all runs that were followed, by their numbers
 * @throws LedgerError if a part was changed or is missing
 */
export async function auditedExceptions(
  ledger: Ledger,
  runs: readonly RecordedRun[],
  spans: readonly ExceptionSpan[],
): Promise<readonly AuditException[]> {
  const at = (number: number): RecordedRun => {
    const run = runs[number];
    if (run === undefined) throw new RangeError(`there is no run ${number}`);
    return run;
  };
  const wanted = spans.flatMap(({ ruleId, arn, last, closed }) => [
    { run: at(last), ruleId, arn },
    ...(closed === undefined ? [] : [{ run: at(closed.run), ruleId, arn }]),
  ]);
  const findingOf = await readFindings(ledger, wanted);
  const end = runs.at(-1);
  return spans.map((span): AuditException => {
    const { ruleId, arn, opened, clear, last, closed, untold, unjudged } = span;
    const finding = findingOf({ run: at(last), ruleId, arn });
    const closing = closed && findingOf({ run: at(closed.run), ruleId, arn });
    const until = closed === undefined ? (end ?? at(last)) : at(closed.run);
    return {
      ruleId,
      controls: at(last).header.rules.find(({ id }) => id === ruleId)?.controls ?? [],
      severity: finding?.severity ?? 'medium',
      arn,
      name: finding?.resourceName ?? arn,
      type: span.type,
      accountId: span.account,
      region: span.region,
      state: stateOf(span),
      opened: runRef(at(opened)),
      ...(clear !== undefined && { clear: runRef(at(clear)) }),
      lastSeen: runRef(at(last)),
      ...(closed && {
        closed: {
          ...runRef(at(closed.run)),
          how: closed.how,
          ...(closed.reason !== undefined && { reason: closed.reason }),
          ...(closing && { finding: auditedFinding(at(closed.run), closing) }),
          criteriaChanged: criteria(at(last), ruleId) !== criteria(at(closed.run), ruleId),
        },
      }),
      lastedMs: until.takenAt - at(opened).takenAt,
      untold,
      unjudged,
      dispositions: span.dispositions.map(({ kind, waiver, from, to }): AuditedDisposition => ({
        kind,
        ...(waiver !== undefined && { waiver }),
        first: runRef(at(from)),
        last: runRef(at(to)),
      })),
      ...(finding && { finding: auditedFinding(at(last), finding) }),
    };
  });
}

function stateOf({ closed, dispositions }: ExceptionSpan): AuditException['state'] {
  if (closed !== undefined) return 'closed';
  return dispositions.every(({ kind }) => kind === 'waived') ? 'approved' : 'open';
}

function auditedFinding(run: RecordedRun, { messageId, message, evidence }: Finding): AuditedFinding {
  return { ...runRef(run), messageId, message, evidence };
}

/** By what a run judges by a rule: its version and all that is set of it. */
export function criteria({ header }: RecordedRun, ruleId: string): string {
  const rule = header.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) return '';
  const { version, options, overrides, off } = rule;
  return canonicalJson({ version, options, overrides, off });
}
