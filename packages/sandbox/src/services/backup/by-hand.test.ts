import {
  BackupClient,
  type BackupJob,
  type BackupJobSummary,
  DescribeBackupJobCommand,
  DescribeBackupVaultCommand,
  DescribeCopyJobCommand,
  DescribeFrameworkCommand,
  DescribeProtectedResourceCommand,
  DescribeRecoveryPointCommand,
  DescribeRestoreJobCommand,
  GetBackupPlanCommand,
  GetBackupVaultAccessPolicyCommand,
  GetSupportedResourceTypesCommand,
  ListBackupJobSummariesCommand,
  type ListBackupJobSummariesInput,
  ListBackupPlanVersionsCommand,
  ListCopyJobSummariesCommand,
  ListRecoveryPointsByResourceCommand,
  ListReportPlansCommand,
  ListRestoreJobsByProtectedResourceCommand,
  ListRestoreJobSummariesCommand,
  ListTagsCommand,
} from '@aws-sdk/client-backup';
import { afterAll, describe, expect, it } from '@jest/globals';
import { demo } from '../../estates/index.js';
import { startSandbox } from '../../server.js';
import { accessKeyIdOf } from '../../wire/credential.js';

const [production, backupAccount] = demo.world.scopes.filter(({ region }) => region === 'eu-west-1');
const { accountId = '', region = '', plans: [plan] = [], restoreJobs: [restore] = [] } = production ?? {};
const points = Object.values(production?.recoveryPoints ?? {}).flat();
const point = points.find(({ BackupSizeInBytes }) => BackupSizeInBytes !== undefined);
const jobs = production?.backupJobs ?? [];

const framework = {
  FrameworkName: 'soc2',
  FrameworkArn: `arn:aws:backup:${region}:${accountId}:framework:soc2`,
  NumberOfControls: 1,
  DeploymentStatus: 'COMPLETED',
  FrameworkStatus: 'ACTIVE',
  FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }],
};
const reportPlan = { ReportPlanName: 'jobs', ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } };
const cold = { RecoveryPointArn: 'arn:aws:backup:x:1:recovery-point:cold', ResourceArn: 'arn:aws:efs:x:1:y' };

const sandbox = await startSandbox({
  world: {
    ...demo.world,
    scopes: demo.world.scopes.map((scope) =>
      scope === production
        ? {
            ...scope,
            frameworks: [framework],
            reportPlans: [reportPlan],
            tags: { ...scope.tags, [plan?.arn ?? '']: { team: 'ops', stage: 'prod' } },
            vaults: [...(scope.vaults ?? []), { BackupVaultName: 'cold' }],
            recoveryPoints: {
              ...scope.recoveryPoints,
              cold: [{ ...cold, CalculatedLifecycle: { MoveToColdStorageAt: new Date(demo.world.now - 1) } }],
            },
          }
        : scope,
    ),
  },
});
afterAll(sandbox.close);

const settings = { endpoint: sandbox.url, region, maxAttempts: 1 };
const client = new BackupClient({ ...settings, credentials: sandbox.credentials });
const inside = { accessKeyId: accessKeyIdOf(backupAccount?.accountId ?? '', 'ASIA'), secretAccessKey: 'x' };
const backupClient = new BackupClient({ ...settings, credentials: inside });

const missing = { name: 'ResourceNotFoundException', $metadata: { httpStatusCode: 400 } };
const invalid = { name: 'InvalidParameterValueException', $metadata: { httpStatusCode: 400 } };

describe('a single thing is as its list says', () => {
  it('a recovery point', async () => {
    const { BackupVaultName, RecoveryPointArn } = point ?? {};
    const described = await client.send(new DescribeRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }));
    expect(described).toMatchObject({ ...withoutUndefined(point), StorageClass: 'WARM' });
    const ofCold = { BackupVaultName: 'cold', RecoveryPointArn: cold.RecoveryPointArn };
    expect(await client.send(new DescribeRecoveryPointCommand(ofCold))).toMatchObject({ StorageClass: 'COLD' });
  });

  it('a backup job, a copy job and a restore job', async () => {
    const job = jobs.at(-1);
    const copy = production?.copyJobs?.at(-1);
    const { BackupJobId } = job ?? {};
    expect(await client.send(new DescribeBackupJobCommand({ BackupJobId }))).toMatchObject(withoutUndefined(job));
    const { CopyJob } = await client.send(new DescribeCopyJobCommand({ CopyJobId: copy?.CopyJobId }));
    expect(CopyJob).toEqual(withoutUndefined(copy));
    const { RestoreJobId } = restore ?? {};
    expect(await client.send(new DescribeRestoreJobCommand({ RestoreJobId }))).toMatchObject(withoutUndefined(restore));
  });

  it('a vault, and what may be copied into it', async () => {
    const [vault] = production?.vaults ?? [];
    const { BackupVaultName } = vault ?? {};
    expect(await client.send(new DescribeBackupVaultCommand({ BackupVaultName }))).toMatchObject({ ...vault });
    const ofCopies = new GetBackupVaultAccessPolicyCommand({ BackupVaultName: 'production-copies' });
    const { Policy = '' } = await backupClient.send(ofCopies);
    expect(JSON.parse(Policy)).toMatchObject({ Statement: [{ Action: 'backup:CopyIntoBackupVault' }] });
    const without = new GetBackupVaultAccessPolicyCommand({ BackupVaultName });
    await expect(client.send(without)).rejects.toMatchObject(missing);
  });

  it('a protected resource, with its latest restore', async () => {
    const { SourceResourceArn: ResourceArn = '' } = restore ?? {};
    const known = production?.protectedResources?.find((each) => each.ResourceArn === ResourceArn);
    const { RestoreJobs = [] } = await client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn }));
    expect(RestoreJobs.map(({ RestoreJobId }) => RestoreJobId)).toContain(restore?.RestoreJobId);
    expect(await client.send(new DescribeProtectedResourceCommand({ ResourceArn }))).toMatchObject({
      ...known,
      LatestRestoreJobCreationDate: new Date(Math.max(...RestoreJobs.map(({ CreationDate }) => Number(CreationDate)))),
    });
  });

  it('a framework', async () => {
    expect(await client.send(new DescribeFrameworkCommand({ FrameworkName: 'soc2' }))).toMatchObject({
      FrameworkControls: framework.FrameworkControls,
      FrameworkStatus: 'ACTIVE',
    });
    expect((await client.send(new ListReportPlansCommand({}))).ReportPlans).toEqual([reportPlan]);
  });
});

it('the recovery points of a resource are those of all vaults', async () => {
  const { ResourceArn = '' } = point ?? {};
  const { RecoveryPoints = [] } = await client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn }));
  const expected = points.filter((each) => each.ResourceArn === ResourceArn);
  expect(RecoveryPoints.map(({ RecoveryPointArn }) => RecoveryPointArn)).toEqual(
    expected.map(({ RecoveryPointArn }) => RecoveryPointArn),
  );
  expect(RecoveryPoints[0]).toMatchObject({ BackupSizeBytes: point?.BackupSizeInBytes, Status: point?.Status });
  const ofNone = new ListRecoveryPointsByResourceCommand({ ResourceArn: `${ResourceArn}0` });
  expect((await client.send(ofNone)).RecoveryPoints).toEqual([]);
});

it.each([
  [
    'a recovery point',
    () =>
      client.send(
        new DescribeRecoveryPointCommand({
          BackupVaultName: 'cold',
          RecoveryPointArn: 'arn:aws:backup:x:1:recovery-point:no',
        }),
      ),
  ],
  [
    'a point in an unknown vault',
    () => client.send(new DescribeRecoveryPointCommand({ BackupVaultName: 'no', ...cold })),
  ],
  ['a backup job', () => client.send(new DescribeBackupJobCommand({ BackupJobId: 'no' }))],
  ['a copy job', () => client.send(new DescribeCopyJobCommand({ CopyJobId: 'no' }))],
  ['a restore job', () => client.send(new DescribeRestoreJobCommand({ RestoreJobId: 'no' }))],
  ['a vault', () => client.send(new DescribeBackupVaultCommand({ BackupVaultName: 'no' }))],
  [
    'a vault of another account',
    () =>
      client.send(new DescribeBackupVaultCommand({ BackupVaultName: 'cold', BackupVaultAccountId: '999999999999' })),
  ],
  [
    'a protected resource',
    () => client.send(new DescribeProtectedResourceCommand({ ResourceArn: 'arn:aws:efs:x:1:no' })),
  ],
  ['a framework', () => client.send(new DescribeFrameworkCommand({ FrameworkName: 'no' }))],
  ['the tags of what is not there', () => client.send(new ListTagsCommand({ ResourceArn: 'arn:aws:backup:x:1:no' }))],
  ['a version of a plan', () => client.send(new GetBackupPlanCommand({ BackupPlanId: plan?.id, VersionId: 'no' }))],
  ['the versions of a plan', () => client.send(new ListBackupPlanVersionsCommand({ BackupPlanId: 'no' }))],
])('%s that is not there is missed', async (_what, call) => {
  await expect(call()).rejects.toMatchObject(missing);
});

it.each([
  ['DescribeProtectedResource', () => client.send(new DescribeProtectedResourceCommand({ ResourceArn: 'vol-1' }))],
  [
    'ListRecoveryPointsByResource',
    () => client.send(new ListRecoveryPointsByResourceCommand({ ResourceArn: 'vol-1' })),
  ],
  [
    'ListRestoreJobsByProtectedResource',
    () => client.send(new ListRestoreJobsByProtectedResourceCommand({ ResourceArn: 'vol-1' })),
  ],
  ['ListTags', () => client.send(new ListTagsCommand({ ResourceArn: 'vol-1' }))],
])('%s refuses what is not an ARN', async (_operation, call) => {
  await expect(call()).rejects.toMatchObject(invalid);
});

it('tags come in pages', async () => {
  const first = await client.send(new ListTagsCommand({ ResourceArn: plan?.arn, MaxResults: 1 }));
  expect(first.Tags).toEqual({ team: 'ops' });
  const second = new ListTagsCommand({ ResourceArn: plan?.arn, MaxResults: 1, NextToken: first.NextToken });
  expect((await client.send(second)).Tags).toEqual({ stage: 'prod' });
});

describe('a plan', () => {
  it('has the version that its points name', async () => {
    const { BackupPlanVersionsList = [] } = await client.send(
      new ListBackupPlanVersionsCommand({ BackupPlanId: point?.CreatedBy?.BackupPlanId }),
    );
    expect(BackupPlanVersionsList.map(({ VersionId }) => VersionId)).toEqual([point?.CreatedBy?.BackupPlanVersion]);
  });

  it('previews the next runs of its rules', async () => {
    const preview = async (MaxScheduledRunsPreview?: number) =>
      (await client.send(new GetBackupPlanCommand({ BackupPlanId: plan?.id, MaxScheduledRunsPreview })))
        .ScheduledRunsPreview;
    expect(await preview()).toBeUndefined();
    const runs = (await preview(3)) ?? [];
    expect(runs).toHaveLength(3);
    expect(runs.every(({ ExecutionTime }) => Number(ExecutionTime) > demo.world.now)).toBe(true);
    expect(plan?.plan.Rules?.map(({ RuleId }) => RuleId)).toContain(runs[0]?.RuleId);
    await expect(preview(11)).rejects.toMatchObject(invalid);
  });
});

describe('summaries of jobs', () => {
  const day = 24 * 3_600_000;
  const since = (days: number): readonly BackupJob[] =>
    jobs.filter(({ CreationDate }) => Number(CreationDate) >= demo.world.now - days * day);
  const summaries = async (input: ListBackupJobSummariesInput): Promise<readonly BackupJobSummary[]> =>
    (await client.send(new ListBackupJobSummariesCommand(input))).BackupJobSummaries ?? [];
  const sum = (rows: readonly BackupJobSummary[]): number => rows.reduce((all, { Count = 0 }) => all + Count, 0);

  it('count all jobs of a time together, unless they are to be told apart', async () => {
    expect(await summaries({ AggregationPeriod: 'SEVEN_DAYS' })).toEqual([
      {
        Region: region,
        AccountId: accountId,
        State: 'AGGREGATE_ALL',
        ResourceType: 'AGGREGATE_ALL',
        MessageCategory: 'AGGREGATE_ALL',
        Count: since(7).length,
        StartTime: new Date(demo.world.now - 7 * day),
        EndTime: new Date(demo.world.now),
      },
    ]);
    const byState = await summaries({ AggregationPeriod: 'FOURTEEN_DAYS', State: 'ANY' });
    expect(sum(byState)).toBe(since(14).length);
    expect(new Set(byState.map(({ State }) => State)).size).toBe(byState.length);
    expect(sum(await summaries({}))).toBe(since(14).length);
  });

  it.each([
    ['of a state', { State: 'FAILED' }, ({ State }: BackupJob) => State === 'FAILED'],
    ['of a type', { ResourceType: 'RDS' }, ({ ResourceType }: BackupJob) => ResourceType === 'RDS'],
    [
      'of a category',
      { MessageCategory: 'SUCCESS' },
      ({ MessageCategory }: BackupJob) => MessageCategory === 'SUCCESS',
    ],
  ] as const)('%s', async (_story, wanted, isMeant) => {
    const rows = await summaries({ AggregationPeriod: 'FOURTEEN_DAYS', ...wanted });
    expect(sum(rows)).toBe(since(14).filter(isMeant).length);
  });

  it('of copies and restores likewise, of all accounts for the first account', async () => {
    const copies = await client.send(new ListCopyJobSummariesCommand({ AccountId: 'ANY', State: 'ANY' }));
    expect(copies).toMatchObject({ AggregationPeriod: 'ONE_DAY' });
    expect(copies.CopyJobSummaries).not.toEqual([]);
    const restores = new ListRestoreJobSummariesCommand({ AccountId: 'ANY', AggregationPeriod: 'FOURTEEN_DAYS' });
    const { RestoreJobSummaries = [] } = await client.send(restores);
    expect(new Set(RestoreJobSummaries.map(({ AccountId }) => AccountId)).size).toBeGreaterThan(1);
    await expect(summaries({ MaxResults: 501 })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

it('the supported types are listed', async () => {
  const { ResourceTypes } = await client.send(new GetSupportedResourceTypesCommand({}));
  expect(ResourceTypes).toEqual(expect.arrayContaining(['EBS', 'Storage Gateway', 'VirtualMachine']));
});

/** A record as it comes over the wire. */
function withoutUndefined(record: object | undefined): object {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== undefined));
}
