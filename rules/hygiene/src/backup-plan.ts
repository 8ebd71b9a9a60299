import type { BackupPlan, Evidence, Verdict } from '@backproof/core';
import { count, reasonText } from '@backproof/core';
import type { PlanContext } from './context.js';
import { ruleProblems } from './rule-problems.js';

/** The plan that EFS makes in each Region in which it offers automatic backups. @source Amazon EFS User Guide, automatic-backups */
const PLAN_OF_EFS = 'aws/efs/automatic-backup-plan';

/** Judges a backup plan: does it select anything, and can each of its rules run? */
export function judgeBackupPlan(context: PlanContext, plan: BackupPlan): Verdict {
  const { dossier, prepared, pass, fail, unknown, notApplicable } = context;
  const { name } = plan;
  const { selections, assigned, doubtful, unlisted } = dossier.planReach;
  const isListUnread = dossier.unread.includes('vaults');
  const problems = ruleProblems(plan, prepared.grounds).filter(({ kind }) => kind !== 'vault-missing' || !isListUnread);
  const evidence = [...nearestEvidence(context), ...problems.map(({ text }) => evidenceOf(plan, text))];

  if (plan.rules.length === 0) return fail('without-rules', { name }, evidence);
  const isReachUnread = dossier.unread.includes('planReach');
  const isIdle = assigned + doubtful + unlisted === 0;
  if (isIdle && name === PLAN_OF_EFS && !isReachUnread) return notApplicable('made-by-efs', { name });
  if (isIdle && selections === 0 && !isReachUnread) return fail('without-selections', { name }, evidence);
  if (isIdle && !isReachUnread) return judgeIdle(context, name, evidence);
  if (problems.length > 0) {
    const data = { name, problems: problems.map(({ text }) => text).join('; ') };
    return fail('rules-broken', { ...data, count: count(problems.length, 'problem') }, evidence);
  }
  if (assigned + unlisted === 0) return unknown('reach-unknown', { name });
  if (isListUnread) return unknown('vaults-unknown', { name });
  return pass('plan-works', { name, resources: count(assigned + unlisted, 'resource') });
}

function judgeIdle({ dossier, fail }: PlanContext, name: string, evidence: readonly Evidence[]): Verdict {
  const { selections, nearest } = dossier.planReach;
  const data = { name, selections: count(selections, 'selection') };
  if (nearest === undefined) return fail('selects-nothing', data, evidence);
  const { name: resource, selection, why } = nearest;
  return fail('nearly-selects', { ...data, resource, selection, why: reasonText(why) }, evidence);
}

function nearestEvidence({ dossier: { planReach } }: PlanContext): readonly Evidence[] {
  const { nearest, assigned } = planReach;
  if (nearest === undefined || assigned > 0) return [];
  return [{ kind: 'resource', id: nearest.resourceArn, text: `nearest match, by selection ${nearest.selection}` }];
}

function evidenceOf({ arn }: BackupPlan, text: string): Evidence {
  return { kind: 'plan', id: arn, text };
}
