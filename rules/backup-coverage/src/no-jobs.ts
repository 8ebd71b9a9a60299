import { capabilityOf, formatInstant, retentionDays, retentionText, ruleDestinations, vaultNameOf } from '@backproof/core';
import type { BackupRule, Evidence, ExplainedSelection, Vault } from '@backproof/core';
import type { Context } from './context.js';
import { lastDueRun } from './promises.js';
import type { PromisedSelection } from './promises.js';

/** What can keep AWS Backup from creating a job, looked at one by one. */
export interface JobChecks {
  /** What was looked at, with what was seen. */
  readonly checked: string;
  /** What no API reports. */
  readonly unchecked: string;
  readonly evidence: readonly Evidence[];
}

interface Check {
  readonly evidence: Evidence;
  readonly isChecked: boolean;
}

/** The checks of what may be wrong where runs were due and not one job was created. */
export function withoutJobs(
  context: Context,
  promised: readonly PromisedSelection[],
): { readonly due: Date; readonly checks: JobChecks } | undefined {
  const { backupJobs, unread } = context.dossier;
  if (backupJobs.length > 0 || unread.includes('backupJobs')) return undefined;
  const due = lastDueRun(context, promised);
  return due === undefined ? undefined : { due: new Date(due), checks: jobChecks(context, promised) };
}

/** Looks at each cause for which a plan that assigns a resource may have created no job for it. */
function jobChecks(context: Context, promised: readonly PromisedSelection[]): JobChecks {
  const checks = promised.flatMap((each) => [
    ...planChecks(each.selected),
    ...each.promise.rules.flatMap(({ rule, problem }) =>
      problem === undefined
        ? vaultChecks(context, each.selected, rule)
        : [seen('plan', each.selected.plan.arn, problem.text)],
    ),
    optInCheck(each.selected),
    notSeen('selection', each.selected.selection.iamRoleArn, roleText(each.selected)),
  ]);
  const texts = (isChecked: boolean) =>
    [...new Set(checks.filter((check) => check.isChecked === isChecked).map(({ evidence }) => evidence.text))].join(', ');
  const byText = new Map(checks.map(({ evidence }) => [evidence.text, evidence]));
  return { checked: texts(true), unchecked: texts(false), evidence: [...byText.values()] };
}

/** A plan that was created lately may not have run yet. */
function planChecks({ plan }: ExplainedSelection): readonly Check[] {
  const { arn, name, createdAt } = plan;
  if (createdAt === undefined) return [notSeen('plan', arn, `when plan ${name} was created`)];
  return [seen('plan', arn, `plan ${name} exists since ${formatInstant(createdAt)}`)];
}

/** Points are refused where the vault is missing, or where its lock does not admit their retention. */
function vaultChecks(
  { dossier: { resource, regionSettings }, prepared: { grounds } }: Context,
  { plan }: ExplainedSelection,
  rule: BackupRule,
): readonly Check[] {
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return [];
  const [own] = ruleDestinations(rule, plan.scope, capability);
  if (own === undefined) return [];
  const vault = grounds.vaults.get(own.vaultArn);
  const name = vaultNameOf(own.vaultArn) ?? own.vaultArn;
  if (vault === undefined) return [notSeen('vault', own.vaultArn, `whether vault ${name} exists`)];
  return [
    seen('vault', vault.arn, `vault ${name} ${vault.state === undefined ? 'exists' : `is ${vault.state}`}`),
    seen('vault', vault.arn, lockText(vault, rule)),
  ];
}

function lockText({ name, lock }: Vault, rule: BackupRule): string {
  if (lock === undefined) return `vault ${name} has no lock`;
  return `the lock of vault ${name} accepts points kept ${retentionText(retentionDays(rule.lifecycle))}`;
}

function optInCheck({ plan, selection, explanation }: ExplainedSelection): Check {
  const setting = 'setting' in explanation ? explanation.setting : undefined;
  if (setting === undefined) return seen('selection', selection.id, `selection ${selection.name} needs no opt-in`);
  if (explanation.assumptions.includes('organization-opt-in')) {
    return notSeen(
      'plan',
      plan.arn,
      `whether the management account of the organization is opted in to ${setting}, which plan ${plan.name} requires`,
    );
  }
  return seen('selection', selection.id, `${setting} is opted in to AWS Backup in the account and Region`);
}

function roleText({ selection: { iamRoleArn, name } }: ExplainedSelection): string {
  return `whether AWS Backup can assume the role ${iamRoleArn} of selection ${name}`;
}

function seen(kind: Evidence['kind'], id: string, text: string): Check {
  return { evidence: { kind, id, text }, isChecked: true };
}

function notSeen(kind: Evidence['kind'], id: string, text: string): Check {
  return { evidence: { kind, id, text }, isChecked: false };
}
