import { buildVaultArn, copyRetentionDays, promiseProblem, retentionDays, sameScope, scopeOf } from '@backproof/core';
import type { BackupPlan, BackupRule, PromiseGrounds, PromiseProblem, RuleDestination } from '@backproof/core';

/** The problems that keep the rules of a plan from making recovery points or copies, whatever the resource is, each once. */
export function ruleProblems({ rules, scope }: BackupPlan, grounds: PromiseGrounds): readonly PromiseProblem[] {
  const all = rules.flatMap((rule) =>
    destinationsOf(rule, scope).flatMap(
      // A resource that takes no continuous backup takes the rule's snapshots: only they may be kept for longer.
      (destination) => promiseProblem(rule, destination, false, grounds) ?? [],
    ),
  );
  return [...new Map(all.map((problem) => [problem.text, problem])).values()];
}

/** Every vault that a rule brings points of some resource to. */
function destinationsOf(rule: BackupRule, scope: BackupPlan['scope']): readonly RuleDestination[] {
  const { lifecycle, copyActions, airGappedVaultArn } = rule;
  const own = { atHome: true, copy: false, lifecycle, retention: retentionDays(lifecycle) };
  const copies = copyActions.map((action): RuleDestination => {
    const { destinationVaultArn: vaultArn } = action;
    const to = scopeOf(vaultArn);
    return {
      vaultArn,
      atHome: to !== undefined && sameScope(to, scope),
      copy: true,
      lifecycle: action.lifecycle ?? lifecycle,
      retention: copyRetentionDays(action, lifecycle),
    };
  });
  return [
    { ...own, vaultArn: buildVaultArn(scope, rule.targetVaultName) },
    ...(airGappedVaultArn === undefined ? [] : [{ ...own, vaultArn: airGappedVaultArn }]),
    ...copies,
  ];
}
