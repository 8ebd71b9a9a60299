import { SEVERITIES, tallyKindOf } from '@backproof/core';
import type { Outcome, ReportedRun } from '@backproof/core';
import type { Notification } from 'sarif';
import { notification } from './notifications.js';

/** Of more results of a run than this, GitHub keeps some. @source GitHub Docs, results-exceed-limit */
const RESULT_LIMIT = 5_000;

/** The open violations that GitHub keeps: the most severe first and then in the order of the run. None is held. */
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

/** That there are more open violations than GitHub keeps, and how many. */
export function leftOutNotifications({ open }: ReportedRun): Notification[] {
  const total = SEVERITIES.reduce((sum, severity) => sum + open[severity], 0);
  if (total <= RESULT_LIMIT) return [];
  const about = `Of ${total} open violations, ${total - RESULT_LIMIT} are left out, the least severe ones.`;
  return [notification('warning', 'results-left-out', about)];
}
