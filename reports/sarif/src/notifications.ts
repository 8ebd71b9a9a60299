import type { Outcome, ReportedRun, RuleInRun } from '@backproof/core';
import type { Notification } from 'sarif';
import { messageText } from './text.js';

/** All that may be notified, by id. */
export const NOTIFICATIONS = {
  'nothing-scanned': {
    text: 'No account and Region was looked at.',
    help: 'Name the Regions and the roles of the accounts that are to be scanned.',
  },
  'not-read': {
    text: 'Something could not be read, so the results are not complete.',
    help: 'Grant the IAM action that the message names, and scan again.',
  },
  'rule-error': {
    text: 'A rule failed, so the results are not complete.',
    help: 'Report it to the author of the rule, with the saved inventory.',
  },
  'results-left-out': {
    text: 'There are more results than are written.',
    help: 'The profile full, and the report as JSON, hold all of them.',
  },
  'waiver-expired': {
    text: 'A waiver has expired: what it accepted is open again.',
    help: 'Mend what it accepted, or have it approved anew.',
  },
  'waiver-stale': {
    text: 'A waiver concerns nothing that fails.',
    help: 'Remove it, or correct the rule and the resources that it names.',
  },
} as const;

/** What went wrong in the run. An error among them says that the results are not complete. */
export function executionNotifications(run: ReportedRun): Notification[] {
  const nothing = run.scopes.length === 0 ? [notification('error', 'nothing-scanned', '')] : [];
  return [...nothing, ...unreadNotifications(run), ...ruleErrorNotifications(run)];
}

/** What of the settings needs somebody's attention. */
export function configurationNotifications({ waivers }: ReportedRun): Notification[] {
  return waivers.flatMap(({ id, state, expires, rule, owner }) => {
    if (state === 'active') return [];
    const about = `${id} of ${rule} (${owner}, until ${expires.slice(0, 10)})`;
    return [notification('warning', state === 'expired' ? 'waiver-expired' : 'waiver-stale', about)];
  });
}

export function notification(level: Notification.level, id: keyof typeof NOTIFICATIONS, about: string): Notification {
  const text = messageText(about === '' ? NOTIFICATIONS[id].text : `${NOTIFICATIONS[id].text} ${about}`);
  return { level, descriptor: { id }, message: { text } };
}

function unreadNotifications({ populations }: ReportedRun): Notification[] {
  return populations.flatMap((population) => {
    if (population.status === 'complete') return [];
    const { kind, of, scope, status, gaps } = population;
    const what = `${kind}${of === undefined ? '' : ` of ${of}`} in ${scope.accountId} ${scope.region}: ${status}`;
    return gaps.map(({ operation, code, message, iamAction }) => {
      const wayOut = iamAction === undefined ? '' : ` Grant ${iamAction}.`;
      return notification('error', 'not-read', `${what}, ${operation}: ${code}: ${message}${wayOut}`);
    });
  });
}

function ruleErrorNotifications({ rules, outcomes }: ReportedRun): Notification[] {
  if (rules.every(({ tally }) => tally.unknown === 0)) return [];
  const errors = new Map<string, { readonly first: Outcome; count: number }>();
  for (const outcome of outcomes) {
    if (outcome.status !== 'unknown' || outcome.messageId !== 'rule-error') continue;
    const known = errors.get(outcome.ruleId);
    if (known === undefined) errors.set(outcome.ruleId, { first: outcome, count: 1 });
    else known.count += 1;
  }
  return [...errors].map(([ruleId, { first, count }]) => ({
    ...notification(
      'error',
      'rule-error',
      `${ruleId}, for ${count} resources, such as ${first.subject.arn}: ${first.message}`,
    ),
    associatedRule: ruleReference(ruleId, rules),
  }));
}

function ruleReference(id: string, rules: readonly RuleInRun[]): Notification['associatedRule'] {
  return { id, index: rules.findIndex((rule) => rule.id === id) };
}
