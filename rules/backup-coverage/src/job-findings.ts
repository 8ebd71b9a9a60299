import { formatInstant, JOB_HISTORY_DAYS, optInPlace, retentionDays, retentionText } from '@backproof/core';
import type { BackupRule, Evidence, ExplainedSelection, Vault } from '@backproof/core';
import type { Context } from './context.js';
import { evidenceOfFailure, failureText } from './jobs.js';
import { lastDueRun } from './promises.js';
import type { PromisedSelection } from './promises.js';

/** The facts about the jobs of a resource that explain why it has no recent backup. */
export interface JobFindings {
  /** In short: the last failure, or that there was no job and which causes were checked. */
  readonly jobs: string;
  readonly evidence: readonly Evidence[];
}

/** One cause for which a plan may create no job. */
interface Check {
  readonly evidence: Evidence;
  readonly isChecked: boolean;
}

/** Describes the last failed job; where runs were due and not one job was created, checks each cause. */
export function jobFindings(context: Context, promised: readonly PromisedSelection[]): JobFindings {
  const { dossier } = context;
  const { backupJobs, unread } = dossier;
  const due = backupJobs.length > 0 || unread.includes('backupJobs') ? undefined : lastDueRun(context, promised);
  if (due === undefined) return { jobs: failureText(dossier), evidence: evidenceOfFailure(dossier) };
  const checks = promised.flatMap(checksOf);
  const byText = new Map(checks.map(({ evidence }) => [evidence.text, evidence]));
  const jobs = `none in the last ${JOB_HISTORY_DAYS} days, although a run was due on ${formatInstant(due)}; ${checksText(checks)}`;
  return { jobs, evidence: [...byText.values()] };
}

/** Each cause for which a plan may have created no job for a resource that it assigns. */
function checksOf({ selected, promise }: PromisedSelection): readonly Check[] {
  return [
    planCheck(selected),
    ...promise.rules.flatMap(({ rule, vaults, problem }) =>
      problem === undefined
        ? vaults.flatMap((vault) => vaultChecks(vault, rule))
        : [seen('plan', selected.plan.arn, problem.text)],
    ),
    optInCheck(selected),
    notSeen('selection', selected.selection.iamRoleArn, roleText(selected)),
  ];
}

function checksText(checks: readonly Check[]): string {
  const texts = (isChecked: boolean) =>
    [...new Set(checks.filter((check) => check.isChecked === isChecked).map(({ evidence }) => evidence.text))].join(
      ', ',
    );
  return `checked: ${texts(true)}; not checked: ${texts(false)}`;
}

/** A plan that was created recently may not have run yet. */
function planCheck({ plan: { arn, name, createdAt } }: ExplainedSelection): Check {
  if (createdAt === undefined) return notSeen('plan', arn, `when plan ${name} was created`);
  return seen('plan', arn, `plan ${name} was created on ${formatInstant(createdAt)}`);
}

/** Points are refused where the vault is missing, or where its lock does not admit their retention. */
function vaultChecks(vault: Vault, rule: BackupRule): readonly Check[] {
  const { arn, name, state } = vault;
  return [
    seen('vault', arn, `vault ${name} ${state === undefined ? 'exists' : `is ${state}`}`),
    seen('vault', arn, lockText(vault, rule)),
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
  return seen('selection', selection.id, `${setting} is opted in to AWS Backup in ${optInPlace(explanation)}`);
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
