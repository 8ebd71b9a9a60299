import { SEVERITIES, tallyKindOf } from '@backproof/core';
import type { Outcome, ReportedRun } from '@backproof/core';
import type { Notification } from 'sarif';
import { notification } from './notifications.js';

/** The most results of a run that GitHub keeps. @source GitHub Docs, results-exceed-limit */
const RESULT_LIMIT = 5_000;

/** The open violations that GitHub keeps: the most severe first and then in the order of the run. */
export function* githubOutcomes({ outcomes, open }: ReportedRun): Generator<Outcome> {
  let left = RESULT_LIMIT;
  for (const severity of SEVERITIES.toReversed()) {
    if (open[severity] === 0) continue;
    for (const outcome of outcomes) {
      if (left === 0) return;
      if (outcome.severity !== severity || tallyKindOf(outcome) !== 'open') continue;
      left -= 1;
      yield outcome;
    }
  }
}

/** A warning with the number of open violations that are left out, if GitHub keeps fewer than there are. */
export function leftOutNotifications({ open }: ReportedRun): Notification[] {
  const total = SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);
  if (total <= RESULT_LIMIT) return [];
  const about = `It contains the ${RESULT_LIMIT} most severe of ${total} open violations.`;
  return [notification('warning', 'results-left-out', about)];
}
