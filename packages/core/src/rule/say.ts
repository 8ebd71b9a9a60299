import type { Evidence, MessageValue, Verdict, VerdictStatus } from './verdict.js';

function say(status: VerdictStatus) {
  return (
    messageId: string,
    data: Readonly<Record<string, MessageValue>>,
    evidence: readonly Evidence[] = [],
  ): Verdict => ({
    status,
    messageId,
    data,
    evidence,
  });
}

/** The functions that give a verdict, by its status. `RuleContext` says which messages they take. */
export const SAY = {
  pass: say('pass'),
  fail: say('fail'),
  unknown: say('unknown'),
  notApplicable: say('notApplicable'),
} as const;
