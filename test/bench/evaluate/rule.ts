import { evaluate } from '@backproof/core';
import type { AnyDossier, Inventory, Judge, Rule } from '@backproof/core';
import { NOW } from '@backproof/testing';
import { RULES } from 'backproof';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';
import { benchInventory } from './estate/inventory.js';

/** What it took a rule to judge all dossiers, and what it said. */
export interface RuleMeasures {
  readonly evaluating: Cost;
  readonly dossiers: number;
  readonly points: number;
  /** How often it gave each verdict: `pass backed-up`. */
  readonly verdicts: Readonly<Record<string, number>>;
}

/** Lets one rule judge ready dossiers, for the first time in this process. */
answerWith(({ ruleId, resources }: { readonly ruleId: string; readonly resources: number }): RuleMeasures => {
  const rule = RULES.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new Error(`there is no rule ${ruleId}`);
  const inventory = benchInventory(resources);
  const { dossiers, judge } = readyFor(rule, inventory);
  globalThis.gc?.();

  const verdicts: Record<string, number> = {};
  const cost = stopwatch();
  for (const dossier of dossiers) {
    const { status, messageId } = judge(dossier);
    const verdict = `${status} ${messageId}`;
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  return { evaluating: cost(), dossiers: dossiers.length, points: inventory.recoveryPoints.count, verdicts };
});

/** The dossiers that the engine hands a rule, and its judge: a rule in its place keeps them and says nothing. */
function readyFor(
  rule: Rule,
  inventory: Inventory,
): { readonly dossiers: readonly AnyDossier[]; readonly judge: Judge } {
  const dossiers: AnyDossier[] = [];
  let judge: Judge | undefined;
  const keeper: Rule = {
    ...rule,
    messages: { kept: { status: 'notApplicable', text: 'It is kept.' } },
    prepare: (setting) => {
      judge = rule.prepare(setting);
      return (dossier) => {
        dossiers.push(dossier);
        return { status: 'notApplicable', messageId: 'kept', data: {}, evidence: [] };
      };
    },
  };
  evaluate({ inventory, rules: [{ rule: keeper }], now: NOW, tool: { name: 'bench', version: '0' } });
  if (judge === undefined) throw new Error(`rule ${rule.id} was not prepared`);
  return { dossiers, judge };
}
