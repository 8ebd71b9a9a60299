import { gateOf, openBySeverity, DEFAULT_GATE, tallyOf } from '@backproof/core';
import type { Outcome, OutcomeSubject, Protection, ReportedRun } from '@backproof/core';
import { failure, gap, outcome, subject } from '../builders/outcome.js';
import { copiesInPlace, protection, restoreInBrief } from '../builders/protection.js';
import { run } from '../builders/run.js';
import { mixed } from './mixed.js';

const { rules, waivers, scopes, populations, completeness, ...rest } = run({
  rules: ['backup-coverage', 'cross-account-copy', 'restore-test', 'retention-tiers'].map((id) => ({ id })),
  populations: mixed.populations,
  waivers: mixed.waivers,
});

/** One outcome in three is a violation, about as in a neglected estate. */
const MODELS: readonly [Outcome, ...Outcome[]] = [
  outcome('pass', { messageId: 'backed-up', message: 'It can be restored.' }),
  ...mixed.outcomes.filter(({ ruleId }) => ruleId === 'backup-coverage'),
  outcome('pass', { messageId: 'backed-up', message: 'It can be restored.', gaps: [gap()] }),
  failure({ message: 'It is in no backup plan.' }),
];

/** The calendars of the resources, in turn. */
const CALENDARS = ['.330d35', '.77m.29m.29m.29m.29m.29m.29m.29m.29m.28d19', '.365', '.357c8', '.300xd4.60'];

/**
 * A run of so many outcomes, the same number for each of its four rules. They are made anew whenever somebody walks
 * through them, and so is the protection of the resources: none is held.
 */
export function manyOutcomes(count: number): ReportedRun {
  const each = count / rules.length;
  const seen = {
    rules: rules.map((rule) => ({ ...rule, tally: tallyOf(models(each)) })),
    open: openBySeverity(rules.flatMap(() => [...models(each)])),
    scopes,
    populations,
    completeness,
  };
  const outcomes = { [Symbol.iterator]: () => generated(each) };
  const protection = { [Symbol.iterator]: () => protectionOf(each) };
  return { ...rest, ...seen, waivers, gate: gateOf(seen, DEFAULT_GATE), outcomes, protection };
}

function* models(count: number): Generator<Outcome> {
  for (let i = 0; i < count; i++) yield MODELS[i % MODELS.length] ?? MODELS[0];
}

function* generated(ofEachRule: number): Generator<Outcome> {
  for (const { id: ruleId } of rules) {
    let number = 0;
    for (const model of models(ofEachRule)) {
      const numbered = numberedSubject(number++);
      yield { ...model, ruleId, subject: numbered, fingerprint: `${ruleId}-${numbered.name}` };
    }
  }
}

function* protectionOf(resources: number): Generator<Protection> {
  for (let i = 0; i < resources; i++) {
    yield protection({
      arn: numberedSubject(i).arn,
      calendar: CALENDARS[i % CALENDARS.length] ?? '.365',
      ...(i % 2 === 0 && { copies: [copiesInPlace()] }),
      ...(i % 10 === 0 && { restores: [restoreInBrief({ id: `restore-${i}` })] }),
    });
  }
}

function numberedSubject(number: number): OutcomeSubject {
  return subject({ name: `db-${String(number).padStart(6, '0')}` });
}
