import {
  accountsNotScanned,
  leftoverGroups,
  SEVERITIES,
  TALLY_KINDS,
  tallyKindOf,
  unknownKindText,
  wayOutOf,
} from '@backproof/core';
import type { Gap, Outcome, OutcomeSubject, ReportedRun, WaiverInRun } from '@backproof/core';
import type { Table } from './table.js';

/** The tables of a run, the most important first. */
export function tablesOf(run: ReportedRun): readonly Table[] {
  const { gate, rules, open, waivers } = run;
  const unread = [...unreadRows(run)];
  const words = [...unknownWordRows(run)];
  const accounts = accountsNotScanned(run).map(({ name, accountId, leftOut }) => [name, accountId, leftOut]);
  const leftovers = leftoverGroups(run).flatMap(({ label, items }) => items.map((item) => [label, item]));
  return [
    { title: 'Reasons', columns: ['Reason'], rows: gate.reasons.map((reason) => [reason]), total: gate.reasons.length },
    {
      title: 'Rules',
      columns: ['Rule', 'pass', 'fail', 'waived', 'baseline', 'unknown', 'not applicable'],
      rows: rules.map(({ id, tally }) => [id, ...TALLY_KINDS.map((kind) => tally[kind].toLocaleString('en'))]),
      total: rules.length,
    },
    {
      title: 'Open violations',
      columns: ['Severity', 'Rule', 'Resource', 'Where', 'Finding'],
      rows: openRows(run),
      total: SEVERITIES.reduce((sum, severity) => sum + open[severity], 0),
    },
    {
      title: 'Unknown',
      columns: ['Rule', 'Resource', 'Where', 'Cause', 'Kind'],
      rows: unknownRows(run),
      total: rules.reduce((sum, { tally }) => sum + tally.unknown, 0),
    },
    { title: 'Not read completely', columns: ['List', 'Where', 'Status', 'Cause'], rows: unread, total: unread.length },
    {
      title: 'Accounts of the organization that were not scanned',
      columns: ['Account', 'Id', 'Reason'],
      rows: accounts,
      total: accounts.length,
    },
    {
      title: 'Words of AWS that this version does not know',
      columns: ['Operation', 'Where', 'Field', 'Word', 'First item', 'Items'],
      rows: words,
      total: words.length,
    },
    { title: 'Left over', columns: ['What', 'Which'], rows: leftovers, total: leftovers.length },
    {
      title: 'Waivers',
      columns: ['State', 'Waiver', 'Rule', 'Expires', 'Owner', 'Approved by', 'Failures', 'Reason'],
      rows: STATES.flatMap((state) => waivers.filter((waiver) => waiver.state === state).map(waiverRow)),
      total: waivers.length,
    },
  ];
}

/** States that need attention come first. */
const STATES = ['expired', 'stale', 'active'] as const satisfies readonly WaiverInRun['state'][];

/** The most severe first. The outcomes are walked through once for each severity, so that none is kept in memory. */
function* openRows({ outcomes, open }: ReportedRun): Generator<readonly string[]> {
  for (const severity of SEVERITIES.toReversed()) {
    if (open[severity] === 0) continue;
    for (const outcome of outcomes) {
      if (outcome.severity === severity && tallyKindOf(outcome) === 'open') yield [severity, ...cellsOf(outcome)];
    }
  }
}

function* unknownRows({ outcomes }: ReportedRun): Generator<readonly string[]> {
  for (const outcome of outcomes) {
    if (outcome.status === 'unknown') yield [...cellsOf(outcome), unknownKindText(outcome) ?? ''];
  }
}

function cellsOf({ ruleId, subject, message, disposition }: Outcome): readonly string[] {
  const expired = disposition?.kind === 'open' ? disposition.expiredWaiver : undefined;
  const note = expired === undefined ? '' : ` Waiver ${expired} has expired.`;
  return [ruleId, `${subject.type} ${subject.name}`, placeOf(subject), message + note];
}

function* unreadRows({ populations }: ReportedRun): Generator<readonly string[]> {
  for (const population of populations) {
    if (population.status === 'complete') continue;
    const { kind, of, scope, status, gaps } = population;
    yield [of === undefined ? kind : `${kind} of ${of}`, placeOf(scope), status, gaps.map(gapText).join(' ')];
  }
}

function* unknownWordRows({ populations }: ReportedRun): Generator<readonly string[]> {
  for (const { scope, unknownWords = [] } of populations) {
    for (const { operation, field, word, item, items } of unknownWords) {
      yield [operation, placeOf(scope), field, word, item, items.toLocaleString('en')];
    }
  }
}

function gapText(gap: Gap): string {
  const wayOut = wayOutOf(gap);
  return `${gap.operation}: ${gap.code}.${wayOut === undefined ? '' : ` ${wayOut}`}`;
}

function waiverRow({ state, id, rule, expires, owner, approvedBy, failures, reason }: WaiverInRun): readonly string[] {
  return [state, id, rule, expires.slice(0, 10), owner, approvedBy, String(failures), reason];
}

function placeOf({ accountId, region }: Pick<OutcomeSubject, 'accountId' | 'region'>): string {
  return `${accountId} ${region}`;
}
