import { compareSubjects, gateOf, openBySeverity, DEFAULT_GATE, tallyOf } from '@backproof/core';
import type { Outcome, Population, Protection, RuleInRun, Run, WaiverInRun } from '@backproof/core';
import { gap, subject } from './outcome.js';
import { home, NOW } from './place.js';
import { protection } from './protection.js';
import { vaultArn } from './vault.js';

type UnreadPopulation = Exclude<Population, { readonly status: 'complete' }>;

/** The fields of a run that are given; its rules are counted. */
type RunFields = Partial<Omit<Run, 'rules'>> & { readonly rules?: readonly Partial<Omit<RuleInRun, 'tally'>>[] };

/** A run as an evaluation would leave it: what it counts and means follows from what it holds. */
export function run({ rules = [{}], ...fields }: RunFields = {}): Run {
  const { outcomes = [] } = fields;
  const seen = {
    rules: rules.map((given): RuleInRun => {
      const rule = { ...aRule, ...given };
      return { ...rule, tally: tallyOf(outcomes.filter(({ ruleId }) => ruleId === rule.id)) };
    }),
    open: openBySeverity(outcomes),
    scopes: [home],
    populations: [population()],
    completeness: { counts: [], uncounted: [], unknownTypes: [] },
    ...fields,
  };
  const now = new Date(NOW).toISOString();
  return {
    schemaVersion: 3,
    id: 'cd'.repeat(32),
    tool: { name: 'backproof', version: '1.2.3' },
    now,
    inventory: { schemaVersion: 2, sha256: 'ab'.repeat(32), takenAt: now },
    settings: { sha256: 'ef'.repeat(32), subjects: {} },
    gate: gateOf(seen, DEFAULT_GATE),
    excluded: [],
    waivers: [],
    outcomes,
    protection: protectionOf(outcomes),
    calls: [{ scope: home, operation: 'backup:ListBackupVaults', calls: 1_234, retries: 1 }],
    ...seen,
  };
}

/** Each resource that there is an outcome of, backed up daily. */
function protectionOf(outcomes: readonly Outcome[]): readonly Protection[] {
  const subjects = new Map(outcomes.map((outcome) => [outcome.subject.arn, outcome.subject]));
  return [...subjects.values()].sort(compareSubjects).map(({ arn }) => protection({ arn }));
}

/** The vaults at home, all of them read. */
export function population(fields: Partial<Omit<Population, 'status'>> = {}): Population {
  return { kind: 'vaults', scope: home, count: 1, pages: 1, ...fields, status: 'complete' };
}

/** The recovery points of a vault at home, which may not be read. */
export function unreadPopulation(fields: Partial<UnreadPopulation> = {}): UnreadPopulation {
  const base = { kind: 'recoveryPoints', scope: home, of: vaultArn, count: 0, pages: 0 } as const;
  return { ...base, status: 'unavailable', gaps: [gap()], ...fields };
}

/** A waiver of `backup-coverage` for the database `orders`, in force. */
export function waiver(fields: Partial<WaiverInRun> = {}): WaiverInRun {
  return {
    id: 'W-1',
    rule: 'backup-coverage',
    resources: [subject().arn],
    reason: 'It can be built anew from the ledger.',
    owner: 'payments',
    approvedBy: 'ciso',
    expires: '2027-03-31T00:00:00.000Z',
    state: 'active',
    failures: 1,
    ...fields,
  };
}

const aRule: Omit<RuleInRun, 'tally'> = {
  id: 'backup-coverage',
  version: '1.0.0',
  title: 'Every resource is really backed up',
  severity: 'high',
  severities: {},
  rationale: 'A plan is an intent.',
  remediation: 'Assign it to a plan.',
  controls: [],
  options: {},
  off: false,
  overrides: [],
  switchedOff: 0,
};
