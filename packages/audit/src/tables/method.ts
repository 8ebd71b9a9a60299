import { canonicalJson } from '@backproof/core';
import type { RunRef } from '../run-ref.js';
import { at, auditTable, days, lines } from './table.js';
import type { AuditTable, Columns } from './table.js';

const PLACE: Columns<{ readonly accountId: string; readonly region: string }> = {
  account: ({ accountId }) => accountId,
  region: ({ region }) => region,
};

const SEEN: Columns<{ readonly first: RunRef; readonly last: RunRef }> = {
  'first run': ({ first }) => at(first.at),
  'last run': ({ last }) => at(last.at),
};

/** The runs, what they scanned, by which parameters, and what they could not read. */
export const METHOD_TABLES: readonly AuditTable[] = [
  auditTable('runs', ({ runs }) => runs, {
    taken: (run) => at(run.at),
    'run id': ({ id }) => id,
    judged: ({ judgedAt }) => at(judgedAt),
    tool: ({ tool }) => tool,
    'tool sha256': ({ toolSha256 }) => toolSha256,
    gate: ({ gate }) => gate,
    passed: ({ tally }) => tally.pass,
    open: ({ tally }) => tally.open,
    baseline: ({ tally }) => tally.baseline,
    waived: ({ tally }) => tally.waived,
    unknown: ({ tally }) => tally.unknown,
    'not applicable': ({ tally }) => tally.notApplicable,
    resources: ({ judged }) => judged,
    excluded: ({ excluded }) => excluded,
    'lists read completely': ({ populations }) => populations.complete,
    'lists not read completely': ({ populations }) => populations.incomplete,
    'inventory sha256': ({ inventorySha256 }) => inventorySha256,
    'settings sha256': ({ settingsSha256 }) => settingsSha256,
    manifest: ({ manifest }) => manifest?.number,
    'manifest sha256': ({ manifest }) => manifest?.sha256,
    recorded: ({ manifest }) => at(manifest?.recordedAt),
  }),
  auditTable('gaps', ({ coverage }) => coverage.gaps, {
    kind: ({ kind }) => kind,
    from: ({ from }) => at(from),
    to: ({ to }) => at(to),
    days: ({ ms }) => days(ms),
  }),
  auditTable(
    'trends',
    ({ trends }) => trends.flatMap((run) => Object.entries(run.rules).map(([rule, of]) => ({ run, rule, of }))),
    {
      run: ({ run }) => at(run.at),
      'run id': ({ run }) => run.id,
      rule: ({ rule }) => rule,
      passed: ({ of }) => of.passed,
      tested: ({ of }) => of.tested,
    },
  ),
  auditTable('scopes', ({ scopes }) => scopes, {
    ...PLACE,
    principal: ({ principalArn }) => principalArn,
    ...SEEN,
    runs: ({ runs }) => runs,
  }),
  auditTable('exclusions', ({ exclusions }) => exclusions, {
    reason: ({ reason }) => reason,
    'reason of the user': ({ userReason }) => userReason,
    type: ({ type }) => type,
    resources: ({ resources }) => resources,
    'in the last run': ({ inLastRun }) => inLastRun,
    ...SEEN,
  }),
  auditTable('unread', ({ unread }) => unread, {
    list: ({ population }) => population,
    part: ({ of }) => of,
    ...PLACE,
    operation: ({ operation }) => operation,
    error: ({ code }) => code,
    grant: ({ iamAction }) => iamAction,
    ...SEEN,
    runs: ({ runs }) => runs,
  }),
  auditTable('waivers', ({ waivers }) => waivers, {
    id: ({ id }) => id,
    rule: ({ rule }) => rule,
    resources: ({ resources }) => lines(resources),
    reason: ({ reason }) => reason,
    owner: ({ owner }) => owner,
    'approved by': ({ approvedBy }) => approvedBy,
    ticket: ({ ticket }) => ticket,
    expires: ({ expires }) => at(expires),
    state: ({ state }) => state,
    'expired in the period': ({ expiredInPeriod }) => expiredInPeriod,
    withdrawn: ({ removed }) => removed,
    'terms changed by the runs of': ({ changed }) => lines(changed.map((run) => run.at)),
    ...SEEN,
  }),
  auditTable('parameters', ({ parameters }) => parameters, {
    rule: ({ ruleId }) => ruleId,
    title: ({ title }) => title,
    version: ({ version }) => version,
    off: ({ off }) => off,
    severity: ({ severity }) => severity,
    options: ({ options }) => canonicalJson(options),
    'for some resources': ({ overrides }) => lines(overrides.map((each) => canonicalJson(each))),
    ...SEEN,
    runs: ({ runs }) => runs,
  }),
  auditTable('history', ({ history }) => history, {
    setting: ({ setting }) => setting,
    before: ({ from }) => from,
    since: ({ to }) => to,
    'run before': ({ before }) => at(before.at),
    'first run': ({ run }) => at(run.at),
    'run id': ({ run }) => run.id,
    principals: ({ principals }) => lines(principals),
  }),
];
