import { evidenceOfNative } from '@backproof/core';
import type { ResourceStory } from '@backproof/core';
import { failure, home as scope, lifecyclePolicy, outcome } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { renderStory } from './story.js';

const plan = { scope, id: 'p', arn: 'arn:plan', name: 'nightly', rules: [] };
const selection = {
  scope,
  planId: 'p',
  id: 's',
  name: 'tagged',
  iamRoleArn: 'arn:role',
  resources: [],
  notResources: [],
  listOfTags: [{ key: 'backup', value: 'daily' }],
  conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] },
};
const clause = { path: 'ListOfTags[0]', text: 'backup=daily' };

const now = Date.UTC(2026, 10, 22, 12);

const bare: ResourceStory = {
  now,
  resource: {
    type: 'EBS',
    arn: 'arn:volume',
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'data',
    attachments: [],
  },
  selections: [],
  restorable: { isPartial: false },
  plansUnread: false,
  related: [],
  points: { count: 0, unusable: new Map() },
  upcomingRuns: [],
  backupJobs: [],
  nativeBackups: [],
  lifecyclePolicies: [],
  copyJobs: [],
  protection: { arn: 'arn:volume', points: 0, usable: 0, calendar: '', copies: [], restores: [] },
  restoreTestingPlans: [],
  replicas: [],
  outcomes: [],
  unread: [],
};

function textOf(story: Partial<ResourceStory>, color = false): string {
  return [...renderStory({ ...bare, ...story }, { color })].join('');
}

describe('the story', () => {
  it('says what each loss leaves, and what the evidence does not answer', () => {
    const lost = { status: 'lost', why: 'in-the-region' } as const;
    const unread = { status: 'unknown', why: 'vault-not-read' } as const;
    const unknown = { status: 'unknown', why: 'older-not-listed' } as const;
    const follows = { status: 'follows', replicaArn: 'arn:replica' } as const;
    const survivals = [lost, unknown, follows, unread, unread];
    const left = { resource: bare.resource, survivals, steps: [], restoreMs: undefined };
    expect(textOf({ left })).toContain(`
After a loss
  resource deleted: lost: its newest backup lies in the lost Region
  corruption found 30 days later: unknown: how far back its backups reach is not known
  Region lost: follows only: arn:replica has the data and cannot go back in time
  Not answered by what was read: account closed, hostile administrator. backproof drill reads what these take.
`);
    expect(textOf({})).not.toContain('After a loss');
  });

  it('of a resource of which there is nothing to tell', () => {
    expect(textOf({ excluded: { reason: 'spot' } })).toBe(`Cannot be restored: no usable backup of it was found.
EBS data  111111111111 eu-west-1
arn:volume
Tags: could not be read
Not judged: Spot Instances, and their volumes

Assigned by
  No backup plan in its account and Region has a selection.

Backed up
  No recovery point in any vault that was read.

Copied
  No usable copy in any other account or Region that was read.

Restored
  No restore on record.
  The restore history is incomplete.

Replicas
  No replication found.
`);
  });

  it('goes link by link from tags and plans to replicas, each with its verdict', () => {
    const at = Date.UTC(2026, 10, 21, 5);
    const point = {
      arn: 'arn:point',
      vaultArn: 'arn:vault',
      resourceArn: 'arn:volume',
      resourceType: 'EBS',
      status: 'COMPLETED',
      createdAt: at,
      deleteAfterCopy: false,
      continuous: false,
      isParent: false,
    } as const;
    const job = (id: string) => ({ scope, id, resourceArn: 'arn:volume', state: 'FAILED', createdAt: at });
    const rule = {
      id: 'r',
      name: 'daily',
      targetVaultName: 'main',
      scheduleExpression: 'cron(0 5 ? * * *)',
      timezone: 'Etc/UTC',
      startWindowMinutes: 480,
      continuous: false,
      lifecycle: { deleteAfterDays: 35 },
      copyActions: [
        { destinationVaultArn: 'arn:bunker', lifecycle: { deleteAfterDays: 90 } },
        { destinationVaultArn: 'arn:twin' },
      ],
    };
    const no = (name: string) => {
      return {
        plan: { ...plan, name },
        selection,
        explanation: { assigned: 'no', reason: 'no-match', assumptions: [] },
      } as const;
    };
    expect(
      textOf({
        resource: { ...bare.resource, tags: { backup: 'daily', team: '' }, createdAt: Date.UTC(2026, 0, 1) },
        related: [
          {
            ...{ kind: 'host', arn: 'arn:instance', since: 0, nativeBackups: [] },
            resource: { ...bare.resource, name: 'web', arn: 'arn:instance' },
          },
        ],
        selections: [
          { plan, selection, explanation: { assigned: 'yes', reason: 'tag', clause, assumptions: [] } },
          no('weekly'),
          no('monthly'),
        ],
        upcomingRuns: [
          {
            plan,
            rule,
            next: Date.UTC(2026, 10, 23, 5),
            problem: { kind: 'vault-missing', text: 'the vault main does not exist' },
          },
          { plan, rule: { ...rule, name: 'once', lifecycle: {}, copyActions: [] } },
        ],
        points: { count: 2, unusable: new Map([['expired', 1]]), oldest: { ...point, createdAt: 0 }, newest: point },
        backupJobs: ['1', '2', '3', '4'].map(job),
        nativeBackups: [{ scope, resourceArn: 'arn:volume', mechanism: 'ebs-snapshots', enabled: true }],
        lifecyclePolicies: [lifecyclePolicy({ description: 'weekly' })],
        copyJobs: [{ ...job('c'), destinationVaultArn: 'arn:bunker' }],
        protection: {
          ...bare.protection,
          copies: [
            {
              accountId: '222222222222',
              region: 'eu-central-1',
              airGapped: true,
              usable: 3,
              newest: '2026-11-21T05:00:00.000Z',
            },
          ],
          restores: [
            {
              id: 'x',
              at: '2026-11-12T12:00:00.000Z',
              kind: 'test',
              status: 'COMPLETED',
              validationStatus: 'SUCCESSFUL',
              durationMs: 3_600_000,
              accountId: '222222222222',
              region: 'eu-central-1',
            },
            {
              id: 'y',
              at: '2026-11-01T12:00:00.000Z',
              kind: 'onDemand',
              status: 'FAILED',
              accountId: '1',
              region: 'x',
            },
          ],
        },
        restoreTestingPlans: [
          {
            scope,
            arn: 'arn:tests',
            name: 'monthly',
            scheduleExpression: 'cron(0 12 21 * ? *)',
            timezone: 'Etc/UTC',
            algorithm: 'LATEST_WITHIN_WINDOW',
            recoveryPointTypes: [],
            includeVaults: [],
            excludeVaults: [],
            selectionWindowDays: 30,
          },
        ],
        restoresKnownSince: Date.UTC(2026, 9, 23),
        replicas: [{ scope, mechanism: 'efs-replication', sourceArn: 'arn:volume', replicaArn: 'arn:twin' }],
        outcomes: [
          outcome('pass', {
            message: 'data can be restored.',
            evidence: [{ kind: 'resource', id: 'x', text: 'seen' }],
          }),
          failure({
            ruleId: 'retention-tiers',
            message: 'a gap.',
            evidence: [{ kind: 'recoveryPoint', id: 'arn:gap', text: 'no point', at: '2026-11-01T00:00:00.000Z' }],
          }),
          failure({ ruleId: 'restore-test', message: 'none.', disposition: { kind: 'waived', waiver: 'W1' } }),
          outcome('unknown', { ruleId: 'acme/naming', message: 'who knows.' }),
        ],
      }),
    ).toBe(`Cannot be restored: no usable backup of it was found.
EBS data  111111111111 eu-west-1, created 2026-01-01 00:00 UTC
arn:volume
Tags: backup=daily, team=
Attached to web (arn:instance) since 1970-01-01 00:00 UTC; backups of web from then on include it; web has no backup that was found

Assigned by
  ✓ plan nightly, selection tagged: ListOfTags[0] (backup=daily) matches it.
  ✗ 2 selections do not match it: weekly, monthly
  nightly, rule daily (cron(0 5 ? * * *) Etc/UTC) runs next 2026-11-23 05:00 UTC, kept 35 days, copies to arn:bunker (kept 90 days), copies to arn:twin (kept 35 days). It cannot produce recovery points: the vault main does not exist
  nightly, rule once (cron(0 5 ? * * *) Etc/UTC) never runs again, kept forever
  Data Lifecycle Manager policy policy-1 (weekly) makes snapshots of volumes with the tag dlm=daily; it is ENABLED (arn:aws:dlm:eu-west-1:111111111111:policy/policy-1)

Backed up
  2 recovery points since 1970-01-01 00:00 UTC; not usable: 1 expired
  Newest: 2026-11-21 05:00 UTC  recovery point COMPLETED, kept forever, in arn:vault (arn:point)
  2026-11-21 05:00 UTC  backup job FAILED (1)
  2026-11-21 05:00 UTC  backup job FAILED (2)
  2026-11-21 05:00 UTC  backup job FAILED (3)
  Manual EBS snapshots: on, no restorable time reported
  → pass backup-coverage: data can be restored.

Tiers
  → fail retention-tiers: a gap.
    · 2026-11-01 00:00 UTC  no point (arn:gap)

Copied
  222222222222 eu-central-1, air-gapped: 3 usable points, newest 2026-11-21 05:00 UTC
  2026-11-21 05:00 UTC  copy job FAILED, to arn:bunker (c)

Restored
  2026-11-12 12:00 UTC  restore test COMPLETED, in 1 h, validation SUCCESSFUL, in 222222222222 eu-central-1
  2026-11-01 12:00 UTC  on-demand restore FAILED, in 1 x
  Restore-testing plan monthly in 111111111111 eu-west-1 (cron(0 12 21 * ? *) Etc/UTC) finds no usable recovery point of it; it never ran
  The restore history is complete since 2026-10-23 00:00 UTC.
  → fail, waived restore-test: none.

Replicas
  Replicated to arn:twin by EFS replication

Other rules
  → unknown acme/naming: who knows.
`);
  });

  it('says that plans could not be read, and not that there are none', () => {
    expect(textOf({ plansUnread: true })).toContain(
      'Backup plans and selections of its account and Region could not all be read, and none was.',
    );
    const explanation = { assigned: 'no', reason: 'no-match', assumptions: [] } as const;
    expect(textOf({ plansUnread: true, selections: [{ plan, selection, explanation }] })).toContain(
      'Backup plans and selections of its account and Region could not all be read: there may be others.',
    );
  });

  it('shows the backups of what it is related to, those of the service included', () => {
    const counts = { points: 3, usable: 2, expired: 1, sizeBytes: 0 };
    const times = { oldest: '2026-11-01T05:00:00.000Z', newest: '2026-11-22T05:00:00.000Z' };
    const table = { ...bare.resource, name: 'orders', arn: 'arn:orders' };
    const pitr = { scope, resourceArn: 'arn:orders', mechanism: 'dynamodb-pitr', enabled: true } as const;
    const told = textOf({
      related: [
        {
          ...{ kind: 'peer', arn: 'arn:orders', resource: table, points: { ...counts, ...times } },
          nativeBackups: [{ ...pitr, latestRestorableAt: Date.UTC(2026, 10, 22, 11, 55) }],
        },
        { kind: 'source', arn: 'arn:away', nativeBackups: [] },
      ],
    });
    expect(told).toContain(
      'Replica of the same table as orders (arn:orders); orders has 3 recovery points (2 usable, the newest of 2026-11-22 05:00 UTC) and point-in-time recovery (up to 2026-11-22 11:55 UTC)\n',
    );
    expect(told).toContain('Replicates arn:away, which was not scanned\n');
    expect(told).toContain('No recovery point of its own in any vault that was read.');
  });

  it.each<[string, ResourceStory['replicas'][number], string]>([
    ['a standby', { scope, mechanism: 'rds-multi-az', sourceArn: 'arn:volume' }, 'Has a Multi-AZ standby'],
    [
      'its source',
      { scope, mechanism: 'rds-read-replica', sourceArn: 'arn:main', replicaArn: 'arn:volume', since: 0 },
      'Replicates arn:main by RDS read replication, since 1970-01-01 00:00 UTC',
    ],
    [
      'a source without a name',
      { scope, mechanism: 'ontap-snapmirror', replicaArn: 'arn:volume' },
      'Replicates a source that AWS does not name by SnapMirror',
    ],
    [
      'its table in another Region',
      { scope, mechanism: 'dynamodb-global-table', sourceArn: 'arn:volume', replicaArn: 'arn:twin', recordedAt: 0 },
      'In a DynamoDB global table with arn:twin, as AWS Config recorded on 1970-01-01 00:00 UTC',
    ],
  ])('names %s', (_, replica, line) => {
    expect(textOf({ replicas: [replica, replica] })).toContain(`\nReplicas\n  ${line}\n`);
    expect(textOf({ replicas: [replica, replica] }).split(line)).toHaveLength(2);
  });

  it('says under a verdict what could not be read and where, and no evidence a second time', () => {
    const native = { scope, resourceArn: 'arn:volume', mechanism: 'ebs-snapshots', enabled: true } as const;
    const { text } = evidenceOfNative(native);
    const gap = { operation: 'backup:ListBackupPlans', code: 'AccessDeniedException', message: 'no.' };
    const told = textOf({
      selections: [{ plan, selection, explanation: { assigned: 'yes', reason: 'tag', clause, assumptions: [] } }],
      nativeBackups: [native],
      outcomes: [
        outcome('unknown', {
          ruleId: 'backup-coverage',
          message: 'It cannot be told.',
          evidence: [
            { kind: 'plan', id: plan.arn, text: 'plan nightly' },
            { kind: 'plan', id: 'arn:other', text: 'plan other' },
            { kind: 'nativeBackup', id: 'arn:volume', text },
          ],
        }),
        outcome('pass', { ruleId: 'restore-test', message: 'tested.' }),
      ],
      unread: [
        { ruleId: 'backup-coverage', gap: { ...gap, iamAction: 'backup:ListBackupPlans' }, scopes: [scope] },
        { ruleId: 'restore-test', gap, scopes: [] },
      ],
    });
    expect(told).toContain(`
Backed up
  No recovery point in any vault that was read.
  Manual EBS snapshots: on, no restorable time reported
  → unknown backup-coverage: It cannot be told.
    · plan other (arn:other)
    ! 111111111111 eu-west-1: backup:ListBackupPlans: AccessDeniedException: no. Grant backup:ListBackupPlans.
`);
    expect(told).toContain(`
  → pass restore-test: tested.
    ! backup:ListBackupPlans: AccessDeniedException: no.
`);
  });

  it('has colours only if they are asked for, and never a stranger’s', () => {
    const evil = '\u001b[31m::x\n::y\u202e';
    const resource = { ...bare.resource, name: evil, arn: `::${evil}`, region: evil, tags: { [evil]: evil } };
    const evilPlan = { plan: { ...plan, name: evil }, selection: { ...selection, name: evil } };
    const selections = [{ ...evilPlan, explanation: { assigned: 'no', reason: 'no-match', assumptions: [] } }] as const;
    const outcomes = [failure({ message: evil })];
    const plain = textOf({
      resource,
      related: [{ kind: 'host', arn: evil, resource, nativeBackups: [] }],
      selections,
      outcomes,
    });
    expect(['\u001b', '\u202e'].filter((raw) => plain.includes(raw))).toEqual([]);
    expect(plain.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([]);
    expect(textOf({ resource, selections }, true)).not.toContain('\u001b[31m');
  });
});
