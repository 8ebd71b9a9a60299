import { canonicalJson, defined } from '@backproof/core';
import type { Ledger } from '@backproof/ledger';
import type { AuditedDisposition, AuditedFinding, AuditException } from './audit.js';
import type { RunRef } from './run-ref.js';
import { readFindings } from './read-outcomes.js';
import type { Finding } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';
import { runRef } from './run-ref.js';
import type { ExceptionResponse } from './response.js';
import { responsesTo } from './responses.js';
import type { ExceptionSpan } from './tracks.js';

/**
 * The exceptions of an audit, with their last outcome and the one that closed them.
 * @param runs all runs that were followed, by their numbers
 * @param responses the register of responses to exceptions
 * @throws LedgerError if a part was changed or is missing
 */
export async function auditedExceptions(
  ledger: Ledger,
  runs: readonly RecordedRun[],
  spans: readonly ExceptionSpan[],
  responses: readonly ExceptionResponse[],
): Promise<readonly AuditException[]> {
  const at = numbered(runs);
  const refAt = numbered(runs.map(runRef));
  const criteriaAt = numbered(runs.map(criteriaByRule));
  const places = spans.flatMap(({ lastPlace, closed }) => [lastPlace, ...(closed?.place ? [closed.place] : [])]);
  const findingOf = await readFindings(ledger, places);
  const end = runs.at(-1);
  const responsesOf = responsesTo(responses);
  return spans.map((span): AuditException => {
    const { ruleId, arn, opened, clear, last, lastPlace, closed, unknown, unjudged } = span;
    const finding = findingOf(lastPlace);
    const closing = closed?.place && findingOf(closed.place);
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
      ...defined({ owner: finding?.owner, system: finding?.system }),
      state: stateOf(span),
      opened: refAt(opened),
      ...(clear !== undefined && { clear: refAt(clear) }),
      lastSeen: refAt(last),
      ...(closed && {
        closed: {
          ...refAt(closed.run),
          how: closed.how,
          ...(closed.reason !== undefined && { reason: closed.reason }),
          ...(closing && { finding: auditedFinding(refAt(closed.run), closing) }),
          criteriaChanged: criteriaAt(last).get(ruleId) !== criteriaAt(closed.run).get(ruleId),
        },
      }),
      lastedMs: until.takenAt - at(opened).takenAt,
      unknown,
      unjudged,
      dispositions: span.dispositions.map(({ kind, waiver, from, to }): AuditedDisposition => ({
        kind,
        ...(waiver !== undefined && { waiver }),
        first: refAt(from),
        last: refAt(to),
      })),
      ...(finding && { finding: auditedFinding(refAt(last), finding) }),
      responses: responsesOf({ ruleId, arn, opened: refAt(opened) }),
    };
  });
}

/** The records of each run, by the number of the run. */
function numbered<T>(ofRuns: readonly T[]): (number: number) => T {
  return (number) => {
    const found = ofRuns[number];
    if (found === undefined) throw new RangeError(`run ${number} does not exist`);
    return found;
  };
}

function stateOf({ closed, dispositions }: ExceptionSpan): AuditException['state'] {
  if (closed !== undefined) return 'closed';
  return dispositions.every(({ kind }) => kind === 'waived') ? 'approved' : 'open';
}

function auditedFinding(run: RunRef, { messageId, message, evidence }: Finding): AuditedFinding {
  return { ...run, messageId, message, evidence };
}

function criteriaByRule({ header }: RecordedRun): ReadonlyMap<string, string> {
  return new Map(header.rules.map((rule) => [rule.id, criteria(rule)]));
}

/** By what a run judges by a rule: its version and all that is set of it. */
export function criteria({ version, options, overrides, off }: RecordedRun['header']['rules'][number]): string {
  return canonicalJson({ version, options, overrides, off });
}
