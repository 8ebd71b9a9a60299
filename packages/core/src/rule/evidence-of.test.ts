import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import {
  backupJob,
  defaultLifecyclePolicy,
  home,
  lifecyclePolicy,
  NOW,
  plan,
  point,
  selection,
  vaultArn,
} from '../model/records.fixture.js';
import {
  evidenceOfJob,
  evidenceOfLifecyclePolicy,
  evidenceOfNative,
  evidenceOfPoint,
  evidenceOfPointAt,
  evidenceOfReplica,
  evidenceOfSelection,
} from './evidence-of.js';
import { recoveryPointTable } from '../model/recovery-point-table-builder.js';
import type { Evidence } from './verdict.js';

const native = { scope: home, resourceArn: 'arn:db', mechanism: 'rds-automated-backups', enabled: true } as const;

it('the evidence of a point in a row is that of the point', () => {
  for (const each of [point(), point({ continuous: true, status: 'STOPPED', deleteAt: NOW })]) {
    const points = recoveryPointTable([each]).of(each.resourceArn);
    expect(evidenceOfPointAt(points, 0)).toEqual(evidenceOfPoint(each));
  }
});

describe('evidence in words', () => {
  it.each<[string, Evidence, string, number?]>([
    [
      'a plan and why it assigns',
      evidenceOfSelection({
        plan: plan(),
        selection: selection(),
        explanation: { assigned: 'no', reason: 'no-match', assumptions: [] },
      }),
      'plan nightly (daily cron(0 5 ? * * *) UTC), selection tagged: No ARN, pattern or tag of the selection matches it.',
    ],
    ['a point', evidenceOfPoint(point()), `recovery point COMPLETED, kept forever, in ${vaultArn}`, NOW - DAY],
    [
      'a continuous point that ends',
      evidenceOfPoint(point({ continuous: true, status: 'STOPPED', deleteAt: NOW })),
      `continuous recovery point STOPPED, expires 2026-11-22 12:00 UTC, in ${vaultArn}`,
      NOW - DAY,
    ],
    ['a job', evidenceOfJob(backupJob()), 'backup job COMPLETED', NOW - DAY],
    [
      'a job and what AWS said of it',
      evidenceOfJob(backupJob({ state: 'FAILED', messageCategory: 'AccessDenied', message: 'The role is gone.' })),
      'backup job FAILED, AccessDenied, The role is gone.',
      NOW - DAY,
    ],
    [
      'native backups',
      evidenceOfNative({ ...native, retentionDays: 7, latestRestorableAt: NOW }),
      'automated backups, kept 7 days, latest restorable time',
      NOW,
    ],
    [
      'native backups in another Region',
      evidenceOfNative({
        ...native,
        mechanism: 'rds-replicated-backups',
        backupsArn: 'arn:aws:rds:us-east-1:111111111111:auto-backup:ab-1',
        latestRestorableAt: NOW,
      }),
      'automated backups replicated to another Region in us-east-1, latest restorable time',
      NOW,
    ],
    [
      'a policy of Data Lifecycle Manager',
      evidenceOfLifecyclePolicy(lifecyclePolicy()),
      'Data Lifecycle Manager policy policy-1 makes snapshots of volumes with the tag dlm=daily; it is ENABLED',
    ],
    [
      'a policy with its schedules',
      evidenceOfLifecyclePolicy(
        lifecyclePolicy({
          schedules: [
            { every: '24 HOURS', keeps: 'the newest 7', copiesTo: ['eu-central-1', 'us-east-1'] },
            { every: 'cron(0 3 1 * ? *)', keeps: '12 MONTHS', copiesTo: [] },
          ],
        }),
      ),
      'Data Lifecycle Manager policy policy-1 makes snapshots of volumes with the tag dlm=daily every 24 HOURS, keeps the newest 7, copies to eu-central-1 and us-east-1 and every cron(0 3 1 * ? *), keeps 12 MONTHS; it is ENABLED',
    ],
    [
      'a policy that does not run',
      evidenceOfLifecyclePolicy(
        lifecyclePolicy({
          description: 'nightly',
          targetTags: [
            { key: 'a', value: '1' },
            { key: 'b', value: '2' },
          ],
          state: 'ERROR',
          statusMessage: 'no role',
        }),
      ),
      'Data Lifecycle Manager policy policy-1 (nightly) makes snapshots of volumes with the tag a=1 or b=2; it is ERROR: no role',
    ],
    [
      'a default policy',
      evidenceOfLifecyclePolicy(defaultLifecyclePolicy({ targets: 'INSTANCE', makes: 'images' })),
      'Data Lifecycle Manager policy policy-1 makes images of all instances; it is ENABLED',
    ],
    [
      'a default policy with exclusions',
      evidenceOfLifecyclePolicy(defaultLifecyclePolicy({ excludesSome: true })),
      'Data Lifecycle Manager policy policy-1 makes snapshots of all volumes that it does not exclude; it is ENABLED',
    ],
    ['native backups without proof', evidenceOfNative(native), 'automated backups, no restorable time reported'],
    [
      'native backups of which the newest is archived',
      evidenceOfNative({ ...native, archived: true, latestRestorableAt: NOW }),
      'automated backups, latest restorable time, of a snapshot in the archive tier (restoring takes up to 72 hours)',
      NOW,
    ],
    [
      'native backups that are off',
      evidenceOfNative({ ...native, enabled: false, retentionDays: 0 }),
      'automated backups, off',
    ],
    [
      'native backups that AWS Config recorded',
      evidenceOfNative({ ...native, enabled: false, recordedAt: NOW }),
      'automated backups, off, as AWS Config recorded on 2026-11-22 12:00 UTC',
    ],
    [
      'a replication that AWS Config recorded',
      evidenceOfReplica({
        ...{ scope: home, mechanism: 'dynamodb-global-table', recordedAt: NOW },
        ...{ sourceArn: 'arn:a', replicaArn: 'arn:b' },
      }),
      'a DynamoDB global table of arn:a, as AWS Config recorded on 2026-11-22 12:00 UTC',
    ],
    [
      'a replication to another resource',
      evidenceOfReplica({ scope: home, mechanism: 'efs-replication', sourceArn: 'arn:a', replicaArn: 'arn:b' }),
      'EFS replication of arn:a',
    ],
    [
      'a replication whose source AWS does not name',
      evidenceOfReplica({ scope: home, mechanism: 'ontap-snapmirror', replicaArn: 'arn:b' }),
      'SnapMirror of a source that AWS does not name',
    ],
  ])('%s', (...[, evidence, text, at]) => {
    expect([evidence.text, evidence.at?.getTime()]).toEqual([text, at]);
  });

  it('the evidence of a replication within a resource has the id of the resource', () => {
    const standby = evidenceOfReplica({ scope: home, mechanism: 'rds-multi-az', sourceArn: 'arn:db' });
    expect(standby).toEqual({ kind: 'replica', id: 'arn:db', text: 'a Multi-AZ standby of arn:db' });
  });
});
