import type { BackupPlan, BackupRule, BackupSelection } from './backup-plan.js';
import { DAY } from './instant.js';
import type { BackupJob, CopyJob } from './job.js';
import type { LifecyclePolicy } from './lifecycle-policy.js';
import type { PopulationKind } from './population-kind.js';
import type { Gap, Population } from './population.js';
import type { RecoveryPoint } from './recovery-point.js';
import type { DynamoDbTable, EbsVolume, Ec2Instance } from './resource.js';
import type { Scope } from './scope.js';
import type { Vault } from './vault.js';

/** The moment of all tests: a Sunday at noon. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

/** Where resources live. */
export const home: Scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

/** Where copies go. */
export const bunker: Scope = { partition: 'aws', accountId: '222222222222', region: 'eu-central-1' };

/** A complete thing of which a test names what matters to it. */
export function instance(fields: Partial<Ec2Instance> = {}): Ec2Instance {
  return {
    type: 'EC2',
    arn: `arn:aws:ec2:eu-west-1:111111111111:instance/${fields.name ?? 'web'}`,
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'web',
    tags: { backup: 'daily' },
    createdAt: NOW - 100 * DAY,
    rootDevice: 'ebs',
    spot: false,
    ...fields,
  };
}

export function volume(fields: Partial<EbsVolume> = {}): EbsVolume {
  return {
    type: 'EBS',
    arn: `arn:aws:ec2:eu-west-1:111111111111:volume/${fields.name ?? 'data'}`,
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'data',
    tags: {},
    attachments: [],
    ...fields,
  };
}

/** Its tags are not its own API's to tell: they are absent unless named. */
export function table(fields: Partial<DynamoDbTable> = {}): DynamoDbTable {
  return {
    type: 'DynamoDB',
    arn: `arn:aws:dynamodb:eu-west-1:111111111111:table/${fields.name ?? 'orders'}`,
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'orders',
    ...fields,
  };
}

export const vaultArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main';

export function vault(fields: Partial<Vault> = {}): Vault {
  return { scope: home, arn: vaultArn, name: 'main', vaultType: 'BACKUP_VAULT', recoveryPointCount: 0, ...fields };
}

export function point(fields: Partial<RecoveryPoint> = {}): RecoveryPoint {
  return {
    arn: 'arn:aws:ec2:eu-west-1::image/ami-1',
    vaultArn,
    resourceArn: instance().arn,
    resourceType: 'EC2',
    status: 'COMPLETED',
    createdAt: NOW - DAY,
    deleteAfterCopy: false,
    continuous: false,
    isParent: false,
    ...fields,
  };
}

export function backupRule(fields: Partial<BackupRule> = {}): BackupRule {
  return {
    id: 'rule-1',
    name: 'daily',
    targetVaultName: 'main',
    scheduleExpression: 'cron(0 5 ? * * *)',
    timezone: 'UTC',
    startWindowMinutes: 480,
    continuous: false,
    lifecycle: { deleteAfterDays: 35 },
    copyActions: [],
    ...fields,
  };
}

export function plan(fields: Partial<BackupPlan> = {}): BackupPlan {
  const arn = 'arn:aws:backup:eu-west-1:111111111111:backup-plan:plan-1';
  return { scope: home, id: 'plan-1', arn, name: 'nightly', rules: [backupRule()], ...fields };
}

/** Selects what is tagged `backup=daily`. */
export function selection(fields: Partial<BackupSelection> = {}): BackupSelection {
  return {
    scope: home,
    planId: 'plan-1',
    id: 'selection-1',
    name: 'tagged',
    iamRoleArn: 'arn:aws:iam::111111111111:role/backup',
    resources: [],
    notResources: [],
    listOfTags: [{ key: 'backup', value: 'daily' }],
    conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] },
    ...fields,
  };
}

export function backupJob(fields: Partial<BackupJob> = {}): BackupJob {
  return { scope: home, id: 'job-1', createdAt: NOW - DAY, resourceArn: instance().arn, state: 'COMPLETED', ...fields };
}

/** A copy to the bunker, which its account alone can see. */
export function copyJob(fields: Partial<CopyJob> = {}): CopyJob {
  const destinationVaultArn = 'arn:aws:backup:eu-central-1:222222222222:backup-vault:bunker';
  return { ...backupJob({ id: 'copy-1' }), destinationVaultArn, ...fields };
}

/** A policy of Data Lifecycle Manager for the volumes tagged `dlm=daily`. */
export function lifecyclePolicy(fields: Partial<LifecyclePolicy> = {}): LifecyclePolicy {
  return { ...defaultLifecyclePolicy(), targetTags: [{ key: 'dlm', value: 'daily' }], ...fields };
}

/** A default policy of Data Lifecycle Manager, for all volumes. */
export function defaultLifecyclePolicy(fields: Partial<LifecyclePolicy> = {}): LifecyclePolicy {
  return {
    scope: home,
    arn: 'arn:aws:dlm:eu-west-1:111111111111:policy/policy-1',
    id: 'policy-1',
    state: 'ENABLED',
    makes: 'snapshots',
    targets: 'VOLUME',
    excludesSome: false,
    ...fields,
  };
}

export const denied: Gap = {
  operation: 'backup:ListBackupJobs',
  code: 'AccessDeniedException',
  message: 'no identity-based policy allows it',
  iamAction: 'backup:ListBackupJobs',
};

/** A population that was read in full, or not at all where a gap is given. */
export function population(kind: PopulationKind, fields: { scope?: Scope; of?: string; gap?: Gap } = {}): Population {
  const { gap, ...where } = fields;
  const base = { kind, scope: home, count: 1, pages: 1, ...where };
  return gap === undefined ? { ...base, status: 'complete' } : { ...base, status: 'unavailable', gaps: [gap] };
}
