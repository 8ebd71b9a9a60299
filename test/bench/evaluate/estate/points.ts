import { DAY, HOUR } from '@backproof/core';
import type { RecoveryPoint, Resource, Scope } from '@backproof/core';
import { hoursAgo } from '@backproof/testing';
import { centralVaultArn } from './places.js';
import { copyTarget, hasRule, KEEP_DAYS, PLAN_NAMES, planVaultArn } from './plans.js';
import type { PlanName } from './plans.js';
import type { BenchResource } from './resources.js';

/** Of each resource that is copied to the backup account, so many days of copies. */
const COPIED_DAYS = 5;

/** The points of all resources as a scan reads them: vault by vault, in each the oldest day first. */
export function* points(scopes: ReadonlyMap<Scope, readonly BenchResource[]>): Generator<RecoveryPoint> {
  for (const [scope, resources] of scopes) {
    for (const plan of PLAN_NAMES) {
      yield* pointsOfPlan(
        scope,
        plan,
        resources.filter((each) => each.plan === plan),
      );
    }
  }
}

function* pointsOfPlan(scope: Scope, plan: PlanName, resources: readonly BenchResource[]): Generator<RecoveryPoint> {
  const vaultArn = planVaultArn(scope, plan);
  for (let day = KEEP_DAYS.monthly - 1; day >= 0; day--) {
    const keepDays = keptFor(plan, day);
    if (day >= keepDays) continue;
    for (const each of resources) {
      if (wasBackedUp(each, day)) yield point(each, day, keepDays, vaultArn);
    }
  }
  const sourceVaultArn = vaultArn;
  if (copyTarget(plan, scope) !== centralVaultArn(scope)) return;
  for (let day = COPIED_DAYS - 1; day >= 0; day--) {
    for (const each of resources) {
      if (each.uncopied || !wasBackedUp(each, day)) continue;
      yield { ...point(each, day, keptFor(plan, day), centralVaultArn(scope), 'copy'), sourceVaultArn };
    }
  }
}

/** How many days a plan keeps the point of a day, counted back from the last run. */
function keptFor(plan: PlanName, day: number): number {
  const date = new Date(runOf(day));
  if (date.getUTCDate() === 1 && hasRule(plan, 'monthly')) return KEEP_DAYS.monthly;
  return date.getUTCDay() === 0 ? KEEP_DAYS.weekly : KEEP_DAYS.daily;
}

/** Whether the backup of a day came about. */
export function wasBackedUp({ stale, holed, ageDays }: BenchResource, day: number): boolean {
  if (day >= ageDays || (stale && day < 10)) return false;
  return !holed || day < 14 || day >= 17;
}

/** 05:00 so many days ago. */
export function runOf(day: number): number {
  return hoursAgo(7 + 24 * day);
}

function point(
  { resource, index }: BenchResource,
  day: number,
  keepDays: number,
  vaultArn: string,
  kind: 'own' | 'copy' = 'own',
): RecoveryPoint {
  const createdAt = runOf(day);
  return {
    arn: pointArn(resource, (index * KEEP_DAYS.monthly + day) * 2 + (kind === 'copy' ? 1 : 0)),
    vaultArn,
    resourceArn: resource.arn,
    resourceType: resource.type,
    status: 'COMPLETED',
    createdAt,
    completedAt: createdAt + HOUR / 2,
    deleteAt: createdAt + keepDays * DAY,
    deleteAfterCopy: false,
    continuous: false,
    isParent: false,
    planId: resource.tags?.backup ?? '',
    ruleId: `rule-${keepDays}`,
    encryptionKeyArn: `arn:aws:kms:${resource.region}:${resource.accountId}:key/5d9d1c4b-8e4e-4f0b-9a58-0f4f3d1c2b3a`,
    sizeBytes: 1_000_000_000 + index * 1000 + day,
  };
}

/** The ARN of the point of a number, as long as AWS's. @source Developer Guide, access-control: ARNs of recovery points */
export function pointArn({ type, accountId, region }: Resource, number: number): string {
  const digits = number.toString(16).padStart(16, '0');
  if (type === 'EC2') return `arn:aws:ec2:${region}::image/ami-0${digits}`;
  if (type === 'EBS') return `arn:aws:ec2:${region}::snapshot/snap-0${digits}`;
  if (type === 'FSx') return `arn:aws:fsx:${region}:${accountId}:backup/backup-0${digits}`;
  const uuid = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12)}-8000-5d9d1c4b8e4e`;
  if (type === 'RDS') return `arn:aws:rds:${region}:${accountId}:snapshot:awsbackup:job-${uuid}`;
  if (type === 'Aurora') return `arn:aws:rds:${region}:${accountId}:cluster-snapshot:awsbackup:job-${uuid}`;
  return `arn:aws:backup:${region}:${accountId}:recovery-point:${uuid.toUpperCase()}`;
}
