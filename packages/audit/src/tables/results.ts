import type { PeriodStatus } from '../audit.js';
import { at, auditTable, days, evidenceText, lines } from './table.js';
import type { AuditTable, Columns } from './table.js';

const STATUS: Columns<PeriodStatus> = {
  status: ({ status }) => status,
  'at the end': ({ atEnd }) => atEnd,
  'before the period': ({ before }) => before,
  'runs with failures': ({ runs }) => runs.fail,
  'runs with unknown result': ({ runs }) => runs.unknown,
  'runs with waivers': ({ runs }) => runs.waived,
  'runs that passed': ({ runs }) => runs.pass,
};

/** The results of the period: exceptions, controls and rules, and management's responses. */
export const RESULT_TABLES: readonly AuditTable[] = [
  auditTable('exceptions', ({ exceptions }) => exceptions, {
    rule: ({ ruleId }) => ruleId,
    severity: ({ severity }) => severity,
    state: ({ state }) => state,
    controls: ({ controls }) => controls.join(' '),
    account: ({ accountId }) => accountId,
    region: ({ region }) => region,
    type: ({ type }) => type,
    name: ({ name }) => name,
    arn: ({ arn }) => arn,
    owner: ({ owner }) => owner,
    system: ({ system }) => system,
    'met until': ({ clear }) => at(clear?.at),
    'first seen': ({ opened }) => at(opened.at),
    'first seen by run': ({ opened }) => opened.id,
    'last seen': ({ lastSeen }) => at(lastSeen.at),
    'last seen by run': ({ lastSeen }) => lastSeen.id,
    closed: ({ closed }) => at(closed?.at),
    'closed by run': ({ closed }) => closed?.id,
    'closed as': ({ closed }) => closed?.how,
    'rule or parameters changed': ({ closed }) => closed?.criteriaChanged,
    days: ({ lastedMs }) => days(lastedMs),
    'runs with unknown result': ({ unknown }) => unknown,
    'runs that did not judge it': ({ unjudged }) => unjudged,
    dispositions: ({ dispositions }) =>
      lines(dispositions.map(({ kind, waiver = '', first, last }) => `${kind} ${waiver} ${first.at} to ${last.at}`)),
    responses: ({ responses }) => responses.join(' '),
    message: ({ finding }) => finding?.message,
    evidence: ({ finding }) => evidenceText(finding?.evidence ?? []),
  }),
  auditTable('responses', ({ responses }) => responses?.register ?? [], {
    id: ({ id }) => id,
    rule: ({ rule }) => rule,
    resources: ({ resources }) => lines(resources),
    'exception of': ({ opened }) => opened,
    owner: ({ owner }) => owner,
    system: ({ system }) => system,
    'root cause': ({ rootCause }) => rootCause,
    response: ({ response }) => response,
    due: ({ due }) => due,
    overdue: ({ overdue }) => overdue,
    ticket: ({ ticket }) => ticket,
    'compensating controls': ({ compensatingControls }) => lines(compensatingControls ?? []),
    exceptions: ({ exceptions }) => exceptions,
  }),
  auditTable('controls', ({ frameworks }) => frameworks.flatMap(({ controls }) => controls), {
    control: ({ id }) => id,
    title: ({ title }) => title,
    ...STATUS,
    'resources tested in the last run': ({ tested }) => tested,
    'resources unknown in the last run': ({ unknown }) => unknown,
    rules: ({ rules }) => rules.join(' '),
    'not assessed because': ({ beyond }) => beyond,
  }),
  auditTable('rules', ({ rules }) => rules, { rule: ({ ruleId }) => ruleId, ...STATUS }),
];
