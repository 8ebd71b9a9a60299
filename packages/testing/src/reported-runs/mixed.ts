import type { Run, Scope } from '@backproof/core';
import { expiredPoints, goneResource, keptTwice, leftovers, unjudgedFailure } from '../builders/leftovers.js';
import { failure, gap, outcome, subject } from '../builders/outcome.js';
import { bunker, daysAgo, home } from '../builders/place.js';
import { copiesInPlace, protection, restoreInBrief, unprotected } from '../builders/protection.js';
import { population, run, unreadPopulation, waiver } from '../builders/run.js';
import { bunkerVaultArn, vaultArn } from '../builders/vault.js';

const controls = ['iso27001-2022/A.8.13', 'soc2/A1.2'];
const restoreTest = {
  ruleId: 'restore-test',
  severity: 'medium',
  messageId: 'never-tested',
  message: 'No restore has been tested in 90d.',
} as const;
const plan = {
  kind: 'plan',
  id: 'arn:aws:backup:eu-west-1:111111111111:backup-plan:p1',
  text: 'plan nightly',
} as const;
const point = {
  kind: 'recoveryPoint',
  id: 'arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-1',
  text: 'recovery point COMPLETED',
  at: '2026-11-22T05:00:00.000Z',
} as const;

const known = failure({
  subject: subject({ name: 'archive' }),
  severity: 'low',
  disposition: { kind: 'baseline' },
  inBaseline: true,
});
const resolved = outcome('pass', {
  subject: subject({ name: 'orders' }),
  messageId: 'backed-up',
  message: 'orders can be restored.',
  evidence: [plan, point],
});
const untold = outcome('unknown', {
  subject: subject({ name: 'sessions' }),
  messageId: 'evidence-incomplete',
  message: 'Unknown: no permission for backup:ListBackupJobs.',
  gaps: [gap()],
});
const gone = failure({ subject: subject({ name: 'retired' }) });
const scratch = {
  ...subject({ name: 'tmp' }),
  type: 'FSx',
  arn: 'arn:aws:fsx:eu-west-1:111111111111:file-system/fs-1',
} as const;

function account({ partition, accountId }: Scope): Pick<Scope, 'partition' | 'accountId'> {
  return { partition, accountId };
}

/**
 * A run with everything that a run can have: open failures of each severity, waivers that are active, expired and
 * stale, a baseline with absent failures, unknown outcomes, lists that could not be read, a rule that threw, outcomes that are
 * not applicable, excluded resources, a rule that is switched off, leftovers of each kind, two accounts and Regions, and
 * accounts of the organization that were left out.
 */
export const mixed: Run = run({
  rules: [
    { controls, options: { within: '24h' } },
    { ...restoreTestRule(), controls: ['soc2/A1.3'] },
    { id: 'retention-tiers', title: 'Points are kept in tiers', severity: 'low', off: true, switchedOff: 7 },
  ],
  scopes: [{ ...home, principalArn: 'arn:aws:sts::111111111111:assumed-role/Backproof/ci' }, bunker],
  accounts: [
    { ...account(home), name: 'shop', isManagement: true },
    { ...account(bunker), name: 'backups' },
    { ...account(home), accountId: '888888888888', name: 'old-shop', leftOut: 'SUSPENDED' },
    { ...account(home), accountId: '999999999999', name: 'lab', leftOut: 'excluded' },
  ],
  populations: [
    population(),
    population({
      kind: 'recoveryPoints',
      of: vaultArn,
      count: 812,
      unknownWords: [
        {
          operation: 'backup:ListRecoveryPointsByBackupVault',
          field: 'Status',
          word: 'HIBERNATING',
          item: 'arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-1',
          items: 3,
        },
      ],
    }),
    unreadPopulation({ kind: 'backupJobs', of: vaultArn, status: 'partial', count: 1_000, pages: 1 }),
    unreadPopulation({
      scope: bunker,
      gaps: [gap({ requestId: 'req-1', httpStatus: 403 }), gap({ code: 'ECONNRESET' })],
    }),
  ],
  excluded: [
    { subject: subject({ name: 'spot-1', type: 'EC2' }), reason: 'spot' },
    { subject: subject({ name: 'scratch' }), reason: 'excluded-by-user', userReason: 'thrown away every night' },
  ],
  leftovers: leftovers({
    gone: [
      goneResource(),
      ...[1, 2, 3, 4].map((number) =>
        goneResource({
          arn: `arn:aws:dynamodb:eu-west-1:111111111111:table/retired-${number}`,
          ...{ type: 'DynamoDB', points: number, usable: number, expired: 0, sizeBytes: 0 },
        }),
      ),
    ],
    expired: [
      expiredPoints(),
      expiredPoints({ vaultArn: bunkerVaultArn, points: 1, expired: 1, resources: 1, sizeBytes: 2 ** 30 }),
    ],
    failing: [
      unjudgedFailure(),
      unjudgedFailure({ resourceArn: 'arn:aws:s3:::photos', state: 'EXPIRED', failures: 1 }),
    ],
    keptTwice: [keptTwice()],
  }),
  waivers: [
    waiver({
      resources: [subject({ name: 'cache' }).arn],
      ticket: 'RISK-7',
      source: { file: 'waivers/cache.yaml', line: 3 },
    }),
    waiver({
      id: 'W-2',
      resources: [subject({ name: 'ledger' }).arn],
      expires: '2026-10-31T00:00:00.000Z',
      state: 'expired',
    }),
    waiver({ id: 'W-3', resources: ['arn:aws:rds:*:*:db:nothing-*'], state: 'stale', failures: 0 }),
  ],
  baseline: {
    runId: 'ba'.repeat(32),
    now: '2026-10-01T00:00:00.000Z',
    findings: 4,
    newFindings: 6,
    absent: [
      { ...findingOf(resolved), reason: 'resolved' },
      { ...findingOf(gone), reason: 'gone' },
      { ...findingOf(untold), reason: 'unknown' },
    ],
  },
  outcomes: [
    known,
    failure({ subject: subject({ name: 'cache' }), disposition: { kind: 'waived', waiver: 'W-1' }, inBaseline: false }),
    failure({
      subject: subject({ name: 'ledger' }),
      disposition: { kind: 'open', expiredWaiver: 'W-2' },
      inBaseline: false,
    }),
    resolved,
    failure({
      subject: subject({ name: 'payments' }),
      severity: 'critical',
      message: 'payments is in plan nightly, but its last backup failed.',
      messageId: 'last-failed',
      evidence: [plan],
      gaps: [gap()],
      inBaseline: false,
    }),
    untold,
    outcome('notApplicable', {
      subject: scratch,
      messageId: 'lustre-scratch',
      message: 'Scratch file systems cannot be backed up.',
    }),
    failure({ subject: subject({ name: 'orders', ...bunker }), severity: 'low', inBaseline: false }),
    failure({ ...restoreTest, inBaseline: false }),
    outcome('pass', {
      ...restoreTest,
      subject: subject({ name: 'payments' }),
      messageId: 'tested',
      message: 'Tested.',
      evidence: [point],
    }),
    outcome('unknown', {
      ...restoreTest,
      subject: subject({ name: 'sessions' }),
      messageId: 'rule-error',
      message: 'Unknown: the rule ended with the error "x is not a function".',
      data: { error: 'x is not a function' },
    }),
    failure({ ...restoreTest, subject: subject({ name: 'orders', ...bunker }), severity: 'high', inBaseline: false }),
  ],
  protection: [
    unprotected({ arn: scratch.arn }),
    protection({ arn: subject({ name: 'archive' }).arn, calendar: '.77m.29m.29m.29m.29m.29m.29m.29m.29m.28d19' }),
    unprotected({ arn: subject({ name: 'cache' }).arn }),
    protection({ arn: subject({ name: 'ledger' }).arn, calendar: '.357c8', points: 1, usable: 1 }),
    protection({ calendar: '.56y.29y.29y.29y.29m.6m.6m.6m.6m.6m.6m.6mx125m7D7', copies: [copiesInPlace()] }),
    protection({
      arn: subject({ name: 'payments' }).arn,
      copies: [copiesInPlace({ ...home, airGapped: true, usable: 7 }), copiesInPlace()],
      restores: [
        restoreInBrief(),
        restoreInBrief({
          id: 'restore-0',
          at: new Date(daysAgo(40)).toISOString(),
          kind: 'onDemand',
          validationStatus: 'FAILED',
          origin: 'inventory',
        }),
      ],
    }),
    protection({ arn: subject({ name: 'sessions' }).arn, unread: ['restoreJobs'] }),
    protection({ arn: subject({ name: 'orders', ...bunker }).arn }),
  ],
});

function restoreTestRule() {
  const override = {
    match: { accounts: [bunker.accountId] },
    severity: 'high',
    severities: {},
    options: { within: '30d' },
    off: false,
  } as const;
  return {
    id: 'restore-test',
    title: 'A restore was tested',
    severity: 'medium',
    options: { within: '90d' },
    remediation: 'Set up a restore testing plan.',
    overrides: [override],
  } as const;
}

function findingOf({ ruleId, subject, severity, messageId, fingerprint }: Run['outcomes'][number]) {
  return { ruleId, subject, severity, messageId, fingerprint };
}
