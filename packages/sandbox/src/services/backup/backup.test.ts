import {
  BackupClient,
  DescribeGlobalSettingsCommand,
  DescribeRegionSettingsCommand,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  GetRestoreTestingPlanCommand,
  GetRestoreTestingSelectionCommand,
  ListBackupJobsCommand,
  type ListBackupJobsInput,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
  ListBackupVaultsCommand,
  ListCopyJobsCommand,
  ListFrameworksCommand,
  ListProtectedResourcesCommand,
  ListRecoveryPointsByBackupVaultCommand,
  type ListRecoveryPointsByBackupVaultInput,
  ListRestoreJobsCommand,
  ListRestoreTestingPlansCommand,
  ListRestoreTestingSelectionsCommand,
  paginateListRecoveryPointsByBackupVault,
} from '@aws-sdk/client-backup';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const now = Date.UTC(2026, 10, 22);
const daysAgo = (days: number): Date => new Date(now - days * 24 * 3_600_000);
const volume = (id: number): string => `arn:aws:ec2:${region}:${accountId}:volume/vol-${id}`;

const lastYear = daysAgo(365);
const selection = { SelectionName: 'everything', IamRoleArn: `arn:aws:iam::${accountId}:role/b`, Resources: ['*'] };
const plan = { BackupPlanName: 'daily', Rules: [{ RuleName: 'night', TargetBackupVaultName: 'team/prod' }] };
const restoreTestingPlan = {
  RestoreTestingPlanName: 'monthly',
  RestoreTestingPlanArn: `arn:aws:backup:${region}:${accountId}:restore-testing-plan:monthly`,
  ScheduleExpression: 'cron(0 5 1 * ? *)',
  CreationTime: lastYear,
  RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW' as const, SelectionWindowDays: 30 },
};
const restoreTestingSelection = {
  RestoreTestingPlanName: 'monthly',
  RestoreTestingSelectionName: 'volumes',
  ProtectedResourceType: 'EBS',
  IamRoleArn: `arn:aws:iam::${accountId}:role/b`,
  CreationTime: lastYear,
  ProtectedResourceArns: ['*'],
};

/** Point `n` is `n` days old, and of volume 0 or 1. */
const points = Array.from({ length: 2500 }, (_, age) => ({
  RecoveryPointArn: `arn:aws:ec2:${region}::snapshot/snap-${age}`,
  ResourceArn: volume(age % 2),
  ResourceType: 'EBS',
  CreatedBy: { BackupPlanId: age < 3 ? 'plan-1' : 'plan-0' },
  CreationDate: daysAgo(age),
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now,
    accounts: [{ id: accountId, name: 'main', globalSettings: { isCrossAccountBackupEnabled: 'true' } }],
    regions: [region],
    scopes: [
      {
        accountId,
        region,
        plans: [
          {
            id: 'plan-1',
            arn: `arn:aws:backup:${region}:${accountId}:backup-plan:plan-1`,
            plan,
            selections: [{ id: 'selection-1', selection }],
          },
        ],
        vaults: [{ BackupVaultName: 'team/prod' }, { BackupVaultName: 'empty' }, { BackupVaultName: '__proto__' }],
        recoveryPoints: { 'team/prod': points },
        backupJobs: [
          { BackupJobId: 'young', AccountId: accountId, State: 'COMPLETED', CompletionDate: daysAgo(29) },
          { BackupJobId: 'forgotten', AccountId: accountId, State: 'COMPLETED', CompletionDate: daysAgo(31) },
          { BackupJobId: 'endless', AccountId: accountId, State: 'RUNNING', CreationDate: daysAgo(40) },
        ],
        copyJobs: [{ CopyJobId: 'copy', State: 'FAILED', ResourceType: 'EBS' }],
        restoreJobs: [
          { RestoreJobId: 'test', CreatedBy: { RestoreTestingPlanArn: restoreTestingPlan.RestoreTestingPlanArn } },
          { RestoreJobId: 'forgotten', CompletionDate: daysAgo(31) },
          { RestoreJobId: 'by hand', Status: 'COMPLETED' },
        ],
        restoreTestingPlans: [restoreTestingPlan],
        restoreTestingSelections: [restoreTestingSelection],
        protectedResources: [{ ResourceArn: volume(0), ResourceType: 'EBS', LastBackupTime: daysAgo(1) }],
        frameworks: [{ FrameworkName: 'soc2' }],
        optIn: { EBS: true },
        management: { DynamoDB: false },
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new BackupClient({
  endpoint: sandbox.url,
  region,
  credentials: sandbox.credentials,
  maxAttempts: 1,
});

describe('plans and selections', () => {
  it('are listed by name and read by id', async () => {
    const { BackupPlansList = [] } = await client.send(new ListBackupPlansCommand({}));
    expect(BackupPlansList).toMatchObject([{ BackupPlanId: 'plan-1', BackupPlanName: 'daily' }]);
    const { BackupPlan } = await client.send(new GetBackupPlanCommand({ BackupPlanId: 'plan-1' }));
    expect(BackupPlan).toEqual(plan);

    const listed = await client.send(new ListBackupSelectionsCommand({ BackupPlanId: 'plan-1' }));
    expect(listed.BackupSelectionsList).toMatchObject([{ SelectionId: 'selection-1', SelectionName: 'everything' }]);
    const read = new GetBackupSelectionCommand({ BackupPlanId: 'plan-1', SelectionId: 'selection-1' });
    expect((await client.send(read)).BackupSelection).toEqual(selection);
  });

  it.each([
    ['plan', () => client.send(new GetBackupPlanCommand({ BackupPlanId: 'plan-2' }))],
    ['selection', () => client.send(new GetBackupSelectionCommand({ BackupPlanId: 'plan-1', SelectionId: 'no' }))],
  ])('a %s that is not there is not found', async (_what, call) => {
    await expect(call()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('recovery points', () => {
  const ages = async (wanted: Partial<ListRecoveryPointsByBackupVaultInput>): Promise<string[]> => {
    const input = { BackupVaultName: 'team/prod', ...wanted };
    const { RecoveryPoints = [] } = await client.send(new ListRecoveryPointsByBackupVaultCommand(input));
    return RecoveryPoints.map(({ RecoveryPointArn = '' }) => RecoveryPointArn.replace(/.*snap-/, ''));
  };

  it('come a thousand a page, each once and in order', async () => {
    const sizes: number[] = [];
    const arns: (string | undefined)[] = [];
    for await (const page of paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName: 'team/prod' })) {
      sizes.push(page.RecoveryPoints?.length ?? 0);
      arns.push(...(page.RecoveryPoints ?? []).map(({ RecoveryPointArn }) => RecoveryPointArn));
    }
    expect(sizes).toEqual([1000, 1000, 500]);
    expect(arns).toEqual(points.map(({ RecoveryPointArn }) => RecoveryPointArn));
  });

  it.each([
    ['of a resource', { ByResourceArn: volume(1), MaxResults: 3 }, ['1', '3', '5']],
    ['of a plan', { ByBackupPlanId: 'plan-1' }, ['0', '1', '2']],
    ['of a time', { ByCreatedAfter: daysAgo(12), ByCreatedBefore: daysAgo(9) }, ['10', '11']],
    ['of a type that has none', { ByResourceType: 'EFS' }, []],
    ['of an empty vault', { BackupVaultName: 'empty' }, []],
    ['of a vault with a hostile name', { BackupVaultName: '__proto__' }, []],
  ])('%s', async (_story, wanted, expected) => {
    expect(await ages(wanted)).toEqual(expected);
  });

  it('a vault that is not there is not found', async () => {
    await expect(ages({ BackupVaultName: 'toString' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('a token of another selection is refused', async () => {
    const input = { BackupVaultName: 'team/prod', MaxResults: 10 };
    const { NextToken } = await client.send(new ListRecoveryPointsByBackupVaultCommand(input));
    await expect(ages({ NextToken, ByResourceType: 'EBS' })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
  });

  it.each([0, 1001])('a page of %d is refused', async (MaxResults) => {
    await expect(ages({ MaxResults })).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('jobs', () => {
  const jobs = async (wanted: ListBackupJobsInput): Promise<(string | undefined)[]> => {
    const { BackupJobs = [] } = await client.send(new ListBackupJobsCommand(wanted));
    return BackupJobs.map(({ BackupJobId }) => BackupJobId);
  };

  it.each([
    ['30 days after they ended they are forgotten', {}, ['young', 'endless']],
    ['by state', { ByState: 'RUNNING' as const }, ['endless']],
    ['of all accounts', { ByAccountId: '*' }, ['young', 'endless']],
    ['of another account', { ByAccountId: '222222222222' }, []],
  ])('%s', async (_story, wanted, expected) => {
    expect(await jobs(wanted)).toEqual(expected);
  });

  it('of copies and restores likewise', async () => {
    const { CopyJobs } = await client.send(new ListCopyJobsCommand({ ByState: 'FAILED', ByResourceType: 'EBS' }));
    expect(CopyJobs).toMatchObject([{ CopyJobId: 'copy' }]);
    const ofPlan = { ByRestoreTestingPlanArn: restoreTestingPlan.RestoreTestingPlanArn };
    expect((await client.send(new ListRestoreJobsCommand(ofPlan))).RestoreJobs).toMatchObject([
      { RestoreJobId: 'test' },
    ]);
    expect((await client.send(new ListRestoreJobsCommand({}))).RestoreJobs).toHaveLength(2);
  });
});

describe('restore testing', () => {
  it('plans and selections are listed, and read by name', async () => {
    const name = { RestoreTestingPlanName: 'monthly' };
    const { RestoreTestingPlans } = await client.send(new ListRestoreTestingPlansCommand({}));
    expect(RestoreTestingPlans).toMatchObject([{ RestoreTestingPlanName: 'monthly', CreationTime: lastYear }]);
    expect(RestoreTestingPlans?.[0]).not.toHaveProperty('RecoveryPointSelection');
    const read = await client.send(new GetRestoreTestingPlanCommand(name));
    expect(read.RestoreTestingPlan).toEqual(restoreTestingPlan);

    const { RestoreTestingSelections } = await client.send(new ListRestoreTestingSelectionsCommand(name));
    expect(RestoreTestingSelections).toMatchObject([{ RestoreTestingSelectionName: 'volumes' }]);
    const one = new GetRestoreTestingSelectionCommand({ ...name, RestoreTestingSelectionName: 'volumes' });
    expect((await client.send(one)).RestoreTestingSelection).toEqual(restoreTestingSelection);
  });

  it('a plan that is not there is not found', async () => {
    const missing = new ListRestoreTestingSelectionsCommand({ RestoreTestingPlanName: 'yearly' });
    await expect(client.send(missing)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

it('vaults, protected resources, frameworks and settings are told', async () => {
  const vaults = await client.send(new ListBackupVaultsCommand({ MaxResults: 2 }));
  expect(vaults.BackupVaultList?.map(({ BackupVaultName }) => BackupVaultName)).toEqual(['team/prod', 'empty']);
  const shared = await client.send(new ListBackupVaultsCommand({ ByShared: true }));
  expect(shared.BackupVaultList).toEqual([]);
  const { Results } = await client.send(new ListProtectedResourcesCommand({}));
  expect(Results).toEqual([{ ResourceArn: volume(0), ResourceType: 'EBS', LastBackupTime: daysAgo(1) }]);
  const { Frameworks } = await client.send(new ListFrameworksCommand({}));
  expect(Frameworks).toEqual([{ FrameworkName: 'soc2' }]);
  expect(await client.send(new DescribeRegionSettingsCommand({}))).toMatchObject({
    ResourceTypeOptInPreference: { EBS: true },
    ResourceTypeManagementPreference: { DynamoDB: false },
  });
  const { GlobalSettings } = await client.send(new DescribeGlobalSettingsCommand({}));
  expect(GlobalSettings).toEqual({ isCrossAccountBackupEnabled: 'true' });
});
