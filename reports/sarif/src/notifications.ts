import { accountsNotScanned, leftoverGroups, leftoverText, unknownWordText, wayOutOf } from '@backproof/core';
import type { Outcome, ReportedRun, RuleInRun } from '@backproof/core';
import type { Notification } from 'sarif';
import { messageText } from './text.js';

/** All kinds of notification, by id. */
export const NOTIFICATIONS = {
  'nothing-scanned': {
    text: 'No account or Region was scanned.',
    help: 'Name the Regions and the roles of the accounts to scan: --region, --role-arn.',
  },
  'not-read': {
    text: 'A list could not be read completely, so results may be missing.',
    help: 'Remove the cause that the message names, such as a missing IAM action, and scan again.',
  },
  'account-not-scanned': {
    text: 'An account of the organization was not scanned.',
    help: 'Include it, unless it is left out on purpose or closed.',
  },
  'unknown-word': {
    text: 'AWS reported a word that this version does not know. Where it decides, the result is unknown.',
    help: 'Update Backproof.',
  },
  'rule-error': {
    text: 'A rule ended with an error, so results may be missing.',
    help: 'Report it to the author of the rule, with the saved inventory.',
  },
  'results-left-out': {
    text: 'Not all results are in this file.',
    help: 'The profile "full" and the JSON report contain all of them.',
  },
  'left-over': {
    text: 'The scan found something that no rule judges and that may need attention.',
    help: 'Delete recovery points that are not needed, and fix the causes of failing jobs. The JSON report contains all of them.',
  },
  'waiver-expired': {
    text: 'A waiver has expired: what it accepted is open again.',
    help: 'Fix what it accepted, or have the waiver approved again.',
  },
  'waiver-stale': {
    text: 'A waiver matches no failure.',
    help: 'Remove the waiver, or correct the rule and the resources that it names.',
  },
} as const;

/** Errors and warnings of the run. If one is an error, the results are incomplete. */
export function executionNotifications(run: ReportedRun): Notification[] {
  const nothing = run.scopes.length === 0 ? [notification('error', 'nothing-scanned', '')] : [];
  return [
    ...nothing,
    ...unreadNotifications(run),
    ...accountNotifications(run),
    ...unknownWordNotifications(run),
    ...ruleErrorNotifications(run),
  ];
}

/** The number of leftovers of one kind that a notification names. */
const LEFTOVERS_NAMED = 10;

/** The leftovers of the run, a notification for each kind. They affect no result. */
export function leftoverNotifications(run: ReportedRun): Notification[] {
  return leftoverGroups(run).map((group) =>
    notification('note', 'left-over', `${leftoverText(group, LEFTOVERS_NAMED)}.`),
  );
}

/** Waivers that need attention. */
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
    return gaps.map((gap) => {
      const { operation, code, message } = gap;
      const said = `${what}, ${operation}: ${code}: ${message.replace(/\.$/, '')}.`;
      return notification('error', 'not-read', [said, wayOutOf(gap) ?? ''].join(' ').trimEnd());
    });
  });
}

function accountNotifications(run: ReportedRun): Notification[] {
  return accountsNotScanned(run).map(({ name, accountId, leftOut }) =>
    notification('note', 'account-not-scanned', `${name} (${accountId}): ${leftOut}.`),
  );
}

function unknownWordNotifications({ populations }: ReportedRun): Notification[] {
  return populations.flatMap(({ scope, unknownWords = [] }) =>
    unknownWords.map((each) => {
      const where = `${scope.accountId} ${scope.region}`;
      return notification('warning', 'unknown-word', `${where}: ${unknownWordText(each)}.`);
    }),
  );
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
      `${ruleId}, for ${count} resource${count === 1 ? '' : 's'}, such as ${first.subject.arn}: ${first.message}`,
    ),
    associatedRule: ruleReference(ruleId, rules),
  }));
}

function ruleReference(id: string, rules: readonly RuleInRun[]): Notification['associatedRule'] {
  return { id, index: rules.findIndex((rule) => rule.id === id) };
}
