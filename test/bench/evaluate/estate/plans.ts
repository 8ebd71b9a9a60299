import type { BackupPlan, BackupRule, BackupSelection, CopyAction, Scope, Vault } from '@backproof/core';
import { buildVaultArn } from '@backproof/core';
import { backupPlan, backupRule, backupSelection, vault } from '@backproof/testing';
import { BACKUP_SCOPES, centralVaultArn, partnerVaultArn, WORKLOADS } from './places.js';

export const PLAN_NAMES = ['gold', 'silver', 'bronze'] as const;

export type PlanName = (typeof PLAN_NAMES)[number];

/** How long the points of each of a plan's rules are kept; where two run on one day the longer one makes the point. */
export const KEEP_DAYS = { daily: 40, weekly: 98, monthly: 400 } as const;

const SCHEDULES = {
  daily: 'cron(0 5 ? * * *)',
  weekly: 'cron(0 5 ? * SUN *)',
  monthly: 'cron(0 5 1 * ? *)',
} as const;

type RuleName = keyof typeof KEEP_DAYS;

/** Which rules a plan has, and where it copies to. */
const PLANS: Readonly<Record<PlanName, { rules: readonly RuleName[]; target?: (scope: Scope) => string }>> = {
  gold: { rules: ['daily', 'weekly', 'monthly'], target: centralVaultArn },
  silver: { rules: ['daily', 'weekly', 'monthly'], target: partnerVaultArn },
  bronze: { rules: ['daily', 'weekly'] },
};

/** Whether a plan has a rule. */
export function hasRule(plan: PlanName, rule: RuleName): boolean {
  return PLANS[plan].rules.includes(rule);
}

/** The vault that a plan copies to; undefined: it makes no copies. */
export function copyTarget(plan: PlanName, scope: Scope): string | undefined {
  return PLANS[plan].target?.(scope);
}

/** Each plan in each scope. */
export function plans(): readonly BackupPlan[] {
  return WORKLOADS.flatMap((scope) =>
    PLAN_NAMES.map((name) =>
      backupPlan({ scope, name, rules: PLANS[name].rules.map((rule) => planRule(scope, name, rule)) }),
    ),
  );
}

function planRule(scope: Scope, plan: PlanName, name: RuleName): BackupRule {
  const destinationVaultArn = copyTarget(plan, scope);
  const lifecycle = { deleteAfterDays: KEEP_DAYS[name] };
  const copyActions: CopyAction[] = destinationVaultArn === undefined ? [] : [{ destinationVaultArn, lifecycle }];
  const scheduleExpression = SCHEDULES[name];
  return backupRule({ name, targetVaultName: plan, scheduleExpression, lifecycle, copyActions });
}

/** What each plan selects: all that carries the tag `backup` with its name. */
export function selections(): readonly BackupSelection[] {
  return WORKLOADS.flatMap((scope) =>
    PLAN_NAMES.map((name) =>
      backupSelection({ scope, planId: name, name, listOfTags: [{ key: 'backup', value: name }] }),
    ),
  );
}

/** A vault of each plan in each scope, and the central ones. */
export function vaults(): readonly Vault[] {
  return [
    ...WORKLOADS.flatMap((scope) => PLAN_NAMES.map((name) => vault({ scope, name }))),
    ...BACKUP_SCOPES.map((scope) => vault({ scope, name: 'central' })),
  ];
}

export function planVaultArn(scope: Scope, plan: PlanName): string {
  return buildVaultArn(scope, plan);
}
